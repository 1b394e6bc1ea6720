import { ItemStatus, KnowledgeKind } from '../../schema/knowledge-enums.js';
import { RevisionAction } from '../../schema/revision.js';
import { authorizeFor, isAllowed } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import { HubProblems, invalid, notFound, wrongStatus } from '../errors.js';
import type { KnowledgeDocument, StoredEndorsement } from '../knowledge/knowledge.document.js';
import { derivedFrom } from '../knowledge/knowledge-writer.js';
import { DEFAULT_LOCALE, type LocalizedText } from '../locale.js';
import type { PublicChange } from '../mongo/data-version.js';
import type { Reference } from '../reference/reference.js';
import { contentOf, replaceContent } from './content-fields.js';
import { memberOf } from './drafting.service.js';
import { type EditionsInForce, isAhead } from './editions-in-force.js';
import type { InstitutionRules } from './institution-rules.js';
import { missingParts } from './missing-parts.js';
import { checkReason, givenNote } from './notes.js';
import { checkVersion, type RecordLedger, type Step } from './record-ledger.js';
import { checkFourEyes, draftInReview } from './review.service.js';
import { slugOf, slugWithId } from './slug.js';

const MOST_ENDORSEMENTS = 33;

/** What readers come to see, and what they no longer see. */
export class PublicationService {
  constructor(
    private readonly ledger: RecordLedger,
    private readonly rules: InstitutionRules,
    private readonly editions: EditionsInForce,
    /** To be called after every public change. */
    private readonly published: (change?: PublicChange) => Promise<void>,
  ) {}

  /** A reviewer approves: the draft takes the place of what was public. */
  async publish(viewer: Viewer, id: string, expectedVersion: number, note: string | null) {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'publishDraft', record);
    checkVersion(record, expectedVersion);
    const draft = draftInReview(record);
    if (await this.rules.fourEyes(record.institution)) checkFourEyes(viewer, draft);
    const missing = missingParts(record.kind, draft.content);
    if (missing.length > 0) throw new HubProblems(missing);

    const done = await this.putInPlace(viewer, record, expectedVersion, note);
    const isProtocol = done.kind === KnowledgeKind.PROTOCOL && done.family;
    const hasSettled = isProtocol ? await this.editions.settle(isProtocol) : false;
    // What stood there before may have been wrong to show, and another edition gives way.
    await this.published({ departure: hasSettled || record.publishedAt !== null });
    return (await this.ledger.read(id)) ?? done;
  }

  /** It leaves a tombstone with the reason; its id and address are never used again. */
  async withdraw(viewer: Viewer, id: string, expectedVersion: number, given: LocalizedText) {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'withdrawItem', record);
    checkVersion(record, expectedVersion);
    if (!record.public) throw wrongStatus('Only a published record can be withdrawn.');
    const reason = checkReason(given);
    const status = ItemStatus.WITHDRAWN;
    const withdrawal = { at: this.ledger.now(), reason };
    const done = await this.ledger.take(
      record,
      expectedVersion,
      {
        action: RevisionAction.WITHDRAWN,
        status,
        content: contentOf(record),
        note: Object.values(reason)[0],
        set: { status, public: false, withdrawal, ...this.standing(record, false) },
        unset: { draft: '' },
        isPublic: true,
      },
      viewer,
    );
    if (done.family) await this.editions.settle(done.family);
    await this.published({ departure: true });
    return done;
  }

  /** A country's focal point vouches for it; once for each country, the latest counts. */
  async endorse(
    viewer: Viewer,
    id: string,
    expectedVersion: number,
    { country, note }: { readonly country: string; readonly note: string | null },
    reference: Reference,
  ) {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'endorseItem', record);
    if (!record.public) throw notToEndorse(viewer, record);
    checkVersion(record, expectedVersion);
    if (!reference.in(DEFAULT_LOCALE).countries.has(country)) {
      throw invalid('country', 'The hub does not know this country.');
    }
    const text = givenNote(note);
    const own: StoredEndorsement = {
      country,
      by: memberOf(viewer),
      at: this.ledger.now(),
      ...(text ? { note: text } : {}),
    };
    const others = (record.endorsements ?? []).filter((one) => one.country !== country);
    const endorsements = [...others, own].slice(-MOST_ENDORSEMENTS);
    const done = await this.ledger.take(
      record,
      expectedVersion,
      {
        action: RevisionAction.ENDORSED,
        status: record.status,
        content: contentOf(record),
        note: [country, text].filter(Boolean).join(': '),
        set: { endorsements },
        isPublic: true,
      },
      viewer,
    );
    await this.published();
    return done;
  }

  /** Of a protocol: whether it holds until its family is settled, which the mark asks for. */
  private standing({ kind, revision = 0 }: KnowledgeDocument, inForce: boolean) {
    return kind === KnowledgeKind.PROTOCOL ? { inForce, unsettled: revision + 1 } : {};
  }

  private today(): string {
    return this.ledger.now().toISOString().slice(0, 10);
  }

  private async putInPlace(
    viewer: Viewer,
    record: KnowledgeDocument,
    expectedVersion: number,
    note: string | null,
  ): Promise<KnowledgeDocument> {
    const { content } = draftInReview(record);
    const { set, unset } = replaceContent(content);
    const status = ItemStatus.PUBLISHED;
    const title = content.texts[content.originalLocale]?.title ?? '';
    const isFirst = record.publishedAt === null;
    const step = (slug: string): Step => ({
      action: RevisionAction.PUBLISHED,
      status,
      content,
      set: {
        ...set,
        ...derivedFrom({ status, texts: content.texts }),
        status,
        slug,
        publishedAt: record.publishedAt ?? this.ledger.now(),
        ...this.standing(record, record.inForce === true && !isAhead(content, this.today())),
      },
      unset: { ...unset, draft: '' },
      isPublic: true,
      note: givenNote(note),
    });
    const take = (slug: string) => this.ledger.take(record, expectedVersion, step(slug), viewer);
    if (!isFirst) return take(record.slug);
    return take(slugOf(title)).catch((error: unknown) => {
      if ((error as { code?: number }).code !== 11000) throw error;
      return take(slugWithId(title, record._id));
    });
  }
}

/** Focal points of other institutions do not learn that there is a draft. */
const notToEndorse = (viewer: Viewer, { institution }: Pick<KnowledgeDocument, 'institution'>) =>
  isAllowed(viewer, 'editorialRecord', institution ?? null)
    ? wrongStatus('Only a published record can be endorsed.')
    : notFound();
