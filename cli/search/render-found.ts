import { type Column, renderTable } from '../table.js';

interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface Found {
  readonly totalCount: number;
  readonly didYouMean: string | null;
  readonly edges: readonly {
    readonly node: {
      readonly slug: string;
      readonly kind: string;
      readonly title: string;
      readonly countries: readonly { readonly code: string }[];
    };
  }[];
  readonly facets: readonly { readonly field: string; readonly values: readonly FacetValue[] }[];
}

/** What the operation `search` answers, as far as it is shown. */
export interface SearchAnswer {
  readonly search: Found;
}

const COLUMNS: readonly Column[] = [
  { title: '#', align: 'right' },
  { title: 'Title', shrinks: true },
  { title: 'Kind' },
  { title: 'Countries' },
  { title: 'Slug' },
];
const MOST_COUNTRIES = 4;
const MOST_VALUES = 5;

/** A search result as a table for people, with what narrows it down. */
export function renderFound(found: Found, words: string): string {
  const hint = found.didYouMean ? [`Did you mean: ${found.didYouMean}`] : [];
  if (found.edges.length === 0) return [`Nothing found for "${words}".`, ...hint].join('\n');
  const shown = found.edges.length < found.totalCount ? `, the first ${found.edges.length}` : '';
  return [
    `${found.totalCount} found${shown}`,
    ...hint,
    '',
    renderTable(COLUMNS, rowsOf(found)),
    '',
    ...facetLines(found),
  ].join('\n');
}

function rowsOf({ edges, facets }: Found): string[][] {
  const kinds = facets.find(({ field }) => field === 'KIND')?.values ?? [];
  const labels = new Map(kinds.map(({ value, label }) => [value, label]));
  return edges.map(({ node }, index) => [
    String(index + 1),
    node.title,
    labels.get(node.kind) ?? node.kind,
    listed(node.countries.map(({ code }) => code)),
    node.slug,
  ]);
}

function listed(codes: readonly string[]): string {
  const more = codes.length > MOST_COUNTRIES ? ` +${codes.length - MOST_COUNTRIES}` : '';
  return codes.slice(0, MOST_COUNTRIES).join(' ') + more;
}

const facetLines = ({ facets }: Found): string[] =>
  facets
    .filter(({ values }) => values.length > 0)
    .map(({ field, values }) => {
      const top = values.slice(0, MOST_VALUES).map(({ label, count }) => `${label} ${count}`);
      const more = values.length > MOST_VALUES ? ', …' : '';
      return `${field.toLowerCase().padEnd(9)}  ${top.join(', ')}${more}`;
    });
