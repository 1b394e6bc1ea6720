import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';
import type { FormFault } from './form-problems.js';

interface FaultSummaryProps {
  readonly context: PageContext;
  readonly faults: readonly FormFault[];
}

/** What is wrong with a form, above it: read out at once, each leads to its field. */
export function FaultSummary({ context, faults }: FaultSummaryProps) {
  if (faults.length === 0) return null;
  return (
    <div class="notice notice--fault" role="alert" tabIndex={-1} autofocus>
      <Icon name="notice" />
      <div>
        <p>{context.t('form.errors')}</p>
        <ul>
          {faults.map(({ field, text }) => (
            <li key={text}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
