import { signInFirst } from '../account/sign-in.page.js';
import { notFoundPage, signInAddress } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import type { Choice } from './choices.js';
import type { ShownProblem } from './problem-texts.js';
import { versionIn } from './record.action.js';
import { readRecord } from './record.page.js';
import { type RecordState, recordPath } from './record-header.js';
import { StepForm } from './step-form.js';
import { isEditedNext, isStep, type StepName, TAKE } from './steps.js';

/** What a step means, and the button that takes it. */
export async function stepPage(context: PageContext): Promise<PageAnswer> {
  if (!context.viewer) return seeOther(signInAddress(context));
  const step = context.param('step');
  const record = isStep(step) ? await readRecord(context) : null;
  if (!record || !isStep(step)) return notFoundPage(context);
  const form = new URLSearchParams(context.query);
  return renderStep(context, { step, record, form, problems: [] });
}

/** Takes it; what was refused is told above the same form. */
export async function takeStep(context: PageContext, form: URLSearchParams): Promise<PageAnswer> {
  const step = context.param('step');
  const record = isStep(step) ? await readRecord(context) : null;
  if (!record || !isStep(step)) return notFoundPage(context);
  const taking = { context, id: record.id, expectedVersion: versionIn(form), form };
  const { record: after, problems } = await TAKE[step](taking);
  if (problems.some(({ code }) => code === 'UNAUTHENTICATED')) return signInFirst(context, form);
  if (!after) return renderStep(context, { step, record, form, problems });
  if (isEditedNext(step)) return seeOther(context.to(recordPath(after.id)));
  const isGone = step === 'discard' && after.status === 'WITHDRAWN';
  return seeOther(context.to(isGone ? '/workspace' : recordPath(after.id)));
}

export interface StepView {
  readonly step: StepName;
  readonly record: RecordState;
  readonly form: URLSearchParams;
  readonly problems: readonly ShownProblem[];
}

/** What a step lets one choose from: countries to speak for, or people to ask. */
async function choicesOf(context: PageContext, view: StepView): Promise<readonly Choice[]> {
  if (view.step === 'endorse') return (await context.ask('editor-choices', {})).countries;
  const { institution, actions } = view.record;
  const asksWhom = view.step === 'assign' && actions.includes('ASSIGN');
  if (!asksWhom || !institution) return [];
  const { members } = await context.ask('reviewers', { institution: institution.id });
  return members.nodes
    .filter(({ isDisabled, memberships }) => {
      const isEditor = memberships.some(
        (one) => one.institution?.id === institution.id && one.role === 'EDITOR',
      );
      return isEditor && !isDisabled;
    })
    .map(({ id, name }) => ({ code: id, name }));
}

async function renderStep(context: PageContext, view: StepView): Promise<PageAnswer> {
  const { t } = context;
  const choices = await choicesOf(context, view);
  return renderDocument(context, {
    title: t(`step.${view.step}`),
    description: t(`stepExplained.${view.step}`),
    status: view.problems.length > 0 ? 422 : 200,
    isIndexed: false,
    hasHeaderSearch: false,
    children: <StepForm context={context} view={view} choices={choices} />,
  });
}
