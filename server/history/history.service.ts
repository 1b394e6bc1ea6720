import type { Revision } from '../../schema/revision.js';
import { type Action, authorizeFor } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import { notFound } from '../errors.js';
import { decodeCursor, encodeCursor, listFingerprint, pageSize, toPage } from '../graphql/page.js';
import type { KnowledgeDocument, StoredRevision } from '../knowledge/knowledge.document.js';
import type { KnowledgeModel } from '../knowledge/knowledge.model.js';
import { toRecordContent } from '../publishing/content.view.js';
import type { RevisionModel } from './revision.model.js';

type Watched = Pick<KnowledgeDocument, '_id' | 'institution' | 'unfiled'>;

/** Who changed what, and when: for the members of the institution. */
export class HistoryService {
  constructor(
    private readonly knowledge: KnowledgeModel,
    private readonly revisions: RevisionModel,
  ) {}

  /** Latest first. */
  async page(viewer: Viewer, id: string, first: number, after: string | null | undefined) {
    const size = pageSize(first);
    const record = await this.watched(id);
    authorizeFor(viewer, 'revisions', record);
    const list = listFingerprint('revisions', id);
    const before = after ? Number(decodeCursor(list, after).key) : Number.MAX_SAFE_INTEGER;
    const filed = await this.revisions.collection
      .find({ item: id, number: { $lt: before } })
      .sort({ number: -1 })
      .limit(size + 1)
      .toArray();
    const all = merged(record, filed as unknown as StoredRevision[]);
    const page = all.filter(({ number }) => number < before);
    const edges = page.slice(0, size).map((revision) => ({
      node: toRevision(revision),
      cursor: encodeCursor(list, { key: revision.number, id }),
    }));
    return toPage(edges, { hasNextPage: page.length > size, hasPreviousPage: Boolean(after) });
  }

  /** For what somebody is about to do with it; throws `NOT_FOUND` when there is no such revision. */
  async one(viewer: Viewer, action: Action, id: string, number: number): Promise<StoredRevision> {
    const record = await this.watched(id);
    authorizeFor(viewer, action, record);
    const recent = (record.unfiled ?? []).find((revision) => revision.number === number);
    const found = recent ?? (await this.revisions.findById(`${id}:${number}`).lean());
    if (!found) throw notFound();
    return found as StoredRevision;
  }

  /** The latest content whose original had this version: what a stale translation was made from. */
  async originalAt(
    viewer: Viewer,
    id: string,
    textVersion: number,
  ): Promise<StoredRevision | null> {
    const record = await this.watched(id);
    authorizeFor(viewer, 'revisions', record);
    const isOf = ({ content }: StoredRevision) => content.textVersion === textVersion;
    const recent = (record.unfiled ?? []).filter(isOf).at(-1);
    if (recent) return recent;
    const [found] = await this.revisions.collection
      .find({ item: id, 'content.textVersion': textVersion })
      .sort({ number: -1 })
      .limit(1)
      .toArray();
    return (found as unknown as StoredRevision | undefined) ?? null;
  }

  private async watched(id: string): Promise<Watched | null> {
    const projection = { institution: 1, unfiled: 1 };
    const found = await this.knowledge.collection.findOne({ _id: id } as object, { projection });
    return found as unknown as Watched | null;
  }
}

/** Steps that are not filed yet come from the record itself. */
function merged({ unfiled = [] }: Watched, filed: readonly StoredRevision[]) {
  const known = new Set(filed.map(({ number }) => number));
  const recent = unfiled.filter(({ number }) => !known.has(number));
  return [...recent, ...filed].sort((a, b) => b.number - a.number);
}

export const toRevision = ({ content, by, note, ...step }: StoredRevision): Revision => ({
  number: step.number,
  action: step.action,
  at: step.at,
  status: step.status,
  by: by ?? null,
  note: note ?? null,
  content: toRecordContent(content),
});
