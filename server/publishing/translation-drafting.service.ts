import { TranslationStatus } from '../../schema/knowledge-enums.js';
import { RevisionAction } from '../../schema/revision.js';
import { authorizeFor } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import { invalid, wrongStatus } from '../errors.js';
import type {
  KnowledgeDocument,
  StoredContent,
  StoredTexts,
} from '../knowledge/knowledge.document.js';
import type { Locale } from '../locale.js';
import type { HubTranslation } from '../translation/hub-translation.js';
import { type DraftingService, openDraft } from './drafting.service.js';
import { checkVersion, type RecordLedger } from './record-ledger.js';
import { translatedParts } from './translated-parts.js';

/** Translates all texts of a record; rejects with a `HubError` when it cannot. */
export type TextTranslator = Pick<HubTranslation, 'draftTexts' | 'translate'>;

const REVIEWED: readonly TranslationStatus[] = [
  TranslationStatus.HUMAN,
  TranslationStatus.MACHINE_REVIEWED,
];

/** Translations beside the original: a machine's draft, and the word of the person who read it. */
export class TranslationDraftingService {
  constructor(
    private readonly ledger: RecordLedger,
    private readonly drafting: DraftingService,
    private readonly translator: TextTranslator,
  ) {}

  /** Puts a machine's translation of the original into the draft, in the place of what was there. */
  async translate(
    viewer: Viewer,
    id: string,
    expectedVersion: number,
    to: Locale,
  ): Promise<KnowledgeDocument> {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'translateDraft', record);
    checkVersion(record, expectedVersion);
    const { content } = openDraft(record);
    const { originalLocale: from, texts } = content;
    const original = texts[from];
    if (to === from) throw invalid('locale', 'This is the language that it is written in.');
    if (!original?.title) throw wrongStatus('Write the original first.');
    const { status: _status, madeFrom: _madeFrom, ...prose } = original;
    const machine = { ...prose, ...(await this.translator.draftTexts(prose, from, to)) };
    const parts = await translatedParts(content, from, to, this.translator);
    return this.write(viewer, record, expectedVersion, {
      action: RevisionAction.TRANSLATED,
      locale: to,
      content: { ...withState(content, to, machine, TranslationStatus.MACHINE), ...parts },
    });
  }

  /** A reviewer has read a translation: it counts as made from the present original. */
  async review(
    viewer: Viewer,
    id: string,
    expectedVersion: number,
    { locale, status }: { readonly locale: Locale; readonly status: TranslationStatus },
  ): Promise<KnowledgeDocument> {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'reviewTranslation', record);
    checkVersion(record, expectedVersion);
    const { content } = openDraft(record);
    const own = content.texts[locale];
    if (!REVIEWED.includes(status)) throw invalid('status', 'HUMAN or MACHINE_REVIEWED.');
    if (!own || locale === content.originalLocale) {
      throw invalid('locale', 'The draft has no translation into this language.');
    }
    return this.write(viewer, record, expectedVersion, {
      action: RevisionAction.TRANSLATION_REVIEWED,
      isRead: true,
      locale,
      content: withState(content, locale, own, status),
    });
  }

  private write(
    viewer: Viewer,
    record: KnowledgeDocument,
    expectedVersion: number,
    change: {
      readonly action: RevisionAction;
      readonly locale: Locale;
      readonly content: StoredContent;
      readonly isRead?: boolean;
    },
  ): Promise<KnowledgeDocument> {
    const { locale: note, ...written } = change;
    return this.drafting.write(viewer, record, expectedVersion, { ...written, note });
  }
}

const withState = (
  content: StoredContent,
  locale: Locale,
  texts: Omit<StoredTexts, 'status' | 'madeFrom'>,
  status: TranslationStatus,
): StoredContent => ({
  ...content,
  texts: { ...content.texts, [locale]: { ...texts, status, madeFrom: content.textVersion } },
});
