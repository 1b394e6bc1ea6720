import { KnowledgeSort } from '../../schema/knowledge-filter.js';
import { badCursor } from '../errors.js';
import type { CursorKey, CursorPosition } from '../graphql/page.js';
import { DEFAULT_LOCALE, type Locale } from '../locale.js';
import type { Reference } from '../reference/reference.js';
import type { SearchField, SearchFilter } from '../search/search-engine.js';
import type { KnowledgeDocument } from './knowledge.document.js';
import { type GONE_FROM_PUBLIC, PUBLIC_ONLY } from './knowledge.policy.js';

type Conditions = Record<string, unknown>;

/** Where the codes of a filter are stored; groups and kinds of actors are spelled out instead. */
const PATHS: Partial<Record<SearchField, string>> = {
  KIND: 'kind',
  COUNTRY: 'countries',
  THEME: 'themes',
  ACTOR: 'actors.actor',
  CHALLENGE: 'challenges',
  STAGE: 'stages',
  HAZARD: 'hazards',
  SDG: 'sdgs',
  MODALITY: 'modality',
  LANGUAGE: 'locales',
  EVIDENCE: 'evidence',
};

/** The store's conditions for what the public may see of a filter, or for what is gone from its sight. */
export function toConditions(
  filter: SearchFilter,
  reference: Reference,
  visibility: typeof PUBLIC_ONLY | typeof GONE_FROM_PUBLIC = PUBLIC_ONLY,
): Conditions {
  const codes: Partial<Record<SearchField, readonly string[]>> = filter.codes ?? {};
  const parts: Conditions[] = [];
  for (const [field, path] of Object.entries(PATHS)) {
    const values = codes[field as SearchField];
    if (values) parts.push({ [path]: oneOf(values) });
  }
  if (codes.GROUP) parts.push({ countries: oneOf(countriesOf(codes.GROUP, reference)) });
  if (codes.ACTOR_KIND)
    parts.push({ 'actors.actor': oneOf(actorsOf(codes.ACTOR_KIND, reference)) });
  if (filter.event) parts.push({ event: filter.event });
  if (filter.inForce !== undefined) parts.push({ inForce: filter.inForce });
  const published = {
    ...(filter.publishedFrom === undefined ? {} : { $gte: new Date(filter.publishedFrom) }),
    ...(filter.publishedTo === undefined ? {} : { $lte: new Date(filter.publishedTo) }),
  };
  if (Object.keys(published).length > 0) parts.push({ publishedAt: published });
  return allOf({ ...visibility }, parts);
}

const oneOf = (values: readonly string[]): unknown =>
  values.length === 1 ? values[0] : { $in: values };

/** One flat object where paths differ, which is what indexes serve best. */
function allOf(start: Conditions, parts: readonly Conditions[]): Conditions {
  const rest: Conditions[] = [];
  const flat = { ...start };
  for (const part of parts) {
    const [path = ''] = Object.keys(part);
    if (path in flat) rest.push(part);
    else Object.assign(flat, part);
  }
  return rest.length > 0 ? { ...flat, $and: rest } : flat;
}

function countriesOf(groups: readonly string[], reference: Reference): readonly string[] {
  const known = reference.in(DEFAULT_LOCALE).groups;
  return [
    ...new Set(groups.flatMap((code) => known.get(code)?.countries.map((c) => c.code) ?? [])),
  ];
}

const actorsOf = (kinds: readonly string[], reference: Reference): readonly string[] =>
  reference.records.actors.filter(({ kind }) => kinds.includes(kind)).map(({ _id }) => _id);

export interface Order {
  readonly path: string;
  readonly direction: 1 | -1;
  readonly tie: 1 | -1;
  readonly keyOf: (stored: Partial<KnowledgeDocument>) => CursorKey;
  readonly toStored: (key: CursorKey) => unknown;
}

const day = {
  keyOf: (stored: Partial<KnowledgeDocument>) => stored.publishedAt?.getTime() ?? 0,
  toStored: (key: CursorKey) => {
    const moment = new Date(typeof key === 'number' ? key : Number.NaN);
    if (Number.isNaN(moment.getTime())) throw badCursor();
    return moment;
  },
};

const asText = (key: CursorKey): string => {
  if (typeof key !== 'string') throw badCursor();
  return key;
};

/** Each order is one index read forwards or backwards; the id breaks ties. */
export function orderOf(sort: KnowledgeSort, locale: Locale): Order {
  switch (sort) {
    case KnowledgeSort.NEWEST:
      return { path: 'publishedAt', direction: -1, tie: 1, ...day };
    case KnowledgeSort.OLDEST:
      return { path: 'publishedAt', direction: 1, tie: -1, ...day };
    case KnowledgeSort.TITLE:
      return {
        path: `titleKeys.${locale}`,
        direction: 1,
        tie: 1,
        keyOf: (stored) => stored.titleKeys?.[locale] ?? '',
        toStored: asText,
      };
    case KnowledgeSort.RECENTLY_VERIFIED:
      return {
        path: 'verifiedAt',
        direction: -1,
        tie: 1,
        keyOf: (stored) => stored.verifiedAt ?? '',
        toStored: asText,
      };
  }
}

/** What follows a position in an order. Throws `BAD_CURSOR` for a key that the order cannot have. */
export function afterPosition(order: Order, { key, id }: CursorPosition): Conditions {
  const value = order.toStored(key);
  const further = order.direction === 1 ? '$gt' : '$lt';
  const nextId = order.tie === 1 ? '$gt' : '$lt';
  return {
    $or: [{ [order.path]: { [further]: value } }, { [order.path]: value, _id: { [nextId]: id } }],
  };
}
