import type { ZipFile } from '../../zip/zip-file.js';

const MOST_PART_BYTES = 33_554_432;
const TEXT = /<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</g;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const LAST_CODE_POINT = 0x10ffff;

/**
 * The words of a spreadsheet, without laying out its cells: those that all sheets share, and
 * those that stand in the sheets themselves.
 */
export async function spreadsheetText(zip: ZipFile, mostCharacters: number): Promise<string> {
  const sheets = zip.names.filter((name) => SHEET.test(name));
  const found: string[] = [];
  let characters = 0;
  for (const part of ['xl/sharedStrings.xml', ...sheets]) {
    const xml = (await zip.text(part, MOST_PART_BYTES)) ?? '';
    for (const [, raw = ''] of xml.matchAll(TEXT)) {
      if (characters > mostCharacters) return found.join('\n');
      found.push(raw.replace(ENTITY, decoded));
      characters += raw.length;
    }
  }
  return found.join('\n');
}

function decoded(_all: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase()] ?? '';
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '';
}
