import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { openTable } from '../server/tables/open-table.js';
import { asObjects, cell, refusalOf, rowsOf, TableFiles } from './support/table-files.js';

const BROKEN_LATIN = Buffer.from('Gestión;según\n', 'latin1');

let files: TableFiles;
beforeAll(async () => {
  files = await TableFiles.create();
});
afterAll(() => files.remove());

describe('a CSV file', () => {
  const SEPARATORS = [
    [',', ','],
    [';', ';'],
    ['\t', 'tab'],
    ['|', '|'],
  ] as const;

  it.each(SEPARATORS)('is read with the separator %j', async (separator, name) => {
    const text = `Title${separator}Summary\nA${separator}"B${separator} ""C""\r\nD"\n`;
    const file = await files.write('separator.csv', text);
    const table = await openTable(file);
    expect(table.description).toBe(`CSV, separator ${name}, utf-8`);
    expect(asObjects(await rowsOf(file))).toEqual([
      { Title: 'A', Summary: `B${separator} "C"\nD` },
    ]);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const)(
    'is read in the encoding %s, without being told',
    async (encoding) => {
      const text = `Título;Resumen\n${'Gestión del año;“Ñandú”\n'.repeat(30)}`;
      const bytes = {
        'utf-8': Buffer.from(text),
        'utf-16le': Buffer.from(text, 'utf16le'),
        'utf-16be': Buffer.from(text, 'utf16le').swap16(),
        'windows-1252': Buffer.from(text.replace(/[“”]/g, '"'), 'latin1'),
      }[encoding];
      const file = await files.write(`${encoding}.csv`, bytes);
      const [first] = asObjects(await rowsOf(file));
      expect((await openTable(file)).description).toContain(encoding);
      expect(first?.Título).toBe('Gestión del año');
    },
  );

  it('may begin with a mark of its encoding, which belongs to no heading', async () => {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const file = await files.write('mark.csv', Buffer.from('\ufeffTítulo\nAño\n', encoding));
      expect(asObjects(await rowsOf(file))).toEqual([{ Título: 'Año' }]);
    }
  });

  it('may have its first accent far down', async () => {
    const plain = 'Title;Summary\n'.repeat(20_000);
    const file = await files.write('late.csv', Buffer.concat([Buffer.from(plain), BROKEN_LATIN]));
    expect(asObjects(await rowsOf(file)).at(-1)).toEqual({ Title: 'Gestión', Summary: 'según' });
  });

  it('is refused when two encodings are mixed in it, or when nobody here can read it', async () => {
    const utf8 = Buffer.from(`Título;Resumen\n${'Gestión;según año\n'.repeat(20)}`);
    const mixed = await files.write('mixed.csv', Buffer.concat([utf8, BROKEN_LATIN]));
    const cyrillic = Buffer.from(
      Array.from('Название;Описание\nУправление;Информация о проекте и опыте\n').map((letter) => {
        const code = letter.charCodeAt(0);
        return code >= 0x410 ? code - 0x410 + 0xc0 : code;
      }),
    );
    const foreign = await files.write('cyrillic.csv', cyrillic);
    expect(await refusalOf(mixed)).toEqual(['file: UNKNOWN_ENCODING']);
    expect(await refusalOf(foreign)).toEqual(['file: UNKNOWN_ENCODING']);
  });

  it('tells the row and column of a NUL, of a cell without heading and of wrong quotes', async () => {
    const text = 'a,b\nx,y\u0000\n1,2,3\n"p"q",r\nfine,too\n';
    const rows = await rowsOf(await files.write('faults.csv', text));
    const problems = rows.flatMap((row) => row.problems);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 2, 'CONTROL_CHARACTER'],
      [3, 3, 'EXTRA_CELL'],
      [4, null, 'BROKEN_QUOTES'],
    ]);
    expect(asObjects(rows).at(-1)).toEqual({ a: 'fine', b: 'too' });
  });

  it('is refused when a quote is never closed', async () => {
    const file = await files.write('open.csv', 'a,b\n"open,1\n2,3\n');
    expect(await refusalOf(file)).toEqual(['2: UNCLOSED_QUOTE']);
  });

  it('loses the apostrophe that keeps a formula from being run, and no other', async () => {
    const text = `a\n'=1+1\n''+2\n'Twas\n=3\n`;
    const values = asObjects(await rowsOf(await files.write('formula.csv', text)));
    expect(values.map(({ a }) => a)).toEqual(['=1+1', "'+2", "'Twas", '=3']);
  });
});

describe('JSON Lines', () => {
  it('hold texts, numbers, lists and nothing else', async () => {
    const lines = [
      '{"title":"A","themes":["x","y"],"n":5,"none":null}',
      '[1]',
      '{"a":{"b":1}}',
      '{',
    ];
    const rows = await rowsOf(await files.write('a.jsonl', lines.join('\n')));
    expect(asObjects(rows)[0]).toEqual({ title: 'A', themes: ['x', 'y'], n: '5', none: '' });
    const codes = rows.map(({ problems }) => problems.map(({ code }) => code));
    expect(codes).toEqual([[], ['NOT_JSON'], ['NOT_A_VALUE'], ['NOT_JSON']]);
  });
});

describe('an XLSX file', () => {
  it('gives texts, days, numbers and the values of formulas', async () => {
    const day = { value: new Date(Date.UTC(2024, 1, 29)), type: Date, format: 'yyyy-mm-dd' };
    const content = await writeXlsxFile([
      ['Título', 'Fecha', 'Número'],
      ['Año', day, 2024],
    ]).toBuffer();
    const file = await files.write('plain.xlsx', content);
    const row = { Título: 'Año', Fecha: '2024-02-29', Número: '2024' };
    expect(asObjects(await rowsOf(file))).toEqual([row]);
  });

  it('tells the place of a formula that has no value, and takes the others', async () => {
    const file = await files.writeSheet('formula.xlsx', [
      `<row r="1">${cell('A1', 'a')}${cell('B1', 'b')}</row>`,
      '<row r="2"><c r="A2" t="str"><f>1+1</f><v>two</v></c><c r="B2"><f>1+2</f></c></row>',
    ]);
    const [row] = await rowsOf(file);
    expect(row?.cells.map(({ value }) => value)).toEqual(['two']);
    expect(row?.problems).toMatchObject([
      { row: 2, column: 2, heading: 'b', code: 'FORMULA_WITHOUT_VALUE' },
    ]);
  });

  it('is known by its content and not by its name', async () => {
    const file = await files.writeSheet('sheet.csv', [`<row r="1">${cell('A1', 'a')}</row>`]);
    expect((await openTable(file)).format).toBe('XLSX');
  });
});

describe('other files', () => {
  const OTHERS = [
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'UNKNOWN_FORMAT'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'UNKNOWN_FORMAT'],
    ['a cut ZIP', Buffer.from('504b030414000600', 'hex'), 'BROKEN_FILE'],
    ['nothing', Buffer.alloc(0), 'EMPTY_FILE'],
    ['line ends alone', Buffer.from('\n\n\n'), 'EMPTY_FILE'],
  ] as const;

  it.each(OTHERS)('such as %s are refused', async (_name, content, code) => {
    const file = await files.write('other', content);
    expect(await refusalOf(file)).toEqual([`file: ${code}`]);
  });
});
