import type { CslItem } from './cited-record.js';

export const CITATION_FORMATS = ['BIB', 'RIS', 'CSL'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

export const isCitationFormat = (format: string): format is CitationFormat =>
  CITATION_FORMATS.some((known) => known === format);

export const CITATION_TYPES: Readonly<Record<CitationFormat, string>> = {
  BIB: 'application/x-bibtex; charset=utf-8',
  RIS: 'application/x-research-info-systems; charset=utf-8',
  CSL: 'application/vnd.citationstyles.csl+json; charset=utf-8',
};

export const CITATION_ENDINGS: Readonly<Record<CitationFormat, string>> = {
  BIB: 'bib',
  RIS: 'ris',
  CSL: 'csl.json',
};

/** How a file of citations is written: one after the other, none of them held. */
export interface CitationWriter {
  readonly start: string;
  readonly between: string;
  readonly end: string;
  readonly write: (item: CslItem) => string;
}

/** Loads what the format needs with the first file that is asked for: it takes a third of a second. */
export async function citationWriter(format: CitationFormat): Promise<CitationWriter> {
  if (format === 'CSL') return CSL_WRITER;
  const { output } = await loadPlugins();
  if (format === 'BIB')
    return { ...LINES, write: (item) => output.format('bibtex', [forBibtex(item)]).trim() };
  return {
    ...LINES,
    write: (item) => {
      const [record = {}] = output.format('ris', [item], { format: 'object' });
      return risLines({ ...record, ID: item.id });
    },
  };
}

const LINES = { start: '', between: '\n\n', end: '\n' } as const;

const CSL_WRITER: CitationWriter = {
  start: '[',
  between: ',\n',
  end: ']\n',
  write: (item) => JSON.stringify(item),
};

async function loadPlugins() {
  const { plugins } = await import('@citation-js/core');
  await Promise.all([import('@citation-js/plugin-bibtex'), import('@citation-js/plugin-ris')]);
  const { format } = plugins.config.get('@bibtex');
  Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });
  return plugins;
}

/** BibTeX has no field for the day: the library would write it into the month. */
function forBibtex({ issued, ...item }: CslItem): CslItem {
  const month = issued?.['date-parts'][0]?.slice(0, 2);
  return {
    ...item,
    title: forLatex(item.title),
    abstract: forLatex(item.abstract),
    ...(item.author && {
      author: item.author.map(({ literal }) => ({ literal: forLatex(literal) })),
    }),
    ...(month && { issued: { 'date-parts': [month] } }),
  };
}

/** Letters stay as they are, which every program of today reads; the library would spell them. */
const forLatex = (text: string): string =>
  text.replace(/[\\{}$&#%_^~<>]/g, (sign) => LATEX[sign] ?? `\\${sign}`);

/** The library takes angle brackets for tags, and one that is not closed leaves a brace open. */
const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

type RisFields = Readonly<Record<string, string | readonly string[]>>;

/** The library breaks long values, and what comes after a break could pass for a field. */
function risLines({ TY = '', ...fields }: RisFields): string {
  const lines = Object.entries({ TY, ...fields }).flatMap(([tag, value]) =>
    [value].flat().map((one) => `${tag}  - ${one}`),
  );
  return [...lines, 'ER  - '].join('\n');
}
