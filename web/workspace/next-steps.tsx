import type { EditorialAction } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import { type RecordState, recordPath } from './record-header.js';
import { STEP_OF_ACTION } from './steps.js';

interface NextStepsProps {
  readonly context: PageContext;
  readonly record: RecordState;
  /** Offered elsewhere on the page. */
  readonly except?: readonly EditorialAction[];
}

/** What the member may do with the record now; each has a page that explains it. */
export function NextSteps({ context, record, except = [] }: NextStepsProps) {
  const { t } = context;
  const steps = record.actions
    .filter((action) => !except.includes(action))
    .flatMap((action) => STEP_OF_ACTION[action] ?? []);
  if (steps.length === 0) return null;
  return (
    <nav class="next-steps" aria-label={t('steps.label')}>
      <h2>{t('steps.label')}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step}>
            <a
              class={MAIN.has(step) ? 'button' : 'button button--quiet'}
              href={context.to(recordPath(record.id, `/steps/${step}`))}
            >
              {t(`step.${step}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const MAIN: ReadonlySet<string> = new Set(['publish', 'submit', 'edit']);
