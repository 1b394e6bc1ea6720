import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { signInFirst } from '../account/sign-in.page.js';
import { notFoundPage } from '../failure/failure.page.js';
import { Refusal } from '../hub-port.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { Choices } from './choices.js';
import type { Conflict, EditorParts, WorkedOn } from './editor-view.js';
import { changeRows } from './form-rows.js';
import type { ShownProblem } from './problem-texts.js';
import { editorPage, isOpen, readRecord } from './record.page.js';
import { readForm, tidyForm } from './record-form.js';
import { recordPath } from './record-header.js';
import { standingPage } from './standing.page.js';

/** Saves what the editor's form holds, or changes its rows; whatever goes wrong, the form comes back as it was. */
export async function saveRecord(context: PageContext, form: URLSearchParams): Promise<PageAnswer> {
  const record = await readRecord(context);
  if (!record) return notFoundPage(context);
  if (!isOpen(record)) return standingPage(context, record, form);
  const choices = await Choices.load(context);
  const asked = form.get('do') ?? 'save';
  const sent: EditorParts = { context, record, choices, form, problems: [], isSaved: false };
  const changed = changeRows(form, asked);
  if (changed) {
    const { list, place } = changed;
    const kept = { ...record, version: versionIn(form) };
    return editorPage(context, {
      ...sent,
      record: kept,
      form: changed.form,
      focused: { list, place },
    });
  }
  return save({ ...sent, form: tidyForm(form, record.kind) }, asked === 'submit');
}

async function save(sent: EditorParts, isToBeSubmitted: boolean): Promise<PageAnswer> {
  const { context, record, choices, form } = sent;
  const { content, faults } = readForm(form, record.kind, choices.actorId);
  const kept = { ...record, version: versionIn(form) };
  if (faults.length > 0) return editorPage(context, { ...sent, record: kept, problems: faults });
  const { record: saved, problems } = await trySaving(context, {
    id: record.id,
    expectedVersion: versionIn(form),
    content,
  });
  if (saved) {
    const rest = isToBeSubmitted ? '/steps/submit' : '';
    const query = isToBeSubmitted ? '' : '?saved=1';
    return seeOther(context.to(recordPath(record.id, rest)) + query);
  }
  if (problems.some(({ code }) => code === 'UNAUTHENTICATED')) return signInFirst(context, form);
  const isConflict = problems.some(({ code }) => code === 'CONFLICT');
  if (!isConflict) return editorPage(context, { ...sent, record: kept, problems });
  // With the present version in the form, saving once more is a decision.
  const conflict = await conflictOf(context, record, versionIn(form));
  return editorPage(context, { ...sent, problems, conflict });
}

interface Saved {
  readonly record: { readonly version: number } | null;
  readonly problems: readonly ShownProblem[];
}

/** Failures that pass, and values that no form of ours sends, are problems too: the form has to come back. */
export async function trySaving(
  context: PageContext,
  variables: OperationTypes['save-draft']['variables'],
): Promise<Saved> {
  try {
    return (await context.ask('save-draft', variables)).saveDraft;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const code = error.code === 'BAD_USER_INPUT' ? 'REFUSED' : 'UNAVAILABLE';
    return { record: null, problems: [{ code, field: null }] };
  }
}

export const versionIn = (form: URLSearchParams): number =>
  Number.parseInt(form.get('expectedVersion') ?? '', 10) || 0;

/** What others saved since the form was opened. */
export async function conflictOf(
  context: PageContext,
  record: WorkedOn,
  from: number,
): Promise<Conflict> {
  const { id, version: to, draft } = record;
  const asked = await context
    .ask('compare-revisions', { id, from, to })
    .catch(() => ({ compareRevisions: [] }));
  return {
    by: draft?.savedBy.name ?? '',
    at: draft?.savedAt ?? record.touchedAt,
    changes: asked.compareRevisions,
  };
}
