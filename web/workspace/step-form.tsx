import { LOCALES } from '../locales.js';
import type { PageContext } from '../page-context.js';
import type { Choice } from './choices.js';
import { type FormParts, SelectInput, TextInput } from './form-field.js';
import { ProblemList } from './problem-list.js';
import { fieldOf, problemText } from './problem-texts.js';
import { RecordHeader, recordPath } from './record-header.js';
import type { StepView } from './step.page.js';
import { NOTES } from './steps.js';

interface StepFormProps {
  readonly context: PageContext;
  readonly view: StepView;
  readonly choices: readonly Choice[];
}

/** What the step does, what it asks for, and the button. */
export function StepForm({ context, view, choices }: StepFormProps) {
  const { step, record, form, problems } = view;
  const { t } = context;
  const faults = new Map(
    problems.map((problem) => [fieldOf(problem) ?? '', problemText(context, problem, form)]),
  );
  const parts: FormParts = { context, form, faults };
  return (
    <div class="page page--narrow">
      <RecordHeader context={context} record={record} title={t(`step.${step}`)} isPlain />
      <ProblemList context={context} problems={problems} form={form} />
      <p class="lead">{record.title || t('workspace.untitled')}</p>
      <p>{t(`stepExplained.${step}`)}</p>
      <form
        class="writing"
        method="post"
        action={context.to(recordPath(record.id, `/steps/${step}`))}
      >
        <input type="hidden" name="expectedVersion" value={record.version} />
        <StepFields parts={parts} view={view} choices={choices} />
        <p class="writing__buttons">
          <button type="submit" class="button">
            {t(`step.${step}`)}
          </button>
          <a href={context.to(recordPath(record.id))}>{t('form.cancel')}</a>
        </p>
      </form>
    </div>
  );
}

const LONGEST_NOTE = 5_000;

function StepFields({
  parts,
  view,
  choices,
}: Omit<StepFormProps, 'context'> & { readonly parts: FormParts }) {
  const { context, form } = parts;
  const { t } = context;
  const { step } = view;
  const note = NOTES[step];
  return (
    <>
      {step === 'restore' && (
        <input type="hidden" name="revision" value={form.get('revision') ?? ''} />
      )}
      {step === 'assign' && <Reviewer parts={parts} view={view} editors={choices} />}
      {step === 'endorse' && (
        <SelectInput
          parts={parts}
          name="country"
          label={t('field.country')}
          options={choices.map(({ code, name }) => ({ value: code, name }))}
        />
      )}
      {note && (
        <TextInput
          parts={parts}
          name="note"
          label={t('field.note')}
          hint={t(`noteHint.${step as 'submit'}`)}
          isNeeded={note === 'needed'}
          most={LONGEST_NOTE}
          rows={4}
        />
      )}
      {step === 'withdraw' &&
        LOCALES.map((locale) => (
          <TextInput
            key={locale}
            parts={{ ...parts, lang: locale }}
            name={`reason.${locale}`}
            label={t('field.reason', { language: context.texts.languageName(locale) })}
            rows={3}
          />
        ))}
    </>
  );
}

interface ReviewerProps {
  readonly parts: FormParts;
  readonly view: StepView;
  readonly editors: readonly Choice[];
}

/** Oneself, another editor, or nobody. */
function Reviewer({ parts, view: { record }, editors }: ReviewerProps) {
  const { t, viewer } = parts.context;
  const me = viewer?.memberId;
  const { assignee } = record.draft ?? {};
  const chosen = new URLSearchParams(parts.form);
  if (assignee && !chosen.has('member')) chosen.set('member', assignee.id);
  const isMe = (id: string) => id === me;
  const options = [...editors]
    .sort((one, other) => Number(isMe(other.code)) - Number(isMe(one.code)))
    .map(({ code, name }) => ({ value: code, name: isMe(code) ? t('review.me', { name }) : name }));
  return (
    <SelectInput
      parts={{ ...parts, form: chosen }}
      name="member"
      label={t('field.member')}
      options={options}
      none={t('review.nobody')}
    />
  );
}
