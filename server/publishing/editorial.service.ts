import type { EditorialFilter } from '../../schema/editorial-inputs.js';
import { authorizeAnywhere, authorizeFor, isAllowed } from '../auth/permissions.js';
import { isAdministrator, type Viewer } from '../auth/viewer.js';
import { decodeCursor, encodeCursor, listFingerprint, pageSize, toPage } from '../graphql/page.js';
import type { KnowledgeDocument } from '../knowledge/knowledge.document.js';
import type { KnowledgeModel } from '../knowledge/knowledge.model.js';
import type { RecordLedger } from './record-ledger.js';

const WITHOUT_STEPS = { unfiled: 0 } as const;

/** Records as the members of their institutions see them. */
export class EditorialService {
  constructor(
    private readonly model: KnowledgeModel,
    private readonly ledger: RecordLedger,
  ) {}

  get today(): string {
    return this.ledger.now().toISOString().slice(0, 10);
  }

  /** Throws `NOT_FOUND` for what is absent and what this member may not see. */
  async find(viewer: Viewer, id: string): Promise<KnowledgeDocument> {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'editorialRecord', record);
    return record;
  }

  /** Last touched first; of all institutions that the member works for. */
  async list(
    viewer: Viewer,
    filter: EditorialFilter,
    { first, after, withTotal }: { first: number; after?: string | null; withTotal: boolean },
  ) {
    authorizeAnywhere(viewer, 'editorialRecords');
    const size = pageSize(first);
    const list = listFingerprint('editorial', viewer.memberId, filter);
    const conditions = this.conditions(viewer, filter);
    const from = after ? decodeCursor(list, after) : null;
    const [found, totalCount] = await Promise.all([
      this.model.collection
        .find({ ...conditions, ...(from ? afterPlace(from.key, from.id) : {}) } as object)
        .project(WITHOUT_STEPS)
        .sort({ touchedAt: -1, _id: 1 })
        .limit(size + 1)
        .toArray(),
      withTotal ? this.model.collection.countDocuments(conditions) : 0,
    ]);
    const records = found as unknown as KnowledgeDocument[];
    const edges = records.slice(0, size).map((node) => {
      const key = node.touchedAt?.getTime() ?? 0;
      return { node, cursor: encodeCursor(list, { key, id: node._id }) };
    });
    const pages = { hasNextPage: records.length > size, hasPreviousPage: Boolean(after) };
    return { ...toPage(edges, pages), totalCount };
  }

  private conditions(viewer: Viewer, filter: EditorialFilter): Record<string, unknown> {
    const { institution, mine, assignedToMe, draftStatus, reviewDue } = filter;
    return {
      ...this.visibleTo(viewer, institution ?? null),
      ...(mine || assignedToMe || draftStatus?.length ? { 'draft.status': { $exists: true } } : {}),
      ...(mine ? { 'draft.authors.id': viewer.memberId } : {}),
      ...(assignedToMe ? { 'draft.assignee.id': viewer.memberId } : {}),
      ...(draftStatus?.length ? { 'draft.status': { $in: draftStatus } } : {}),
      ...(reviewDue ? { reviewBy: { $lte: this.today, $gt: '' }, public: true } : {}),
    };
  }

  /** Administrators see all that people work on; others what belongs to their institutions. */
  private visibleTo(viewer: Viewer, asked: string | null): Record<string, unknown> {
    if (asked !== null) {
      const isSeen = isAllowed(viewer, 'editorialRecords', asked);
      return { institution: isSeen ? asked : { $in: [] } };
    }
    const own = viewer.memberships.map(({ institution }) => institution);
    if (!isAdministrator(viewer)) return { institution: { $in: own } };
    return { touchedAt: { $exists: true } };
  }
}

const afterPlace = (key: string | number, id: string) => {
  const at = new Date(Number(key));
  return { $or: [{ touchedAt: { $lt: at } }, { touchedAt: at, _id: { $gt: id } }] };
};
