import { firstList, firstRecord, type ShownRecord } from '../embed/first-list.js';

/** What is shown of a record; a stored query may leave out all but title and address. */
export interface FoundRecord extends ShownRecord {
  readonly id?: string;
  readonly slug?: string;
  readonly kind?: string;
  readonly summary?: string;
  readonly publishedAt?: string;
  readonly shownIn?: { readonly locale: string; readonly isFallback: boolean };
  readonly countries?: readonly Named[];
  readonly themes?: readonly Named[];
}

interface Named {
  readonly name: string;
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
}

export interface FoundList {
  readonly nodes: readonly FoundRecord[];
  readonly totalCount?: number;
  readonly facets?: readonly { readonly field: string; readonly values: readonly FacetValue[] }[];
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What is shown of the rest is whatever the partner's question asked for. */
export const listIn = (data: unknown): FoundList | null => firstList(data) as FoundList | null;

export const recordIn = (data: unknown): FoundRecord | null =>
  firstRecord(data) as FoundRecord | null;
