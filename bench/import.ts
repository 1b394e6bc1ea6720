import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CHILD = fileURLToPath(new URL('./import-child.js', import.meta.url));
const SIZES = [1_000, 10_000];

/** One import of a CSV file into a fresh embedded store. */
export interface ImportFigures {
  readonly rows: number;
  readonly created: number;
  readonly unchangedAgain: number;
  readonly ms: number;
  readonly againMs: number;
  /** Live objects in MiB, after a collection: before the import, and the most while it went on. */
  readonly heapBefore: number;
  readonly heapMost: number;
  /** Resident MiB, garbage and the store's pages included. */
  readonly memoryMost: number;
}

const LESSON = 'Quien compra en común paga menos y espera menos. '.repeat(12);

function* csvOf(rows: number): Generator<string> {
  yield 'Identificador propio;Tipo;Idioma;Título;Resumen;La lección;Países;Temas;Oferente;Fuente\n';
  for (let row = 0; row < rows; row += 1) {
    yield `bench-${row};Lección aprendida;español;Comprar juntos ${row};Dos institutos pagaron menos.;"${LESSON}";"México; Perú";"Salud; Cooperación Sur-Sur";AMEXCID;Informe ${row}\n`;
  }
}

/** Imports files of both sizes, each in a process of its own. */
export async function benchImport(): Promise<readonly ImportFigures[]> {
  const figures: ImportFigures[] = [];
  for (const rows of SIZES) {
    const folder = await mkdtemp(path.join(tmpdir(), 'saberes-bench-'));
    const file = path.join(folder, 'lessons.csv');
    await writeFile(file, Readable.from(csvOf(rows)));
    const args = ['--expose-gc', CHILD, path.join(folder, 'data'), file];
    const { stdout } = await run(process.execPath, args);
    figures.push(JSON.parse(stdout) as ImportFigures);
    await rm(folder, { recursive: true });
  }
  return figures;
}

export const importSection = (figures: readonly ImportFigures[]): string[] => [
  '## Import of a table',
  '',
  'Lessons of ten columns from CSV into an empty embedded store: read through, then a draft and its history a row, each written',
  'durably. *Again* is the same file a second time, which changes nothing. *Live* is what the process holds after a collection,',
  '*resident* includes garbage and the pages of the store.',
  '',
  '| rows | rows/s | again, rows/s | live before, MiB | live at most, MiB | resident at most, MiB |',
  '| --- | --- | --- | --- | --- | --- |',
  ...figures.map(importRow),
  '',
];

function importRow(figures: ImportFigures): string {
  const { rows, ms, againMs, heapBefore, heapMost, memoryMost } = figures;
  const perSecond = (took: number) => ((rows / took) * 1_000).toFixed(0);
  const cells = [
    rows.toLocaleString('en'),
    perSecond(ms),
    perSecond(againMs),
    heapBefore.toFixed(0),
    heapMost.toFixed(0),
    memoryMost.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}
