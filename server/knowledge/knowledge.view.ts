import { BestPractice } from '../../schema/best-practice.js';
import { CaseStudy } from '../../schema/case-study.js';
import { KnowledgeKind, TranslationStatus } from '../../schema/knowledge-enums.js';
import type { KnowledgeItem } from '../../schema/knowledge-item.js';
import type { BorrowedText, ItemTranslation, ShownIn } from '../../schema/knowledge-parts.js';
import { LessonLearned } from '../../schema/lesson-learned.js';
import { Protocol } from '../../schema/protocol.js';
import { toAttachment } from '../attachment/attachment.view.js';
import { LOCALES, type Locale } from '../locale.js';
import { preferredLocales } from '../localized.js';
import type { LocalizedReference } from '../reference/localized-reference.js';
import type { KnowledgeDocument, StoredTexts } from './knowledge.document.js';
import { kindFields } from './knowledge-kind.view.js';

/** A document as a projection left it. */
export type ReadDocument = Partial<KnowledgeDocument> &
  Pick<KnowledgeDocument, '_id' | 'slug' | 'kind' | 'originalLocale' | 'textVersion' | 'texts'>;

/** What a record is shown with: the reader's language, what it links to, where pages live. */
export interface ViewContext {
  readonly locale: Locale;
  readonly reference: LocalizedReference;
  readonly publicUrl: string;
}

const CLASSES = {
  [KnowledgeKind.BEST_PRACTICE]: BestPractice,
  [KnowledgeKind.CASE_STUDY]: CaseStudy,
  [KnowledgeKind.LESSON_LEARNED]: LessonLearned,
  [KnowledgeKind.PROTOCOL]: Protocol,
} as const;

/** The only place where a stored record becomes what clients see. Fields not read stay absent. */
export function toKnowledgeItem(stored: ReadDocument, context: ViewContext): KnowledgeItem {
  const { locale } = context;
  const offered = preferredLocales(locale).filter((candidate) => stored.texts[candidate]);
  const shown = offered[0] ?? stored.originalLocale;
  const withBody = offered.find((candidate) => stored.texts[candidate]?.body) ?? shown;
  const texts = stored.texts[shown];
  return Object.assign(new CLASSES[stored.kind](), {
    id: stored._id,
    slug: stored.slug,
    kind: stored.kind,
    status: stored.status,
    version: stored.version,
    title: texts?.title,
    summary: texts?.summary,
    body: stored.texts[withBody]?.body ?? '',
    shownIn: shownIn(stored, shown, locale),
    bodyShownIn: shownIn(stored, withBody, locale),
    borrowedTexts: borrowed(stored, shown, withBody),
    originalLocale: stored.originalLocale,
    translations: translations(stored),
    ...links(stored, context.reference),
    modality: stored.modality ?? null,
    evidence: stored.evidence,
    sources: (stored.sources ?? []).map(
      ({ title, url = null, locator = null, language = null }) => ({
        title,
        url,
        locator,
        language,
      }),
    ),
    rights: stored.rights,
    attachments: (stored.attachments ?? []).map((one) => toAttachment(one, context.publicUrl)),
    publishedAt: stored.publishedAt ?? null,
    updatedAt: stored.updatedAt,
    verifiedAt: stored.verifiedAt || null,
    reviewBy: stored.reviewBy ?? null,
    url: `${context.publicUrl}/${locale}/items/${stored.slug}`,
    ...kindFields(stored, shown, withBody, locale),
  });
}

const isStale = (stored: ReadDocument, texts: StoredTexts | undefined): boolean =>
  texts !== undefined &&
  texts.status !== TranslationStatus.ORIGINAL &&
  texts.madeFrom < stored.textVersion;

function shownIn(stored: ReadDocument, locale: Locale, asked: Locale): ShownIn {
  const texts = stored.texts[locale];
  return {
    locale,
    status: texts?.status ?? TranslationStatus.ORIGINAL,
    isFallback: locale !== asked,
    isStale: isStale(stored, texts),
  };
}

/** What the shown translation lacks comes with the body, as `kindFields` has it. */
function borrowed(stored: ReadDocument, shown: Locale, lender: Locale): readonly BorrowedText[] {
  if (shown === lender) return [];
  const own: object = stored.texts[shown] ?? {};
  const lacking = Object.keys(stored.texts[lender] ?? {}).filter((field) => !(field in own));
  return lacking.map((field) => ({ field, locale: lender }));
}

function translations(stored: ReadDocument): readonly ItemTranslation[] {
  const others = LOCALES.filter((locale) => locale !== stored.originalLocale);
  return [stored.originalLocale, ...others].flatMap((locale) => {
    const texts = stored.texts[locale];
    if (!texts) return [];
    const { status, title, summary } = texts;
    return [{ locale, status, isStale: isStale(stored, texts), title, summary }];
  });
}

function links(stored: ReadDocument, reference: LocalizedReference) {
  return {
    countries: named(stored.countries, reference.countries),
    actors: (stored.actors ?? []).flatMap(({ role, actor: id }) => {
      const actor = reference.actors.get(id);
      return actor ? [{ role, actor }] : [];
    }),
    themes: named(stored.themes, reference.themes),
    challenges: named(stored.challenges, reference.challenges),
    stages: stored.stages ?? [],
    hazards: named(stored.hazards, reference.hazards),
    sdgs: named(stored.sdgs, reference.sdgs),
    endorsements: (stored.endorsements ?? []).flatMap(({ country: code, at, note = null }) => {
      const country = reference.countries.get(code);
      return country ? [{ country, at, note }] : [];
    }),
    event: (stored.event && reference.events.get(stored.event)) || null,
  };
}

function named<T>(codes: readonly string[] | undefined, known: ReadonlyMap<string, T>): T[] {
  const found: T[] = [];
  for (const code of codes ?? []) {
    const value = known.get(code);
    if (value) found.push(value);
  }
  return found;
}
