import { UnsafeZip, ZipFile } from '../../zip/zip-file.js';
import { DOCX, type MediaType, XLSX } from './media-types.js';

const MOST_TYPES_BYTES = 1_048_576;

/** The main part of each kind: where it lies and what the file calls it. */
const MAIN_PARTS = [
  { type: DOCX, part: 'word/document.xml', declared: 'wordprocessingml.document.main+xml' },
  { type: XLSX, part: 'xl/workbook.xml', declared: 'spreadsheetml.sheet.main+xml' },
] as const;

export interface OfficeFile {
  readonly type: MediaType;
  readonly zip: ZipFile;
}

/**
 * Looks into an archive: null when it is no document or spreadsheet, or one with macros. Throws
 * `UnsafeZip` for one that is damaged or a bomb.
 */
export async function openOfficeFile(
  bytes: Buffer,
  mostUnpacked: number,
): Promise<OfficeFile | null> {
  const zip = ZipFile.read(bytes, mostUnpacked);
  const types = (await zip.text('[Content_Types].xml', MOST_TYPES_BYTES)) ?? '';
  const names = new Set(zip.names);
  const main = MAIN_PARTS.find(
    ({ part, declared }) => names.has(part) && types.includes(`.${declared}"`),
  );
  const hasMacros = types.includes('macroEnabled') || zip.names.some(isMacro);
  if (!main || hasMacros) return null;
  if (zip.names.some((name) => name.split('/').includes('..'))) {
    throw new UnsafeZip('A part of the archive leads out of it.');
  }
  await zip.checkSizes();
  return { type: main.type, zip };
}

const isMacro = (name: string): boolean => /(^|\/)vbaProject[^/]*\.bin$/i.test(name);
