import type { Data } from './shared-answers.js';

/** What is shown of a record; a stored query may leave out all but title and address. */
export interface FoundRecord {
  readonly title: string;
  readonly url: string;
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

const isObject = (value: unknown): value is Data => typeof value === 'object' && value !== null;

const isRecord = (value: unknown): value is FoundRecord =>
  isObject(value) && typeof value.title === 'string' && typeof value.url === 'string';

const isList = (value: unknown): value is FoundList =>
  isObject(value) && Array.isArray(value.nodes) && value.nodes.every(isRecord);

const isFilled = (value: unknown): value is FoundList => isList(value) && value.nodes.length > 0;

/** The first list of records in an answer, whatever it is called there; an empty one could be of anything. */
export const listIn = (data: unknown): FoundList | null =>
  firstIn(data, isFilled) ?? firstIn(data, isList);

/** The first record in an answer. */
export const recordIn = (data: unknown): FoundRecord | null => firstIn(data, isRecord);

function firstIn<T>(data: unknown, isWanted: (value: unknown) => value is T): T | null {
  if (isWanted(data)) return data;
  if (!isObject(data)) return null;
  for (const value of Object.values(data)) {
    const found = firstIn(value, isWanted);
    if (found) return found;
  }
  return null;
}

/** An address that a browser may be led to: the web itself, never a script. */
export function webAddress(text: string): string | null {
  try {
    const { protocol, href } = new URL(text);
    return /^https?:$/.test(protocol) ? href : null;
  } catch {
    return null;
  }
}
