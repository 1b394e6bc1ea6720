import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CHILD = fileURLToPath(new URL('./exports-child.js', import.meta.url));
const SIZES = [1_000, 10_000];
const FORMATS = ['CSV', 'XLSX', 'JSONL', 'BIB', 'RIS', 'CSL'];
const MIB = 1_048_576;

/** All public records in one format, from an embedded store. */
export interface ExportFigures {
  readonly format: string;
  readonly records: number;
  readonly bytes: number;
  readonly ms: number;
  /** The same records read and written as JSON, nothing else. */
  readonly floorMs: number;
  /** Live objects in MiB, after a collection: before the export, and the most while it went on. */
  readonly heapBefore: number;
  readonly heapMost: number;
  /** Resident MiB, garbage and the store's pages included. */
  readonly memoryMost: number;
}

/** Exports both numbers of records, each format in a process of its own. */
export async function benchExports(): Promise<readonly ExportFigures[]> {
  const figures: ExportFigures[] = [];
  for (const size of SIZES) {
    const folder = await mkdtemp(path.join(tmpdir(), 'saberes-bench-'));
    await run(process.execPath, [CHILD, folder, String(size)]);
    for (const format of FORMATS) {
      const args = ['--expose-gc', CHILD, folder, String(size), format];
      const { stdout } = await run(process.execPath, args);
      figures.push(JSON.parse(stdout) as ExportFigures);
    }
    await rm(folder, { recursive: true });
  }
  return figures;
}

export const exportsSection = (figures: readonly ExportFigures[]): string[] => [
  '## Exports of everything',
  '',
  'All public records of an embedded store in each format. The floor reads the same records from the same store and writes them as',
  'JSON, nothing else. *Live* is what the process holds after a collection, *resident* includes garbage and the pages of the store.',
  '',
  '| format | records | s | floor, s | ratio | MiB written | live before, MiB | live at most, MiB | resident, MiB |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ...figures.map(exportRow),
  '',
];

function exportRow(figures: ExportFigures): string {
  const { format, records, bytes, ms, floorMs, heapBefore, heapMost, memoryMost } = figures;
  const cells = [
    format,
    records.toLocaleString('en'),
    (ms / 1_000).toFixed(1),
    (floorMs / 1_000).toFixed(1),
    (ms / floorMs).toFixed(2),
    (bytes / MIB).toFixed(1),
    heapBefore.toFixed(0),
    heapMost.toFixed(0),
    memoryMost.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}
