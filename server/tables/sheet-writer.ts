import { zipFile } from '../zip/zip-writer.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A spreadsheet program refuses a file with a longer cell. */
const LONGEST_CELL = 32_767;
/** What a text ends with that did not fit; it is not read again, so that nothing is lost by it. */
export const CUT_MARK = '[…✂]';

/** An XLSX file of one sheet as a stream: texts alone, so that no cell is anything else. */
export const sheetFile = (
  headings: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): AsyncIterable<Buffer> =>
  zipFile([
    { name: '[Content_Types].xml', text: [CONTENT_TYPES] },
    { name: '_rels/.rels', text: [relations('officeDocument', 'xl/workbook.xml')] },
    { name: 'xl/workbook.xml', text: [WORKBOOK] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [relations('worksheet', 'worksheets/sheet1.xml')],
    },
    { name: 'xl/worksheets/sheet1.xml', text: sheet(headings, rows) },
  ]);

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/></Types>`;

const WORKBOOK = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Saberes" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const relations = (type: string, target: string): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

/** The headings stay in view. */
const VIEW =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

async function* sheet(
  headings: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): AsyncGenerator<string> {
  const columns = headings.map((_, index) => column(index + 1)).join('');
  yield `${XML}<worksheet xmlns="${MAIN}">${VIEW}<cols>${columns}</cols><sheetData>`;
  let number = 1;
  yield row(number, headings);
  for await (const cells of rows) yield row(++number, cells);
  yield '</sheetData></worksheet>';
}

const column = (number: number): string => `<col min="${number}" max="${number}" width="24"/>`;

const row = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((text, index) => cell(`${letters(index)}${number}`, text)).join('')}</row>`;

const cell = (place: string, text: string): string =>
  text === ''
    ? ''
    : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitting(text))}</t></is></c>`;

/** From 0: `A` to `Z`, then `AA`. */
const letters = (index: number): string =>
  (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const fitting = (text: string): string =>
  text.length <= LONGEST_CELL ? text : text.slice(0, LONGEST_CELL - CUT_MARK.length) + CUT_MARK;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Characters that XML cannot hold are left out; a text that looks like an escape of Excel is escaped. */
const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? letter);
