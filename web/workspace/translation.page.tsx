import type { Locale } from '../../schema/operations/operation-types.js';
import { signInFirst } from '../account/sign-in.page.js';
import { notFoundPage, signInAddress } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import { isLocale } from '../locales.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { Choices } from './choices.js';
import type { Changes, Conflict, WorkedOn, WorkedOnDraft } from './editor-view.js';
import type { ShownProblem } from './problem-texts.js';
import { conflictOf, trySaving, versionIn } from './record.action.js';
import { readRecord } from './record.page.js';
import { recordPath } from './record-header.js';
import type { Payload } from './steps.js';
import { Translation } from './translation.js';
import { readTranslation, toTranslationForm } from './translation-form.js';

export interface TranslationParts {
  readonly context: PageContext;
  readonly record: WorkedOn & { readonly draft: WorkedOnDraft };
  readonly to: Locale;
  readonly form: URLSearchParams;
  readonly problems: readonly ShownProblem[];
  readonly conflict?: Conflict;
}

/** What the page shows beside the form. */
export interface TranslationView extends TranslationParts {
  /** What changed in the original since. */
  readonly changes: Changes;
  readonly choices: Choices;
}

/** The original and its translation side by side. */
export async function translationPage(context: PageContext): Promise<PageAnswer> {
  if (!context.viewer) return seeOther(signInAddress(context));
  const parts = await readParts(context);
  return parts ? renderTranslation(parts) : notFoundPage(context);
}

/** Saves a translation, asks the machine for one, or takes a reviewer's word for it. */
export async function saveTranslation(
  context: PageContext,
  form: URLSearchParams,
): Promise<PageAnswer> {
  const parts = await readParts(context);
  if (!parts) return notFoundPage(context);
  const { record, to } = parts;
  const asked = form.get('do') ?? 'save';
  const own = { id: record.id, expectedVersion: versionIn(form) };
  if (asked === 'machine') {
    const { translateDraft } = await context.ask('translate-draft', { ...own, locale: to });
    return answer({ ...parts, form: parts.form }, translateDraft, form);
  }
  const content = readTranslation(form, record.draft.content, record.kind, to);
  const saved = await trySaving(context, { ...own, content });
  const isRead = asked === 'HUMAN' || asked === 'MACHINE_REVIEWED';
  if (!saved.record || !isRead) return answer({ ...parts, form }, saved, form);
  const read = { id: record.id, expectedVersion: saved.record.version, locale: to, status: asked };
  const { reviewTranslation } = await context.ask('review-translation', {
    ...read,
    status: asked === 'HUMAN' ? 'HUMAN' : 'MACHINE_REVIEWED',
  });
  return answer({ ...parts, form }, reviewTranslation, form);
}

async function answer(
  parts: TranslationParts,
  {
    record: after,
    problems,
  }: Pick<Payload, never> & {
    readonly record: object | null;
    readonly problems: readonly ShownProblem[];
  },
  sent: URLSearchParams,
): Promise<PageAnswer> {
  const { context, record, to } = parts;
  if (after) {
    const path = recordPath(record.id, `/translations/${to.toLowerCase()}`);
    return seeOther(`${context.to(path)}?saved=1`);
  }
  if (problems.some(({ code }) => code === 'UNAUTHENTICATED')) return signInFirst(context, sent);
  if (!problems.some(({ code }) => code === 'CONFLICT'))
    return renderTranslation({ ...parts, problems });
  const conflict = await conflictOf(context, record, versionIn(sent));
  return renderTranslation({ ...parts, problems, conflict });
}

async function readParts(context: PageContext): Promise<TranslationParts | null> {
  const locale = context.param('locale');
  if (!isLocale(locale)) return null;
  const record = await readRecord(context);
  const draft = record?.draft;
  const to = locale.toUpperCase() as Locale;
  if (!record || !draft || draft.content.originalLocale === to) return null;
  const form = toTranslationForm(draft.content, record.kind, to);
  return { context, record: { ...record, draft }, to, form, problems: [] };
}

async function renderTranslation(parts: TranslationParts): Promise<PageAnswer> {
  const { context, record, to, problems } = parts;
  const [{ changesSinceTranslation: changes }, choices] = await Promise.all([
    context.ask('translation-changes', { id: record.id, locale: to }),
    Choices.load(context),
  ]);
  const title = context.t('translation.title', { language: context.texts.languageName(to) });
  return renderDocument(context, {
    title,
    description: context.t('translations.lead'),
    status: problems.length > 0 ? 422 : 200,
    isIndexed: false,
    hasHeaderSearch: false,
    children: <Translation view={{ ...parts, changes, choices }} title={title} />,
  });
}
