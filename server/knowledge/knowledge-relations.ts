import DataLoader from 'dataloader';
import { KnowledgeSort } from '../../schema/knowledge-filter.js';
import type { KnowledgeItem } from '../../schema/knowledge-item.js';
import type { KnowledgeItemConnection } from '../../schema/knowledge-item-connection.js';
import {
  type CursorPosition,
  decodeCursor,
  encodeCursor,
  listFingerprint,
  pageSize,
  toPage,
} from '../graphql/page.js';
import type { SearchField, SearchFilter } from '../search/search-engine.js';
import type { KnowledgeDocument } from './knowledge.document.js';
import type { KnowledgeModel } from './knowledge.model.js';
import { PUBLIC_ONLY } from './knowledge.policy.js';
import type { KnowledgeService, Reader } from './knowledge.service.js';

/** The records of one country, theme, challenge, actor or event. */
export interface RelationRequest {
  readonly path: 'countries' | 'themes' | 'challenges' | 'actors.actor' | 'event';
  readonly codes: readonly string[];
  readonly first: number;
  readonly after?: string | null;
  readonly fields: readonly string[];
  readonly withTotal: boolean;
}

const FIELD_OF: Readonly<Record<RelationRequest['path'], SearchField | null>> = {
  countries: 'COUNTRY',
  themes: 'THEME',
  challenges: 'CHALLENGE',
  'actors.actor': 'ACTOR',
  event: null,
};

type Skeleton = Pick<KnowledgeDocument, '_id' | 'publishedAt'> & Partial<KnowledgeDocument>;

/**
 * One per request. A single parent reads its page through the index; many parents share one read
 * of bare links and one of the records on their pages, however many they are.
 */
export const createRelationLoader = (
  model: KnowledgeModel,
  service: KnowledgeService,
  reader: Reader,
) =>
  new DataLoader<RelationRequest, KnowledgeItemConnection, string>(
    async (requests) => {
      const [only] = requests;
      if (only && requests.length === 1) return [await readOne(only, service, reader)];
      return readMany(requests, model, service, reader);
    },
    { cacheKeyFn: (request) => JSON.stringify(request) },
  );

function filterOf({ path, codes }: RelationRequest): SearchFilter {
  const field = FIELD_OF[path];
  return field ? { codes: { [field]: codes } } : { event: codes[0] ?? '' };
}

const readOne = (request: RelationRequest, service: KnowledgeService, reader: Reader) =>
  service.list({ ...request, filter: filterOf(request), sort: KnowledgeSort.NEWEST }, reader);

async function readMany(
  requests: readonly RelationRequest[],
  model: KnowledgeModel,
  service: KnowledgeService,
  reader: Reader,
): Promise<KnowledgeItemConnection[]> {
  const paths = [...new Set(requests.map(({ path }) => path))];
  const skeletons = new Map<string, readonly Skeleton[]>();
  for (const path of paths) {
    const codes = requests.filter((request) => request.path === path).flatMap((r) => r.codes);
    skeletons.set(path, await readSkeletons(model, path, [...new Set(codes)]));
  }
  const pages = requests.map((request) => cut(request, skeletons.get(request.path) ?? []));
  const ids = [...new Set(pages.flatMap(({ page }) => page.map(({ _id }) => _id)))];
  const fields = [...new Set(requests.flatMap((request) => request.fields))].sort();
  const items = ids.length > 0 ? await service.findMany(ids, fields, reader) : [];
  const byId = new Map(items.flatMap((item) => (item ? [[item.id, item] as const] : [])));
  return pages.map((page) => toConnection(page, byId));
}

async function readSkeletons(
  model: KnowledgeModel,
  path: RelationRequest['path'],
  codes: readonly string[],
): Promise<readonly Skeleton[]> {
  const found = await model.collection
    .find({ ...PUBLIC_ONLY, [path]: { $in: [...codes] } } as object)
    .project({ [path]: 1, publishedAt: 1 })
    .sort({ publishedAt: -1, _id: 1 })
    .toArray();
  return found as unknown as Skeleton[];
}

interface CutPage {
  readonly list: string;
  readonly page: readonly Skeleton[];
  readonly total: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

function cut(request: RelationRequest, skeletons: readonly Skeleton[]): CutPage {
  const size = pageSize(request.first);
  const list = listFingerprint('items', filterOf(request), 'publishedAt', -1);
  const codes = new Set(request.codes);
  const own = skeletons.filter((skeleton) =>
    linksOf(skeleton, request.path).some((c) => codes.has(c)),
  );
  const start = request.after ? placeAfter(own, decodeCursor(list, request.after)) : 0;
  return {
    list,
    page: request.fields.length > 0 ? own.slice(start, start + size) : [],
    total: own.length,
    hasNextPage: start + size < own.length,
    hasPreviousPage: Boolean(request.after),
  };
}

function linksOf(skeleton: Skeleton, path: RelationRequest['path']): readonly string[] {
  if (path === 'actors.actor') return (skeleton.actors ?? []).map(({ actor }) => actor);
  if (path === 'event') return skeleton.event ? [skeleton.event] : [];
  return skeleton[path] ?? [];
}

const keyOf = ({ publishedAt }: Skeleton): number => publishedAt?.getTime() ?? 0;

function placeAfter(own: readonly Skeleton[], { key, id }: CursorPosition): number {
  const place = own.findIndex(
    (skeleton) => keyOf(skeleton) < Number(key) || (keyOf(skeleton) === key && skeleton._id > id),
  );
  return place < 0 ? own.length : place;
}

function toConnection(
  { list, page, total, ...pages }: CutPage,
  byId: ReadonlyMap<string, KnowledgeItem>,
): KnowledgeItemConnection {
  const edges = page.flatMap((skeleton) => {
    const node = byId.get(skeleton._id);
    return node
      ? [{ node, cursor: encodeCursor(list, { key: keyOf(skeleton), id: node.id }) }]
      : [];
  });
  return { ...toPage(edges, pages), totalCount: total };
}
