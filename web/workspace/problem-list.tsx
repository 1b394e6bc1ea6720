import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';
import { idOfField } from './form-field.js';
import { fieldName, fieldOf, problemText, type ShownProblem } from './problem-texts.js';

interface ProblemListProps {
  readonly context: PageContext;
  readonly problems: readonly ShownProblem[];
  readonly form?: URLSearchParams;
}

/** What was wrong with a form, each with a way to its field; the page begins with it. */
export function ProblemList({ context, problems, form }: ProblemListProps) {
  if (problems.length === 0) return null;
  const { t } = context;
  return (
    <div class="notice notice--strong" id="problems" tabIndex={-1} role="alert" data-focus>
      <Icon name="notice" />
      <div>
        <h2 class="notice__title">{t('form.problems')}</h2>
        <ul>
          {problems.map((problem) => (
            <li key={problem.code + problem.field}>
              <FieldLink context={context} problem={problem} />
              {problemText(context, problem, form)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function FieldLink({
  context,
  problem,
}: {
  readonly context: PageContext;
  readonly problem: ShownProblem;
}) {
  const field = fieldOf(problem);
  if (!field || !isInForm(problem)) return null;
  return (
    <>
      <a href={`#${idOfField(field)}`}>{fieldName(context, field)}</a>
      {': '}
    </>
  );
}

/** Of everything else there is no field to go to. */
const isInForm = ({ code }: ShownProblem): boolean =>
  ['INVALID', 'INCOMPLETE', 'BAD_DATE', 'UNKNOWN_ACTOR'].includes(code);

/** What still has to be added before a record can be submitted. */
export function MissingList({ context, problems }: ProblemListProps) {
  const { t } = context;
  return (
    <div class="missing" id="missing" data-live>
      <h2 class="missing__title">{t('editor.missing')}</h2>
      {problems.length === 0 ? (
        <p>
          <Icon name="check" /> {t('editor.nothingMissing')}
        </p>
      ) : (
        <ul>
          {problems.map((problem) => {
            const field = fieldOf(problem) ?? '';
            return (
              <li key={field}>
                <a href={`#${idOfField(field)}`}>{fieldName(context, field)}</a>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
