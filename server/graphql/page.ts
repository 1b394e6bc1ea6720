import { createHash } from 'node:crypto';
import type { PageInfo } from '../../schema/page-info.js';
import { badCursor, badInput } from '../errors.js';

export const MAX_PAGE_SIZE = 100;

/** Checks `first`; throws `BAD_USER_INPUT` outside of 1 to the maximum. */
export function pageSize(first: number, max = MAX_PAGE_SIZE): number {
  if (Number.isInteger(first) && first >= 1 && first <= max) return first;
  throw badInput('first', `"first" has to lie between 1 and ${max}; it is ${first}.`);
}

export type CursorKey = string | number;

/** Where a page ended: a sort key and the id that breaks ties. */
export interface CursorPosition {
  readonly key: CursorKey;
  readonly id: string;
}

/** Names a list by everything that decides its content and order, so that cursors cannot stray. */
export function listFingerprint(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}

export const encodeCursor = (list: string, { key, id }: CursorPosition): string =>
  Buffer.from(JSON.stringify([list, key, id])).toString('base64url');

/** Throws `BAD_CURSOR` for a cursor of another list, or one that was never ours. */
export function decodeCursor(list: string, cursor: string): CursorPosition {
  const [of, key, id] = parseCursor(cursor);
  const isKey = typeof key === 'string' || (typeof key === 'number' && Number.isFinite(key));
  if (of !== list || !isKey || typeof id !== 'string') throw badCursor();
  return { key, id };
}

function parseCursor(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** The shape that all connections share. */
export function toPage<E extends Edge<unknown>>(
  edges: readonly E[],
  pages: Pick<PageInfo, 'hasNextPage' | 'hasPreviousPage'>,
) {
  return {
    edges,
    nodes: edges.map(({ node }): E['node'] => node),
    pageInfo: {
      hasNextPage: pages.hasNextPage,
      hasPreviousPage: pages.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A page of a list that is in memory, in an order of its own. */
export function pageOf<T extends { readonly id: string }>(
  all: readonly T[],
  list: string,
  keyOf: (node: T) => CursorKey,
  { first, after }: { readonly first: number; readonly after?: string | null },
) {
  const size = pageSize(first);
  const start = after ? indexAfter(all, decodeCursor(list, after), keyOf) : 0;
  const edges = all
    .slice(start, start + size)
    .map((node) => ({ node, cursor: encodeCursor(list, { key: keyOf(node), id: node.id }) }));
  const hasNextPage = start + size < all.length;
  return { ...toPage(edges, { hasNextPage, hasPreviousPage: start > 0 }), totalCount: all.length };
}

/** After the record itself; when it has gone, after where its key would stand. */
function indexAfter<T extends { readonly id: string }>(
  all: readonly T[],
  { id, key }: CursorPosition,
  keyOf: (node: T) => CursorKey,
): number {
  const own = all.findIndex((node) => node.id === id);
  if (own >= 0) return own + 1;
  const next = all.findIndex((node) => keyOf(node) > key);
  return next < 0 ? all.length : next;
}
