import { ActorRole } from '../../schema/actor-enums.js';
import { ItemStatus, KnowledgeKind } from '../../schema/knowledge-enums.js';
import { ProblemCode } from '../../schema/problem-code.js';
import type { RecordContent } from '../../schema/record-content.js';
import { RevisionAction } from '../../schema/revision.js';
import { authorize, authorizeFor } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import { HubError, invalid, wrongStatus } from '../errors.js';
import { newId } from '../ids.js';
import type {
  KnowledgeDocument,
  StoredContent,
  StoredDraft,
  StoredMember,
} from '../knowledge/knowledge.document.js';
import { derivedFrom } from '../knowledge/knowledge-writer.js';
import { DEFAULT_LOCALE, type Locale } from '../locale.js';
import type { Reference } from '../reference/reference.js';
import { contentOf } from './content-fields.js';
import { emptyContent, withInput } from './content-input.js';
import { checkLimits } from './content-limits.js';
import { checkReferences } from './content-references.js';
import { givenNote } from './notes.js';
import { isReadable, UNREADABLE } from './readable-text.js';
import { checkVersion, type RecordLedger } from './record-ledger.js';

/** What a new record is made from. */
export interface NewDraft {
  readonly institution: string;
  readonly kind: KnowledgeKind;
  readonly locale: Locale | null;
  readonly content: RecordContent | null;
  /** Its name in the system that it comes from. */
  readonly externalId: string | null;
  /** Of protocols that it is a new edition of. */
  readonly family?: string;
  /** What it begins with; empty otherwise. */
  readonly start?: StoredContent;
}

const LONGEST_EXTERNAL_ID = 200;
const MOST_AUTHORS = 100;

/** A member who works on records; services are called only after `authorize`. */
export const memberOf = ({ memberId, name }: Viewer): StoredMember => ({
  id: memberId ?? '',
  name,
});

/** Beginning, saving and giving up drafts. A published record goes on serving while its next version is drafted. */
export class DraftingService {
  constructor(private readonly ledger: RecordLedger) {}

  /** One store command. Throws `HubProblems` that name each wrong value. */
  async create(viewer: Viewer, given: NewDraft, reference: Reference): Promise<KnowledgeDocument> {
    const { institution, kind, locale, content: input, externalId, family } = given;
    authorize(viewer, 'createDraft', institution);
    if (!reference.in(DEFAULT_LOCALE).actors.has(institution)) {
      throw invalid('institution', 'The hub does not know this institution.');
    }
    if ((externalId?.length ?? 0) > LONGEST_EXTERNAL_ID) {
      throw invalid('externalId', `At most ${LONGEST_EXTERNAL_ID} characters.`);
    }
    if (externalId && !isReadable(externalId)) throw invalid('externalId', UNREADABLE);
    const empty = emptyContent(kind, input?.originalLocale ?? locale ?? DEFAULT_LOCALE);
    const own = { ...empty, actors: [{ role: ActorRole.PUBLISHER, actor: institution }] };
    const start = given.start ?? own;
    const content = this.checked(start, input ?? {}, reference);
    const record = this.newRecord(viewer, { institution, kind, content, externalId, family });
    const step = { action: RevisionAction.CREATED, status: ItemStatus.DRAFT, content };
    await this.ledger.add(record, step, viewer).catch(asTakenExternalId);
    return { ...record, revision: 1, touchedAt: this.ledger.now() };
  }

  /** Begins the next version of a published record. */
  async edit(viewer: Viewer, id: string, expectedVersion: number): Promise<KnowledgeDocument> {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'editItem', record);
    checkVersion(record, expectedVersion);
    if (record.draft) throw wrongStatus('Somebody is working on this record already.');
    if (!record.public) throw wrongStatus('Only a published record can be edited.');
    const content = contentOf(record);
    const draft = this.draftOf(viewer, content);
    const step = { action: RevisionAction.EDITED, status: draft.status, content, set: { draft } };
    return this.ledger.take(record, expectedVersion, step, viewer);
  }

  /** Two store commands. */
  async save(
    viewer: Viewer,
    id: string,
    expectedVersion: number,
    { input, note }: { readonly input: RecordContent; readonly note: string | null },
    reference: Reference,
  ): Promise<KnowledgeDocument> {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'saveDraft', record);
    checkVersion(record, expectedVersion);
    const draft = openDraft(record);
    const content = this.checked(draft.content, input, reference);
    return this.write(viewer, record, expectedVersion, {
      action: RevisionAction.SAVED,
      content,
      note: givenNote(note),
    });
  }

  /** Puts new content into the draft, as any service that has checked it may. */
  write(
    viewer: Viewer,
    record: KnowledgeDocument,
    expectedVersion: number,
    change: {
      readonly action: RevisionAction;
      readonly content: StoredContent;
      readonly note?: string;
      /** She has read it and written nothing, which makes nobody an author. */
      readonly isRead?: boolean;
    },
  ): Promise<KnowledgeDocument> {
    const { isRead, ...step } = change;
    const written = this.draftOf(viewer, change.content, record.draft);
    const { authors = written.authors } = (isRead && record.draft) || {};
    const draft = { ...written, authors };
    // One that was given up before it was ever public is taken up again.
    const own = record.publishedAt ? {} : { status: draft.status };
    const whole = { ...step, status: draft.status, set: { draft, ...own } };
    return this.ledger.take(record, expectedVersion, whole, viewer);
  }

  /** Gives the draft up. A record that never was public is gone with it; its history stays. */
  async discard(viewer: Viewer, id: string, expectedVersion: number): Promise<KnowledgeDocument> {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'discardDraft', record);
    checkVersion(record, expectedVersion);
    const { content } = openDraft(record);
    const status = record.publishedAt ? record.status : ItemStatus.WITHDRAWN;
    const step = {
      action: RevisionAction.DISCARDED,
      status,
      content,
      set: { status },
      unset: { draft: '' } as const,
    };
    return this.ledger.take(record, expectedVersion, step, viewer);
  }

  private checked(content: StoredContent, input: RecordContent, reference: Reference) {
    checkLimits(input);
    checkReferences(input, reference);
    return withInput(content, input);
  }

  private draftOf(viewer: Viewer, content: StoredContent, before?: StoredDraft): StoredDraft {
    const savedBy = memberOf(viewer);
    const others = (before?.authors ?? []).filter(({ id }) => id !== savedBy.id);
    return {
      status: ItemStatus.DRAFT,
      ...before,
      content,
      authors: [...others, savedBy].slice(-MOST_AUTHORS),
      savedAt: this.ledger.now(),
      savedBy,
    };
  }

  private newRecord(
    viewer: Viewer,
    given: Pick<NewDraft, 'institution' | 'kind' | 'externalId' | 'family'> & {
      readonly content: StoredContent;
    },
  ): KnowledgeDocument {
    const { institution, kind, content, externalId, family } = given;
    const now = this.ledger.now();
    const _id = newId('item', now);
    const isProtocol = kind === KnowledgeKind.PROTOCOL;
    const status = ItemStatus.DRAFT;
    return {
      ...emptyContent(kind, content.originalLocale),
      _id,
      // Taken from the title when it is published for the first time.
      slug: _id,
      kind,
      status,
      version: 0,
      ...derivedFrom({ status, texts: {} }),
      publishedAt: null,
      updatedAt: now,
      institution,
      ...(externalId ? { externalId } : {}),
      ...(isProtocol ? { family: family ?? _id, inForce: false } : {}),
      draft: this.draftOf(viewer, content),
    };
  }
}

/** Throws `WRONG_STATUS` when there is no draft that may be written in. */
export function openDraft({ draft }: KnowledgeDocument): StoredDraft {
  if (!draft) throw wrongStatus('Nobody is working on this record. Begin to edit it first.');
  if (draft.status === ItemStatus.IN_REVIEW) {
    throw wrongStatus('It is being reviewed. Recall it to go on writing.');
  }
  return draft;
}

function asTakenExternalId(error: unknown): never {
  const isTaken = (error as { code?: number }).code === 11000;
  if (!isTaken) throw error;
  throw new HubError(
    ProblemCode.INVALID,
    'The institution has a record with this external id already.',
    'externalId',
  );
}
