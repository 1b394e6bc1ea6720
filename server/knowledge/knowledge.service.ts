import type { KnowledgeFilter, KnowledgeSort } from '../../schema/knowledge-filter.js';
import type { KnowledgeItem } from '../../schema/knowledge-item.js';
import { badInput } from '../errors.js';
import { decodeCursor, encodeCursor, listFingerprint, pageSize, toPage } from '../graphql/page.js';
import type { Reference } from '../reference/reference.js';
import type { SearchFilter } from '../search/search-engine.js';
import type { KnowledgeDocument } from './knowledge.document.js';
import type { KnowledgeModel } from './knowledge.model.js';
import { PUBLIC_ONLY } from './knowledge.policy.js';
import { type ReadDocument, toKnowledgeItem, type ViewContext } from './knowledge.view.js';
import { resolveFilter } from './knowledge-filter.js';
import { projectionFor } from './knowledge-projection.js';
import { afterPosition, orderOf, toConditions } from './knowledge-query.js';

/** What a reading operation carries along. */
export interface Reader extends ViewContext {
  /** All reference data of the moment, for filters. */
  readonly all: Reference;
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

/** Reads of knowledge items. Everything it gives has passed the visibility function. */
export class KnowledgeService {
  constructor(private readonly model: KnowledgeModel) {}

  resolveFilter(filter: KnowledgeFilter | null | undefined, reader: Reader): SearchFilter {
    return resolveFilter(filter, reader.all);
  }

  /** One record by id or slug; null when there is none that the public may see. */
  async find(
    key: { readonly id?: string | null; readonly slug?: string | null },
    fields: readonly string[],
    reader: Reader,
  ): Promise<KnowledgeItem | null> {
    const given = [key.id, key.slug].filter((value) => value != null);
    if (given.length !== 1) throw badInput('id', 'Give either "id" or "slug".');
    const conditions = key.id == null ? { slug: key.slug } : { _id: key.id };
    const stored = await this.model.collection.findOne(
      { ...conditions, ...PUBLIC_ONLY } as object,
      { projection: projectionFor(fields) },
    );
    return stored && toKnowledgeItem(stored as unknown as ReadDocument, reader);
  }

  /** Records by id, in the order of the ids; null for one that is not there or not public. */
  async findMany(
    ids: readonly string[],
    fields: readonly string[],
    reader: Reader,
  ): Promise<readonly (KnowledgeItem | null)[]> {
    const found = await this.read({ _id: { $in: [...ids] }, ...PUBLIC_ONLY }, fields);
    const byId = new Map(found.map((stored) => [stored._id, stored]));
    return ids.map((id) => {
      const stored = byId.get(id);
      return stored ? toKnowledgeItem(stored, reader) : null;
    });
  }

  /** A page of a list: one command for the records and one for the total, when they are asked. */
  async list(request: ListRequest, reader: Reader) {
    const { filter, sort, first, after } = request;
    const size = pageSize(first);
    const order = orderOf(sort, reader.locale);
    const list = listFingerprint('items', filter, order.path, order.direction);
    const conditions = toConditions(filter, reader.all);
    const from = after ? afterPosition(order, decodeCursor(list, after)) : {};

    const [found, totalCount] = await Promise.all([
      this.model.collection
        .find({ ...conditions, ...from } as object)
        .project({ ...projectionFor(request.fields), [order.path]: 1 })
        .sort({ [order.path]: order.direction, _id: order.tie })
        .limit(size + 1)
        .toArray() as Promise<unknown> as Promise<ReadDocument[]>,
      request.withTotal ? this.count(conditions) : 0,
    ]);
    const edges = found.slice(0, size).map((stored) => ({
      cursor: encodeCursor(list, { key: order.keyOf(stored), id: stored._id }),
      node: toKnowledgeItem(stored, reader),
    }));
    const pages = { hasNextPage: found.length > size, hasPreviousPage: Boolean(after) };
    return { ...toPage(edges, pages), totalCount };
  }

  /** All editions of a protocol's family, the one in force first. */
  async editions(family: string, fields: readonly string[], reader: Reader) {
    const found = await this.read({ family, ...PUBLIC_ONLY }, [
      ...new Set([...fields, 'inForce', 'inForceFrom']),
    ]);
    return found
      .sort((a, b) => editionRank(b).localeCompare(editionRank(a)))
      .map((stored) => toKnowledgeItem(stored, reader));
  }

  /** How many records the public may see. */
  countPublic(): Promise<number> {
    return this.count({ ...PUBLIC_ONLY });
  }

  private count(conditions: object): Promise<number> {
    return this.model.collection.countDocuments(conditions);
  }

  private async read(conditions: object, fields: readonly string[]): Promise<ReadDocument[]> {
    const found = await this.model.collection
      .find(conditions)
      .project(projectionFor(fields))
      .toArray();
    return found as unknown as ReadDocument[];
  }
}

const editionRank = ({ inForce, inForceFrom, slug }: Partial<KnowledgeDocument>): string =>
  `${inForce ? 1 : 0}${inForceFrom ?? ''}${slug}`;
