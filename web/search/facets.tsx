import type { PageContext } from '../page-context.js';
import { FILTER_PARAMETERS, type FilterParameter } from './search-filters.js';
import type { Found } from './search-results.js';
import type { SearchState } from './search-state.js';

interface FacetsProps {
  readonly context: PageContext;
  readonly state: SearchState;
  readonly found: Found;
}

/** So many values show at once; the others unfold. */
const SHOWN = 6;

type FacetValue = Found['facets'][number]['values'][number];

/** What narrows the results down: each value a link that sets or removes it. */
export function Facets({ context, state, found }: FacetsProps) {
  return (
    <nav class="facets" aria-label={context.t('search.narrow')}>
      {FILTER_PARAMETERS.map((parameter) => {
        const values = found.facets.find(({ field }) => field === parameter.facet)?.values ?? [];
        if (values.length === 0) return null;
        return (
          <Facet
            key={parameter.name}
            context={context}
            state={state}
            parameter={parameter}
            values={values}
          />
        );
      })}
    </nav>
  );
}

interface FacetProps extends Omit<FacetsProps, 'found'> {
  readonly parameter: FilterParameter;
  readonly values: readonly FacetValue[];
}

function Facet({ context, state, parameter, values }: FacetProps) {
  const { t } = context;
  const links = values.map((value) => (
    <FacetLink
      key={value.value}
      context={context}
      state={state}
      name={parameter.name}
      value={value}
    />
  ));
  return (
    <section class="facet">
      <h3>{t(`facet.${parameter.facet}`)}</h3>
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

interface FacetLinkProps extends Omit<FacetsProps, 'found'> {
  readonly name: string;
  readonly value: FacetValue;
}

function FacetLink({ context, state, name, value }: FacetLinkProps) {
  const isSet = state.has(name, value.value);
  return (
    <li>
      <a
        href={context.to(state.toggled(name, value.value))}
        class={isSet ? 'facet__value facet__value--set' : 'facet__value'}
        aria-current={isSet ? 'true' : undefined}
        rel="nofollow"
      >
        <span>{value.label}</span>
        <span class="count">{context.texts.number(value.count)}</span>
      </a>
    </li>
  );
}
