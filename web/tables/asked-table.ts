import type { KnowledgeFilter, KnowledgeKind } from '../../schema/operations/operation-types.js';
import type { Locale } from '../locales.js';
import { KINDS } from '../search/enum-values.js';
import { MOST_FILTERS, SearchState } from '../search/search-state.js';

/** A file as an address asks for it: records that pass a filter, one as a citation, an empty table. */
export type AskedTable =
  | {
      readonly what: 'EXPORT';
      readonly format: 'CSV' | 'XLSX' | 'JSONL' | 'BIB' | 'RIS' | 'CSL';
      readonly locale: Locale;
      readonly filter: KnowledgeFilter;
      readonly withTranslations: boolean;
    }
  | {
      readonly what: 'CITATION';
      readonly format: 'BIB' | 'RIS' | 'CSL';
      readonly locale: Locale;
      readonly slug: string;
    }
  | {
      readonly what: 'TEMPLATE';
      readonly format: 'CSV' | 'XLSX';
      readonly locale: Locale;
      readonly kind: KnowledgeKind;
    };

/** What the search page's results can be downloaded as, in the order in which it offers them. */
export const EXPORT_FORMATS = [
  { path: '/search.csv', format: 'CSV', name: 'CSV' },
  { path: '/search.xlsx', format: 'XLSX', name: 'Excel (XLSX)' },
  { path: '/search.jsonl', format: 'JSONL', name: 'JSON Lines' },
  { path: '/search.bib', format: 'BIB', name: 'BibTeX' },
  { path: '/search.ris', format: 'RIS', name: 'RIS' },
  { path: '/search.csl.json', format: 'CSL', name: 'CSL-JSON' },
] as const;

/** What the citation of one record can be downloaded as, below its own address. */
export const CITATION_FORMATS = [
  { path: '/cite.bib', format: 'BIB', type: 'application/x-bibtex' },
  { path: '/cite.ris', format: 'RIS', type: 'application/x-research-info-systems' },
  { path: '/cite.csl.json', format: 'CSL', type: 'application/vnd.citationstyles.csl+json' },
] as const;

export const TEMPLATE_FORMATS = [
  { path: '/import/template.xlsx', format: 'XLSX' },
  { path: '/import/template.csv', format: 'CSV' },
] as const;

/** Null for every other address, and for one that asks for what cannot be: a page says why. */
export function askedTable(
  locale: Locale,
  path: string,
  query: URLSearchParams,
): AskedTable | null {
  const exported = EXPORT_FORMATS.find((known) => known.path === path);
  if (exported) return askedExport(exported.format, locale, query);
  const cited = CITATION_FORMATS.find((known) => path.endsWith(known.path));
  if (cited) return askedCitation(cited, locale, path);
  const template = TEMPLATE_FORMATS.find((known) => known.path === path);
  const kind = KINDS.find((known) => known === query.get('kind')?.toUpperCase());
  if (!template || !kind) return null;
  return { what: 'TEMPLATE', format: template.format, locale, kind };
}

function askedCitation(
  { path: ending, format }: (typeof CITATION_FORMATS)[number],
  locale: Locale,
  path: string,
): AskedTable | null {
  const [, encoded] = /^\/items\/([^/]+)$/.exec(path.slice(0, -ending.length)) ?? [];
  if (!encoded) return null;
  return { what: 'CITATION', format, locale, slug: decodeURIComponent(encoded) };
}

function askedExport(
  format: (typeof EXPORT_FORMATS)[number]['format'],
  locale: Locale,
  query: URLSearchParams,
): AskedTable | null {
  const { words, unknown, active, filter } = SearchState.of(query);
  const isUnderstood = words === '' && unknown.length === 0 && active.length <= MOST_FILTERS;
  if (!isUnderstood) return null;
  const withTranslations = query.get('translations') === 'all';
  return { what: 'EXPORT', format, locale, filter, withTranslations };
}
