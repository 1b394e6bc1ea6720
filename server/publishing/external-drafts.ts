import { isDeepStrictEqual } from 'node:util';
import { ItemStatus, type KnowledgeKind } from '../../schema/knowledge-enums.js';
import type { RecordContent } from '../../schema/record-content.js';
import { RevisionAction } from '../../schema/revision.js';
import { authorize } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import { invalid, wrongStatus } from '../errors.js';
import type { KnowledgeDocument } from '../knowledge/knowledge.document.js';
import type { KnowledgeModel } from '../knowledge/knowledge.model.js';
import type { Reference } from '../reference/reference.js';
import { contentOf } from './content-fields.js';
import { withInput } from './content-input.js';
import { checkLimits } from './content-limits.js';
import { checkReferences } from './content-references.js';
import { type DraftingService, openDraft } from './drafting.service.js';

/** A record as another system has it. */
export interface ExternalDraft {
  readonly externalId: string;
  readonly kind: KnowledgeKind;
  readonly content: RecordContent;
}

/** What became of it. */
export type PutOutcome = 'CREATED' | 'CHANGED' | 'UNCHANGED';

interface PutOptions {
  readonly institution: string;
  readonly reference: Reference;
  /** Says what would be done. */
  readonly isDryRun: boolean;
}

const WITHOUT_STEPS = { unfiled: 0 } as const;
const NOTE = 'Import';

/** Drafts from other systems: the same one given twice is one record, and changes nothing the second time. */
export class ExternalDrafts {
  constructor(
    private readonly model: KnowledgeModel,
    private readonly drafting: DraftingService,
  ) {}

  /** Those that the institution has already, by external id; one store command. */
  async find(
    institution: string,
    externalIds: readonly string[],
  ): Promise<ReadonlyMap<string, KnowledgeDocument>> {
    const found = await this.model.collection
      .find({ institution, externalId: { $in: externalIds } } as object)
      .project(WITHOUT_STEPS)
      .toArray();
    const records = found as unknown as KnowledgeDocument[];
    return new Map(records.map((record) => [record.externalId ?? '', record]));
  }

  /** Throws `HubProblems` that name each wrong value. */
  check(content: RecordContent, reference: Reference): void {
    checkLimits(content);
    checkReferences(content, reference);
  }

  /** Creates the record, or makes its draft hold this content: one atomic store command, or none. */
  async put(
    viewer: Viewer,
    draft: ExternalDraft,
    present: KnowledgeDocument | null,
    { institution, reference, isDryRun }: PutOptions,
  ): Promise<PutOutcome> {
    authorize(viewer, 'createDraft', institution);
    this.check(draft.content, reference);
    if (present) return this.update(viewer, draft, present, isDryRun);
    if (!isDryRun) {
      await this.drafting.create(viewer, { ...draft, institution, locale: null }, reference);
    }
    return 'CREATED';
  }

  private async update(
    viewer: Viewer,
    { kind, content: input }: ExternalDraft,
    present: KnowledgeDocument,
    isDryRun: boolean,
  ): Promise<PutOutcome> {
    if (present.kind !== kind) throw otherKind(present);
    if (present.status === ItemStatus.WITHDRAWN && present.publishedAt) throw withdrawn();
    const before = present.draft?.content ?? contentOf(present);
    const content = withInput(before, input);
    if (isDeepStrictEqual(content, before)) return 'UNCHANGED';
    if (present.draft) openDraft(present);
    if (isDryRun) return 'CHANGED';
    const action = present.draft ? RevisionAction.SAVED : RevisionAction.EDITED;
    await this.drafting.write(viewer, present, present.revision ?? 0, {
      action,
      content,
      note: NOTE,
    });
    return 'CHANGED';
  }
}

const otherKind = ({ kind }: KnowledgeDocument) =>
  invalid('kind', `The record with this identifier is of another kind: ${kind}.`);

const withdrawn = () =>
  wrongStatus(
    'The record with this identifier was withdrawn. Give the new one another identifier.',
  );
