import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';
import type { SearchState } from './search-state.js';
import type { ValueNames } from './value-names.js';

interface ActiveFiltersProps {
  readonly context: PageContext;
  readonly state: SearchState;
  readonly names: ValueNames;
}

/** Each can be taken away by itself. */
export function ActiveFilters({ context, state, names }: ActiveFiltersProps) {
  if (state.active.length === 0) return null;
  const { t } = context;
  return (
    <ul class="chips" aria-label={t('search.active')}>
      {state.active.map((filter) => (
        <li key={filter.parameter.name + filter.value}>
          <a class="chip" href={context.to(state.toggled(filter))} rel="nofollow">
            <span class="visually-hidden">{t('search.remove')} </span>
            <span>
              {t('search.chip', {
                filter: t(`filter.${filter.parameter.name}`),
                value: names.of(filter),
              })}
            </span>
            <Icon name="close" />
          </a>
        </li>
      ))}
      {state.active.length > 1 && (
        <li>
          <a href={context.to(state.without())}>{t('search.clear')}</a>
        </li>
      )}
    </ul>
  );
}
