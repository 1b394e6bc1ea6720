import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openTable } from '../../server/tables/open-table.js';
import type { SourceRow } from '../../server/tables/table.js';
import { TableRefused } from '../../server/tables/table-problem.js';
import { zipFile } from '../../server/zip/zip-writer.js';

const CHILD = fileURLToPath(new URL('./table-child.js', import.meta.url));
const run = promisify(execFile);

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKBOOK = `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const WORKBOOK_RELATIONS = `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;

type Content = string | Buffer | Iterable<string>;

/** Files of one suite, below a folder that is removed at its end. */
export class TableFiles {
  private constructor(private readonly folder: string) {}

  static async create(): Promise<TableFiles> {
    return new TableFiles(await mkdtemp(join(tmpdir(), 'saberes-tables-')));
  }

  async write(name: string, content: Content): Promise<string> {
    const file = join(this.folder, name);
    const isWhole = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(file, isWhole ? content : Readable.from(content));
    return file;
  }

  /** An XLSX file with this XML as the rows of its only sheet. */
  async writeSheet(name: string, rows: Iterable<string>, further = {}): Promise<string> {
    const sheet = [`<worksheet><sheetData>`, ...rows, `</sheetData></worksheet>`];
    return this.writeParts(name, { 'xl/worksheets/sheet1.xml': sheet, ...further });
  }

  async writeParts(name: string, parts: Readonly<Record<string, Iterable<string>>>) {
    const all = {
      'xl/workbook.xml': [WORKBOOK],
      'xl/_rels/workbook.xml.rels': [WORKBOOK_RELATIONS],
      ...parts,
    };
    const zip = zipFile(Object.entries(all).map(([part, text]) => ({ name: part, text })));
    return this.write(name, await buffer(zip));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** A cell of a sheet with a text of its own. */
export const cell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

export async function rowsOf(file: string): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of (await openTable(file)).rows()) rows.push(row);
  return rows;
}

/** Values by heading, as a person sees them. */
export const asObjects = (rows: readonly SourceRow[]) =>
  rows.map(({ cells }) => Object.fromEntries(cells.map(({ heading, value }) => [heading, value])));

/** Codes of what the file was refused for, with their rows. */
export async function refusalOf(file: string): Promise<readonly string[]> {
  try {
    await rowsOf(file);
    return [];
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    return error.problems.map(({ code, row }) => `${row ?? 'file'}: ${code}`);
  }
}

/** Reads the file where only so much memory is to be had. */
export async function readInChild(file: string, heapMib: number) {
  const { stdout } = await run(process.execPath, [`--max-old-space-size=${heapMib}`, CHILD, file]);
  return JSON.parse(stdout) as { rows: number; problems: string[]; memoryMib: number };
}
