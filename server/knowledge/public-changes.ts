import type { Reference } from '../reference/reference.js';
import type { SearchFilter } from '../search/search-engine.js';
import type { KnowledgeDocument } from './knowledge.document.js';
import type { KnowledgeModel } from './knowledge.model.js';
import { GONE_FROM_PUBLIC, PUBLIC_ONLY } from './knowledge.policy.js';
import type { ReadDocument } from './knowledge.view.js';
import { projectionFor } from './knowledge-projection.js';
import { toConditions } from './knowledge-query.js';

/** Behind the record of this id that changed at this moment. */
export interface ChangePlace {
  readonly at: Date;
  readonly id: string;
}

/** Which changes: of records that pass a filter, in a stretch of time. */
export interface ChangesAsked {
  readonly filter: SearchFilter;
  readonly reference: Reference;
  readonly from?: Date;
  /** The first moment that is too late. */
  readonly before?: Date;
}

export interface ChangesPage extends ChangesAsked {
  readonly after?: ChangePlace;
  readonly most: number;
  /** Fields of the contract to read of public records; none reads their links alone. */
  readonly fields: readonly string[];
}

/** What is told of a record whether or not it still is public. */
export type ChangedLinks = Pick<
  KnowledgeDocument,
  '_id' | 'updatedAt' | 'kind' | 'countries' | 'themes'
>;

/** A record as it is now. Of one that was withdrawn nothing but the codes of its links is left. */
export interface PublicChange {
  readonly links: ChangedLinks;
  readonly record: ReadDocument | null;
}

type Visibility = typeof PUBLIC_ONLY | typeof GONE_FROM_PUBLIC;
type Stored = ChangedLinks & ReadDocument;

const LINKS = { updatedAt: 1, kind: 1, countries: 1, themes: 1 } as const;

/**
 * What changed for the public, oldest change first: for harvesters, who keep a copy and have to
 * forget what was withdrawn. `updatedAt` moves with each public change and with nothing else.
 */
export class PublicChanges {
  constructor(private readonly model: KnowledgeModel) {}

  /** Two store commands, whatever the size of the page. */
  async page(asked: ChangesPage): Promise<readonly PublicChange[]> {
    const [gone, shown] = await Promise.all([
      this.read(asked, GONE_FROM_PUBLIC, LINKS),
      this.read(asked, PUBLIC_ONLY, projectionOf(asked.fields)),
    ]);
    // What was withdrawn between the two answers is gone.
    const forgotten = new Set(gone.map(({ _id }) => _id));
    const present = shown.filter(({ _id }) => !forgotten.has(_id));
    return [...gone.map(toGone), ...present.map(toPresent)].sort(byPlace).slice(0, asked.most);
  }

  async count(asked: ChangesAsked): Promise<number> {
    const count = (visibility: Visibility) =>
      this.model.collection.countDocuments(conditionsOf(asked, visibility));
    const [gone, shown] = await Promise.all([count(GONE_FROM_PUBLIC), count(PUBLIC_ONLY)]);
    return gone + shown;
  }

  /** Null for what never was public, as for what never was. */
  async find(id: string, fields: readonly string[]): Promise<PublicChange | null> {
    const shown = await this.findOne(id, PUBLIC_ONLY, projectionOf(fields));
    if (shown) return toPresent(shown);
    const gone = await this.findOne(id, GONE_FROM_PUBLIC, LINKS);
    return gone && toGone(gone);
  }

  /** When the change that is oldest by now was made; null as long as there is none. */
  async earliest(reference: Reference): Promise<Date | null> {
    const [first] = await this.page({ filter: {}, reference, most: 1, fields: [] });
    return first?.links.updatedAt ?? null;
  }

  private async read(
    asked: ChangesPage,
    visibility: Visibility,
    projection: object,
  ): Promise<readonly Stored[]> {
    const found = await this.model.collection
      .find(conditionsOf(asked, visibility))
      .project(projection)
      .sort({ updatedAt: 1, _id: 1 })
      .limit(asked.most)
      .toArray();
    return found as unknown as readonly Stored[];
  }

  private async findOne(
    id: string,
    visibility: Visibility,
    projection: object,
  ): Promise<Stored | null> {
    const conditions = { _id: id, ...visibility } as object;
    const found = await this.model.collection.findOne(conditions, { projection });
    return found as unknown as Stored | null;
  }
}

const toPresent = (stored: Stored): PublicChange => ({ links: stored, record: stored });
const toGone = (links: ChangedLinks): PublicChange => ({ links, record: null });

const projectionOf = (fields: readonly string[]): object =>
  fields.length > 0 ? { ...projectionFor(fields), ...LINKS } : LINKS;

function conditionsOf(
  { filter, reference, from, before, after }: ChangesAsked & { readonly after?: ChangePlace },
  visibility: Visibility,
): object {
  const conditions = toConditions(filter, reference, visibility);
  const end = before ? { $lt: before } : {};
  if (after) {
    const { at, id } = after;
    const later = { updatedAt: { $gt: at, ...end } };
    return { ...conditions, $or: [later, { updatedAt: at, _id: { $gt: id } }] };
  }
  const stretch = { ...(from ? { $gte: from } : {}), ...end };
  return Object.keys(stretch).length > 0 ? { ...conditions, updatedAt: stretch } : conditions;
}

/** As the store sorts: ids are plain letters and digits, which have one order everywhere. */
function byPlace({ links: one }: PublicChange, { links: other }: PublicChange): number {
  const distance = one.updatedAt.getTime() - other.updatedAt.getTime();
  return distance || (one._id < other._id ? -1 : 1);
}
