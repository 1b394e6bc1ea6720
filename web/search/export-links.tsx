import type { PageContext } from '../page-context.js';
import { EXPORT_FORMATS } from '../tables/asked-table.js';
import type { SearchState } from './search-state.js';

interface ExportLinksProps {
  readonly context: PageContext;
  readonly state: SearchState;
}

/** What passes the filters, as tables; words are none of them. */
export function ExportLinks({ context, state }: ExportLinksProps) {
  const { t } = context;
  if (state.words) return null;
  return (
    <p class="export">
      {t('table.download')}{' '}
      {EXPORT_FORMATS.map(({ path, name }) => (
        <a key={path} href={context.to(path) + state.question} rel="nofollow" download>
          {name}
        </a>
      ))}
    </p>
  );
}
