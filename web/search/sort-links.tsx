import type { SearchSort } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import { type SearchState, SORTS } from './search-state.js';

interface SortLinksProps {
  readonly context: PageContext;
  readonly state: SearchState;
}

/** The orders that results can stand in; nothing is relevant without words. */
export function SortLinks({ context, state }: SortLinksProps) {
  const { t } = context;
  const sorts: readonly SearchSort[] = state.words ? SORTS : ['NEWEST', 'TITLE'];
  return (
    <nav class="sort" aria-label={t('filter.sort')}>
      <ul>
        {sorts.map((sort) => (
          <li key={sort}>
            <a
              href={context.to(state.sortedBy(sort))}
              aria-current={state.sort === sort ? 'true' : undefined}
              rel="nofollow"
            >
              {t(`sort.${sort}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
