import { ItemStatus } from '../../schema/knowledge-enums.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { RevisionAction } from '../../schema/revision.js';
import { authorizeFor } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import { HubError, HubProblems, invalid, wrongStatus } from '../errors.js';
import type {
  KnowledgeDocument,
  StoredDraft,
  StoredMember,
} from '../knowledge/knowledge.document.js';
import { DEFAULT_LOCALE } from '../locale.js';
import type { Reference } from '../reference/reference.js';
import { contentOf } from './content-fields.js';
import { memberOf, openDraft } from './drafting.service.js';
import { missingParts } from './missing-parts.js';
import { checkNote, givenNote } from './notes.js';
import { checkVersion, type RecordLedger, type Step } from './record-ledger.js';

/** Who may be asked to review. */
export interface Reviewers {
  /** Null when the member does not review for the institution. */
  find(institution: string, member: string): Promise<StoredMember | null>;
}

/** The way of a draft between its authors and its reviewers. */
export class ReviewService {
  constructor(
    private readonly ledger: RecordLedger,
    private readonly reviewers: Reviewers,
  ) {}

  /** Throws `HubProblems` (INCOMPLETE) that name what is missing. */
  async submit(viewer: Viewer, id: string, expectedVersion: number, note: string | null) {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'submitDraft', record);
    checkVersion(record, expectedVersion);
    const { content } = openDraft(record);
    const missing = missingParts(record.kind, content);
    if (missing.length > 0) throw new HubProblems(missing);
    const change = { action: RevisionAction.SUBMITTED, status: ItemStatus.IN_REVIEW };
    return this.move(viewer, record, expectedVersion, {
      ...change,
      note: givenNote(note),
    });
  }

  /** The authors take it back before it was reviewed. */
  async recall(viewer: Viewer, id: string, expectedVersion: number) {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'recallDraft', record);
    checkVersion(record, expectedVersion);
    draftInReview(record);
    const change = { action: RevisionAction.RECALLED, status: ItemStatus.DRAFT };
    return this.move(viewer, record, expectedVersion, change);
  }

  /** Null takes the assignment back. Throws `INVALID` unless the member reviews for the institution. */
  async assign(viewer: Viewer, id: string, expectedVersion: number, member: string | null) {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'assignReviewer', record);
    checkVersion(record, expectedVersion);
    const { draft, institution = '' } = record;
    if (!draft) throw wrongStatus('Nobody is working on this record.');
    const assignee = member === null ? null : await this.reviewers.find(institution, member);
    if (member !== null && !assignee) {
      throw invalid('member', 'This is not an editor of the institution.');
    }
    const { assignee: _before, ...rest } = draft;
    const step: Step = {
      action: RevisionAction.ASSIGNED,
      status: draft.status,
      content: draft.content,
      set: { draft: { ...rest, ...(assignee ? { assignee } : {}) } },
      note: assignee?.name,
    };
    return this.ledger.take(record, expectedVersion, step, viewer);
  }

  async requestChanges(viewer: Viewer, id: string, expectedVersion: number, note: string) {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'requestChanges', record);
    checkVersion(record, expectedVersion);
    draftInReview(record);
    const text = checkNote('note', note);
    const change = {
      action: RevisionAction.CHANGES_REQUESTED,
      status: ItemStatus.CHANGES_REQUESTED,
      note: text,
      reviewNote: { by: memberOf(viewer), at: this.ledger.now(), text },
    };
    return this.move(viewer, record, expectedVersion, change);
  }

  /** Another institution answers for it from now on. */
  async handOver(
    viewer: Viewer,
    id: string,
    expectedVersion: number,
    institution: string,
    reference: Reference,
  ) {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'handOverItem', record);
    checkVersion(record, expectedVersion);
    if (!reference.in(DEFAULT_LOCALE).actors.has(institution)) {
      throw invalid('institution', 'The hub does not know this institution.');
    }
    const step: Step = {
      action: RevisionAction.HANDED_OVER,
      status: record.draft?.status ?? record.status,
      content: record.draft?.content ?? contentOf(record),
      set: { institution },
      note: institution,
    };
    return this.ledger.take(record, expectedVersion, step, viewer);
  }

  private move(
    viewer: Viewer,
    record: KnowledgeDocument,
    expectedVersion: number,
    change: Pick<Step, 'action' | 'status' | 'note'> & Pick<StoredDraft, 'reviewNote'>,
  ): Promise<KnowledgeDocument> {
    const { action, status, note, reviewNote } = change;
    const { draft } = record as KnowledgeDocument & { draft: StoredDraft };
    const next = { ...draft, status, ...(reviewNote ? { reviewNote } : {}) };
    // Until it is published for the first time, the record stands where its draft stands.
    const own = record.publishedAt ? {} : { status };
    const step: Step = {
      action,
      status,
      content: draft.content,
      set: { draft: next, ...own },
      ...(note ? { note } : {}),
    };
    return this.ledger.take(record, expectedVersion, step, viewer);
  }
}

/** Throws `WRONG_STATUS` unless the draft waits for its reviewers. */
export function draftInReview({ draft }: KnowledgeDocument): StoredDraft {
  if (draft?.status === ItemStatus.IN_REVIEW) return draft;
  throw wrongStatus('It has not been submitted for review.');
}

/** Throws `FOUR_EYES` when the institution wants a second person and this one wrote in the draft. */
export function checkFourEyes({ memberId }: Viewer, { authors }: StoredDraft): void {
  if (!authors.some(({ id }) => id === memberId)) return;
  throw new HubError(
    ProblemCode.FOUR_EYES,
    'You wrote in this draft. Your institution wants somebody else to approve it.',
  );
}
