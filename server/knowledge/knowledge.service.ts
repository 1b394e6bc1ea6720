import type { KnowledgeFilter, KnowledgeSort } from '../../schema/knowledge-filter.js';
import type { KnowledgeItem } from '../../schema/knowledge-item.js';
import type { Tombstone } from '../../schema/tombstone.js';
import { badInput } from '../errors.js';
import {
  type CursorPosition,
  decodeCursor,
  encodeCursor,
  listFingerprint,
  pageSize,
  toPage,
} from '../graphql/page.js';
import { localeOf, localized } from '../localized.js';
import type { DataVersion } from '../mongo/data-version.js';
import { VersionedCache } from '../mongo/versioned-cache.js';
import type { Reference } from '../reference/reference.js';
import type { SearchFilter } from '../search/search-engine.js';
import { KeptRecords } from './kept-records.js';
import type { KnowledgeDocument } from './knowledge.document.js';
import type { KnowledgeModel } from './knowledge.model.js';
import { GONE_FROM_PUBLIC, PUBLIC_ONLY } from './knowledge.policy.js';
import { type ReadDocument, toKnowledgeItem, type ViewContext } from './knowledge.view.js';
import { resolveFilter } from './knowledge-filter.js';
import { projectionFor } from './knowledge-projection.js';
import { afterPosition, type Order, orderOf, toConditions } from './knowledge-query.js';
import { SharedReads } from './shared-reads.js';

/** Places and totals of so many different lists are remembered. */
const MAX_LISTS = 1_000;

/** What a reading operation carries along. */
export interface Reader extends ViewContext {
  /** All reference data of the moment, for filters. */
  readonly all: Reference;
  /** Of the data when the operation began: what is read may be kept under it. */
  readonly generation: number;
}

/** One of the two names a record. */
export interface RecordKey {
  readonly id?: string | null;
  readonly slug?: string | null;
}

export interface ListRequest {
  readonly filter: SearchFilter;
  readonly sort: KnowledgeSort;
  readonly first: number;
  readonly after?: string | null;
  /** Fields of the contract to read of each record; none reads no records. */
  readonly fields: readonly string[];
  readonly withTotal: boolean;
}

interface PlacesRequest {
  readonly list: string;
  readonly conditions: Record<string, unknown>;
  readonly order: Order;
  readonly from: CursorPosition | null;
  readonly most: number;
}

/** Reads of knowledge items. Everything it gives has passed the visibility function. */
export class KnowledgeService {
  private readonly totals: VersionedCache<{ readonly count: number }>;
  private readonly pages: VersionedCache<readonly ReadDocument[]>;
  private readonly kept: KeptRecords;
  private readonly shared: SharedReads;

  constructor(
    private readonly model: KnowledgeModel,
    dataVersion: DataVersion,
    keptMegabytes: number,
  ) {
    this.kept = new KeptRecords(dataVersion, keptMegabytes);
    this.shared = new SharedReads(model);
    const most = keptMegabytes > 0 ? MAX_LISTS : 0;
    this.totals = new VersionedCache(dataVersion, most, () => 1);
    this.pages = new VersionedCache(dataVersion, most, () => 1);
  }

  resolveFilter(filter: KnowledgeFilter | null | undefined, reader: Reader): SearchFilter {
    return resolveFilter(filter, reader.all);
  }

  /** One record by id or slug; null when there is none that the public may see. */
  async find(
    key: RecordKey,
    fields: readonly string[],
    reader: Reader,
  ): Promise<KnowledgeItem | null> {
    const conditions = conditionsOf(key);
    if (key.id != null) return (await this.findMany([key.id], fields, reader))[0] ?? null;
    const name = `slug:${key.slug}`;
    const known = this.kept.get(name, fields, reader);
    if (known) return known;
    const stored = await this.model.collection.findOne(
      { ...conditions, ...PUBLIC_ONLY } as object,
      { projection: projectionFor(fields) },
    );
    if (!stored) return null;
    const item = toKnowledgeItem(stored as unknown as ReadDocument, reader);
    this.kept.keep(name, item, fields, reader);
    return item;
  }

  /** What is left of a withdrawn record: never its texts. */
  async tombstone(key: RecordKey, { locale }: Reader): Promise<Tombstone | null> {
    const stored = await this.model.collection.findOne(
      { ...conditionsOf(key), ...GONE_FROM_PUBLIC } as object,
      { projection: { slug: 1, withdrawal: 1, updatedAt: 1 } },
    );
    if (!stored) return null;
    const { slug, withdrawal, updatedAt } = stored as unknown as KnowledgeDocument;
    return {
      slug,
      withdrawnAt: withdrawal?.at ?? updatedAt,
      reason: localized(withdrawal?.reason, locale),
      reasonLocale: localeOf(withdrawal?.reason, locale),
    };
  }

  /** Records by id, in the order of the ids; null for one that is not there or not public. */
  async findMany(
    ids: readonly string[],
    fields: readonly string[],
    reader: Reader,
  ): Promise<readonly (KnowledgeItem | null)[]> {
    const found = new Map<string, KnowledgeItem>();
    const missing: string[] = [];
    for (const id of ids) {
      const known = this.kept.get(id, fields, reader);
      if (known) found.set(id, known);
      else missing.push(id);
    }
    if (missing.length > 0) {
      for (const stored of await this.shared.read(missing, fields)) {
        if (!stored) continue;
        const item = toKnowledgeItem(stored, reader);
        this.kept.keep(item.id, item, fields, reader);
        found.set(item.id, item);
      }
    }
    return ids.map((id) => found.get(id) ?? null);
  }

  /** A page of a list: one command for the records and one for the total, when they are asked. */
  async list(request: ListRequest, reader: Reader) {
    const { filter, sort, first, after } = request;
    const size = pageSize(first);
    const order = orderOf(sort, reader.locale);
    const list = listFingerprint('items', filter, order.path, order.direction);
    const conditions = toConditions(filter, reader.all);
    const from = after ? decodeCursor(list, after) : null;
    const [places, totalCount] = await Promise.all([
      this.places({ list, conditions, order, from, most: size + 1 }, reader.generation),
      request.withTotal ? this.count(conditions, reader.generation) : 0,
    ]);
    const page = places.slice(0, size);
    const nodes = await this.nodesOf(page, request.fields, reader);
    const edges = page.flatMap((place, index) => {
      const node = nodes[index];
      const cursor = encodeCursor(list, { key: order.keyOf(place), id: place._id });
      return node ? [{ node, cursor }] : [];
    });
    const pages = { hasNextPage: places.length > size, hasPreviousPage: Boolean(after) };
    return { ...toPage(edges, pages), totalCount };
  }

  /** All editions of a protocol's family, the one in force first. */
  async editions(family: string, fields: readonly string[], reader: Reader) {
    const wanted = [...new Set([...fields, 'inForce', 'inForceFrom'])];
    const found = await this.model.collection
      .find({ family, ...PUBLIC_ONLY })
      .project(projectionFor(wanted))
      .toArray();
    return (found as unknown as ReadDocument[])
      .sort((a, b) => editionRank(b).localeCompare(editionRank(a)))
      .map((stored) => toKnowledgeItem(stored, reader));
  }

  /** How many records the public may see. */
  countPublic({ generation }: Pick<Reader, 'generation'>): Promise<number> {
    return this.count({ ...PUBLIC_ONLY }, generation);
  }

  /** Where the records of a page stand: their ids and sort keys, straight from an index. */
  private async places(
    { list, conditions, order, from, most }: PlacesRequest,
    asOf: number,
  ): Promise<readonly ReadDocument[]> {
    const key = JSON.stringify([list, order.path, from, most]);
    const known = this.pages.get(key);
    if (known) return known;
    const found = await this.model.collection
      .find({ ...conditions, ...(from ? afterPosition(order, from) : {}) })
      .project({ [order.path]: 1 })
      .sort({ [order.path]: order.direction, _id: order.tie })
      .limit(most)
      .toArray();
    const places = found as unknown as readonly ReadDocument[];
    this.pages.keep(key, places, asOf);
    return places;
  }

  /** Nothing is read for a page whose records nobody asked for. */
  private async nodesOf(
    page: readonly ReadDocument[],
    fields: readonly string[],
    reader: Reader,
  ): Promise<readonly (KnowledgeItem | null)[]> {
    const ids = page.map(({ _id }) => _id);
    if (fields.length > 0) return this.findMany(ids, fields, reader);
    return ids.map((id) => ({ id }) as KnowledgeItem);
  }

  private async count(conditions: object, asOf: number): Promise<number> {
    const key = JSON.stringify(conditions);
    const known = this.totals.get(key);
    if (known) return known.count;
    const count = await this.model.collection.countDocuments(conditions);
    this.totals.keep(key, { count }, asOf);
    return count;
  }
}

function conditionsOf({ id, slug }: RecordKey): object {
  const given = [id, slug].filter((value) => value != null);
  if (given.length !== 1) throw badInput('id', 'Give either "id" or "slug".');
  return id == null ? { slug } : { _id: id };
}

const editionRank = ({ inForce, inForceFrom, slug }: Partial<KnowledgeDocument>): string =>
  `${inForce ? 1 : 0}${inForceFrom ?? ''}${slug}`;
