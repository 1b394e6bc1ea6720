import type { KnowledgeFilter, KnowledgeKind } from '../../schema/operations/operation-types.js';
import type { Locale } from '../locales.js';
import { KINDS } from '../search/enum-values.js';
import { MOST_FILTERS, SearchState } from '../search/search-state.js';

/** A table as an address asks for it: records that pass a filter, or an empty one to fill in. */
export type AskedTable =
  | {
      readonly what: 'EXPORT';
      readonly format: 'CSV' | 'XLSX' | 'JSONL';
      readonly locale: Locale;
      readonly filter: KnowledgeFilter;
      readonly withTranslations: boolean;
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
  const template = TEMPLATE_FORMATS.find((known) => known.path === path);
  const kind = KINDS.find((known) => known === query.get('kind')?.toUpperCase());
  if (!template || !kind) return null;
  return { what: 'TEMPLATE', format: template.format, locale, kind };
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
