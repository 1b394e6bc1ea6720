import { ItemStatus, KnowledgeKind } from '../../schema/knowledge-enums.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { RevisionAction } from '../../schema/revision.js';
import { ANONYMOUS } from '../auth/viewer.js';
import { HubError } from '../errors.js';
import type { KnowledgeDocument } from '../knowledge/knowledge.document.js';
import type { KnowledgeModel } from '../knowledge/knowledge.model.js';
import { contentOf } from './content-fields.js';
import type { RecordLedger } from './record-ledger.js';

const MOST_FAMILIES = 100;
const MOST_TRIES = 10;

/**
 * Sees to it that exactly one published edition of each family of protocols is in force: the latest whose day has
 * come. Each step is done again until it holds, so that an end in between is made good by the next turn.
 */
export class EditionsInForce {
  constructor(
    private readonly model: KnowledgeModel,
    private readonly ledger: RecordLedger,
  ) {}

  /** Families with an edition whose day has come, and those that an end in between left unsettled. */
  async due(): Promise<readonly string[]> {
    const [waiting, left] = await Promise.all([this.come(), this.unsettled({})]);
    return [...new Set([...waiting, ...left].map(({ family }) => String(family)))];
  }

  private come() {
    return this.model.collection
      .find({
        kind: KnowledgeKind.PROTOCOL,
        status: ItemStatus.PUBLISHED,
        inForce: false,
        // Shipped records say themselves which edition is in force.
        revision: { $gte: 1 },
        $or: [{ inForceFrom: { $lte: this.today() } }, { inForceFrom: null }],
      })
      .project({ family: 1 })
      .limit(MOST_FAMILIES)
      .toArray();
  }

  private unsettled(of: { readonly family?: string }) {
    return this.model.collection
      .find({ ...of, unsettled: { $exists: true, $gte: 0 } })
      .project({ family: 1, unsettled: 1 })
      .limit(MOST_FAMILIES)
      .toArray();
  }

  /** True when something changed. Begins again when somebody changes an edition meanwhile. */
  async settle(family: string): Promise<boolean> {
    const marked = await this.unsettled({ family });
    const hasChanged = await this.settleUntilDone(family);
    for (const { _id, unsettled } of marked) {
      // One that has changed again meanwhile keeps its new mark.
      await this.model.collection.updateOne({ _id, unsettled }, { $unset: { unsettled: '' } });
    }
    return hasChanged;
  }

  private async settleUntilDone(family: string): Promise<boolean> {
    for (let tries = MOST_TRIES; ; tries--) {
      try {
        return await this.settleOnce(family);
      } catch (error) {
        const isOvertaken = error instanceof HubError && error.code === ProblemCode.CONFLICT;
        if (!isOvertaken || tries === 0) throw error;
      }
    }
  }

  /** The old edition gives way first: never are two in force. */
  private async settleOnce(family: string): Promise<boolean> {
    const editions = await this.published(family);
    const next = this.inForce(editions);
    let hasChanged = false;
    for (const edition of editions) {
      if (edition === next || isAhead(edition, this.today())) continue;
      if (edition.status === ItemStatus.SUPERSEDED && !edition.inForce) continue;
      await this.mark(edition, RevisionAction.SUPERSEDED, ItemStatus.SUPERSEDED, false);
      hasChanged = true;
    }
    if (next && (!next.inForce || next.status !== ItemStatus.PUBLISHED)) {
      await this.mark(next, RevisionAction.IN_FORCE, ItemStatus.PUBLISHED, true);
      hasChanged = true;
    }
    return hasChanged;
  }

  private async published(family: string): Promise<readonly KnowledgeDocument[]> {
    const found = await this.model.collection
      .find({ family, public: true })
      .project({ unfiled: 0 })
      .toArray();
    return found as unknown as readonly KnowledgeDocument[];
  }

  private inForce(editions: readonly KnowledgeDocument[]): KnowledgeDocument | undefined {
    const today = this.today();
    const come = editions.filter((edition) => !isAhead(edition, today));
    return come.sort((a, b) => rank(b).localeCompare(rank(a)))[0];
  }

  private mark(
    edition: KnowledgeDocument,
    action: RevisionAction,
    status: ItemStatus,
    inForce: boolean,
  ): Promise<KnowledgeDocument> {
    const set = { status, inForce };
    const step = { action, status, content: contentOf(edition), set, isPublic: true };
    return this.ledger.take(edition, edition.revision ?? 0, step, ANONYMOUS);
  }

  private today(): string {
    return this.ledger.now().toISOString().slice(0, 10);
  }
}

export const isAhead = (
  { inForceFrom }: Pick<KnowledgeDocument, 'inForceFrom'>,
  today: string,
): boolean => inForceFrom !== undefined && inForceFrom > today;

/** By the day from which it holds; without one, by that of its publication. */
const rank = ({ inForceFrom, publishedAt, _id }: KnowledgeDocument): string =>
  `${inForceFrom ?? publishedAt?.toISOString().slice(0, 10) ?? ''} ${publishedAt?.toISOString() ?? ''} ${_id}`;
