import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { fileTypeFromBuffer } from 'file-type';
import { UnsafeZip } from '../../zip/zip-file.js';
import { isMediaType, type MediaType } from './media-types.js';
import { type OfficeFile, openOfficeFile } from './office-file.js';
import type { ReadingReport, ReadingTask } from './reading-messages.js';

/** Enough for the marks of all types that are allowed; no parser of others gets more to chew on. */
const SAMPLE_BYTES = 4_100;
const ZIP_MARK = 'PK\u0003\u0004';

const { path, limits } = workerData as ReadingTask;
const report = (what: ReadingReport): void => parentPort?.postMessage(what);

/** Says of what type a file is by its content, then gives its words. */
async function readFileWithin(): Promise<void> {
  const bytes = await readFile(path);
  const office = isArchive(bytes) ? await openOfficeFile(bytes, limits.unpackedBytes) : null;
  const type = office?.type ?? (await typeByMarks(bytes));
  if (!type) {
    report({ step: 'refused', reason: 'TYPE' });
    return;
  }
  report({ step: 'accepted', type });
  try {
    report({ step: 'text', text: tidy(await wordsOf(bytes, type, office)) });
  } catch (error) {
    report({ step: 'unreadable', reason: error instanceof Error ? error.message : String(error) });
  }
}

const isArchive = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 4) === ZIP_MARK;

async function typeByMarks(bytes: Buffer): Promise<MediaType | null> {
  if (isArchive(bytes)) return null;
  const found = await fileTypeFromBuffer(bytes.subarray(0, SAMPLE_BYTES));
  return found && isMediaType(found.mime) ? found.mime : null;
}

async function wordsOf(bytes: Buffer, type: MediaType, office: OfficeFile | null): Promise<string> {
  if (type === 'application/pdf') {
    const { pdfText } = await import('./pdf-text.js');
    return pdfText(bytes, limits);
  }
  if (!office) return '';
  if (office.zip.names.includes('xl/workbook.xml')) {
    const { spreadsheetText } = await import('./spreadsheet-text.js');
    return spreadsheetText(office.zip, limits.characters);
  }
  const { default: mammoth } = await import('mammoth');
  return (await mammoth.extractRawText({ buffer: bytes })).value;
}

/** Plain words: no control characters, no runs of blanks, no more than allowed. */
const tidy = (text: string): string =>
  text
    .slice(0, 2 * limits.characters)
    .replace(/[^\P{C}\n]/gu, ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n\s*/gu, '\n')
    .trim()
    .slice(0, limits.characters);

try {
  await readFileWithin();
} catch (error) {
  if (!(error instanceof UnsafeZip)) throw error;
  report({ step: 'refused', reason: 'ARCHIVE' });
}
