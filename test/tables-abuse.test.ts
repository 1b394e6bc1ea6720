import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cell, readInChild, refusalOf, TableFiles } from './support/table-files.js';

const HEAP_MIB = 48;
/** Node itself takes some 50 MiB; files of tens of MiB must not come on top of it as a whole. */
const MOST_MEMORY_MIB = 200;
const MIB = 1_048_576;

let files: TableFiles;
beforeAll(async () => {
  files = await TableFiles.create();
});
afterAll(() => files.remove());

function* repeated(text: string, times: number): Generator<string> {
  for (let index = 0; index < times; index += 1) yield text;
}

/** Has the directory of a ZIP say of its first big part that it is small. */
function belittled(zip: Buffer): Buffer {
  for (let place = zip.length - 46; place >= 0; place -= 1) {
    const isEntry = zip.readUInt32LE(place) === 0x02014b50;
    if (isEntry && zip.readUInt32LE(place + 24) > MIB) zip.writeUInt32LE(1_000, place + 24);
  }
  return zip;
}

describe('a table that asks for too much is refused in little memory', () => {
  it('a ZIP bomb that admits its size', async () => {
    const bomb = repeated('<row><c><v>1</v></c></row>'.repeat(40_000), 200);
    const file = await files.writeSheet('bomb.xlsx', bomb);
    const { rows, problems, memoryMib } = await readInChild(file, HEAP_MIB);
    expect([rows, problems]).toEqual([0, ['FILE_TOO_LARGE']]);
    expect(memoryMib).toBeLessThan(MOST_MEMORY_MIB);
  });

  it('a ZIP bomb that lies about its size', async () => {
    const bomb = repeated(' '.repeat(MIB), 200);
    const honest = await readFile(await files.writeSheet('honest.xlsx', bomb));
    const file = await files.write('liar.xlsx', belittled(honest));
    const { rows, problems, memoryMib } = await readInChild(file, HEAP_MIB);
    expect([rows, problems]).toEqual([0, ['BROKEN_FILE']]);
    expect(memoryMib).toBeLessThan(MOST_MEMORY_MIB);
  });

  it('a sheet with 16,384 columns, be it one cell at the edge', async () => {
    const edge = await files.writeSheet('edge.xlsx', [`<row r="1">${cell('XFD1', 'x')}</row>`]);
    const wide = Array.from({ length: 16_384 }, () => '<c t="str"><v>x</v></c>').join('');
    const full = await files.writeSheet('wide.xlsx', [`<row r="1">${wide}</row>`]);
    expect(await refusalOf(edge)).toEqual(['1: TOO_MANY_COLUMNS']);
    expect((await readInChild(full, HEAP_MIB)).problems).toEqual(['TOO_MANY_COLUMNS']);
  });

  it('a CSV file with 16,384 columns', async () => {
    const file = await files.write('wide.csv', `${'x,'.repeat(16_383)}x\n`);
    expect((await readInChild(file, HEAP_MIB)).problems).toEqual(['TOO_MANY_COLUMNS']);
  });

  it('a sheet with a million rows, be it one cell at the bottom', async () => {
    const row = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>';
    const file = await files.writeSheet('deep.xlsx', [`<row r="1">${cell('A1', 'a')}</row>`, row]);
    expect(await readInChild(file, HEAP_MIB)).toMatchObject({
      rows: 0,
      problems: ['TOO_MANY_ROWS'],
    });
  });

  it('a CSV file and JSON Lines with a million rows', async () => {
    const csv = await files.write('deep.csv', repeated(`${'x,y\n'.repeat(1_000)}`, 1_000));
    const lines = await files.write('deep.jsonl', repeated('{"a":"b"}\n'.repeat(1_000), 1_000));
    for (const file of [csv, lines]) {
      const { rows, problems, memoryMib } = await readInChild(file, HEAP_MIB);
      expect([rows, problems]).toEqual([100_000, ['TOO_MANY_ROWS']]);
      expect(memoryMib).toBeLessThan(MOST_MEMORY_MIB);
    }
  });

  it('a cell without end, with and without quotes', async () => {
    for (const start of ['a,b\n"', 'a,b\n', '{"a":"']) {
      const file = await files.write('endless', [start, ...repeated('x'.repeat(MIB), 40)]);
      const { problems, memoryMib } = await readInChild(file, HEAP_MIB);
      expect(problems).toEqual(['ROW_TOO_LONG']);
      expect(memoryMib).toBeLessThan(MOST_MEMORY_MIB);
    }
  });

  it('a file that is larger than any may be', async () => {
    const file = await files.write('large.csv', repeated(`${'x'.repeat(MIB - 1)}\n`, 65));
    expect((await readInChild(file, HEAP_MIB)).problems).toEqual(['FILE_TOO_LARGE']);
  });

  it('a file of as many rows as there may be is read in as little memory as a short one', async () => {
    const row = `${'Ñandú '.repeat(80)};x\n`;
    const short = await files.write('short.csv', ['a;b\n', ...repeated(row, 1_000)]);
    const long = await files.write('long.csv', ['a;b\n', ...repeated(row, 100_000)]);
    const one = await readInChild(short, HEAP_MIB);
    const other = await readInChild(long, HEAP_MIB);
    expect([one.rows, other.rows]).toEqual([1_000, 100_000]);
    expect(other.memoryMib).toBeLessThan(one.memoryMib + 100);
  });
});
