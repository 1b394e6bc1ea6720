import type { OperationTypes } from '../../../schema/operations/operation-types.js';
import { authorsOf } from '../item-data.js';

export type ReferenceFormat = 'bibtex' | 'ris';

type CitedRecord = NonNullable<OperationTypes['citation']['data']['knowledgeItem']>;

/** A reference for programs that manage references, under the record's slug. */
export async function referenceFile(
  format: ReferenceFormat,
  item: CitedRecord,
  publisher: string,
): Promise<string> {
  const { Cite } = await loadFormats();
  const { slug, title, summary, url, publishedAt, shownIn } = item;
  // BibTeX has no field for the day: the library would write it into the month.
  const date = publishedAt?.split('T')[0]?.split('-').map(Number);
  const parts = format === 'bibtex' ? date?.slice(0, 2) : date;
  const text = format === 'bibtex' ? forLatex : oneLine;
  const data = {
    id: slug,
    type: 'webpage',
    title: text(title),
    author: authorsOf(item).map((name) => ({ literal: text(name) })),
    ...(parts ? { issued: { 'date-parts': [parts] } } : {}),
    publisher,
    URL: url,
    language: shownIn.locale.toLowerCase(),
    abstract: text(summary),
  };
  return new Cite([data], { forceType: '@csl/list+object' }).format(format).trimStart();
}

/** In both formats a line begins a field. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Letters stay as they are, which every program of today reads; the library would spell them. */
const forLatex = (text: string): string =>
  oneLine(text).replace(/[\\{}$&#%_^~]/g, (sign) => LATEX[sign] ?? `\\${sign}`);

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Loaded with the first reference that is asked for: it takes a third of a second. */
async function loadFormats() {
  const core = await import('@citation-js/core');
  await Promise.all([import('@citation-js/plugin-bibtex'), import('@citation-js/plugin-ris')]);
  const { format } = core.plugins.config.get('@bibtex');
  Object.assign(format, { useIdAsLabel: true, asciiOnly: false });
  return core;
}
