import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';

/** Says why numbers are missing. */
export function NoCounts({ context }: { readonly context: PageContext }) {
  return (
    <p class="notice" role="status">
      <Icon name="notice" />
      <span>{context.t('counts.unavailable')}</span>
    </p>
  );
}
