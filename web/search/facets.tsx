import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';
import { type OfferedValue, offeredValues } from './facet-values.js';
import { FILTER_PARAMETERS, type FilterName, type FilterParameter } from './search-filters.js';
import type { Found } from './search-results.js';
import type { SearchState } from './search-state.js';
import type { ValueNames } from './value-names.js';

interface FacetsProps {
  readonly context: PageContext;
  readonly state: SearchState;
  readonly names: ValueNames;
  readonly values: Found['values'];
}

/** So many values show at once; the others unfold. */
const SHOWN = 6;
const MAIN = new Set<FilterName>(['kind', 'stage', 'country', 'theme']);

/** What narrows the results down: each value a link that sets or removes it. On a phone it is folded. */
export function Facets({ context, state, names, values }: FacetsProps) {
  const { t } = context;
  const offered = FILTER_PARAMETERS.map((parameter) => {
    const found = values.get(parameter.name);
    return { parameter, values: offeredValues(context, state, parameter, found, names) };
  }).filter((facet) => facet.values.length > 0);
  const facet = (parts: (typeof offered)[number]) => (
    <Facet key={parts.parameter.name} context={context} state={state} {...parts} />
  );
  const others = offered.filter(({ parameter }) => !MAIN.has(parameter.name));
  return (
    <nav class="facets" aria-label={t('search.narrow')}>
      <details class="facets__fold">
        <summary>
          {t('search.narrow')}
          {state.active.length > 0 && (
            <span class="tag">{t('search.inUse', { count: state.active.length })}</span>
          )}
        </summary>
        <a class="visually-hidden" href="#result-count">
          {t('search.skip')}
        </a>
        {offered.filter(({ parameter }) => MAIN.has(parameter.name)).map(facet)}
        {others.length > 0 && (
          <details open={others.some((facet) => facet.values.some(({ isSet }) => isSet))}>
            <summary>{t('search.moreFilters')}</summary>
            {others.map(facet)}
          </details>
        )}
      </details>
    </nav>
  );
}

interface FacetProps extends Pick<FacetsProps, 'context' | 'state'> {
  readonly parameter: FilterParameter;
  readonly values: readonly OfferedValue[];
}

function Facet({ context, state, parameter, values }: FacetProps) {
  const { t } = context;
  const links = values.map((offered) => (
    <FacetLink key={offered.filter.value} context={context} state={state} offered={offered} />
  ));
  const isSet = values.some((value) => value.isSet);
  return (
    <section class="facet">
      <h2>{t(`filter.${parameter.name}`)}</h2>
      {isSet && !parameter.isSingle && <p>{t('search.alternatives')}</p>}
      <ul>{links.slice(0, SHOWN)}</ul>
      {links.length > SHOWN && (
        <details>
          <summary>{t('search.more', { count: links.length - SHOWN })}</summary>
          <ul>{links.slice(SHOWN)}</ul>
        </details>
      )}
    </section>
  );
}

interface FacetLinkProps extends Pick<FacetsProps, 'context' | 'state'> {
  readonly offered: OfferedValue;
}

function FacetLink({ context, state, offered }: FacetLinkProps) {
  const { filter, label, count, isSet } = offered;
  return (
    <li>
      <a
        href={context.to(state.toggled(filter))}
        class={isSet ? 'facet__value facet__value--set' : 'facet__value'}
        rel="nofollow"
      >
        {isSet && <span class="visually-hidden">{context.t('search.remove')} </span>}
        <span>
          {isSet && <Icon name="check" />} {label}
        </span>{' '}
        {count !== null && <span class="count">{context.texts.number(count)}</span>}
      </a>
    </li>
  );
}
