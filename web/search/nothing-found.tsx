import type { SuggestQuery } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import type { Found } from './search-results.js';
import type { SearchState } from './search-state.js';
import { addressOfSuggestion } from './suggestions.page.js';
import type { ValueNames } from './value-names.js';

const MOST_NEAR = 6;
const MOST_WORDS_ASKED = 4;
const SHORTEST_WORD = 3;

/** What helps somebody whose search finds nothing. */
export interface Help {
  /** How much the filters find without the words; null where there is nothing to leave out. */
  readonly withoutWords: number | null;
  readonly near: SuggestQuery['suggest'];
}

/** Asks for names near the words, together and one by one, and counts what the filters find alone. */
export async function findHelp(context: PageContext, state: SearchState): Promise<Help> {
  const [near, withoutWords] = await Promise.all([
    findNear(context, state.words),
    state.words && state.active.length > 0 ? countWithoutWords(context, state) : null,
  ]);
  return { near, withoutWords };
}

async function findNear(context: PageContext, words: string): Promise<Help['near']> {
  const single = words.split(/\s+/).filter((word) => word.length >= SHORTEST_WORD);
  const prefixes = [...new Set([words, ...single.slice(0, MOST_WORDS_ASKED)])].filter(Boolean);
  const found = await Promise.all(
    prefixes.map((prefix) => context.ask('suggest', { prefix, first: MOST_NEAR })),
  );
  const all = found.flatMap(({ suggest }) => suggest);
  const byAddress = new Map(all.map((near) => [addressOfSuggestion(near), near] as const));
  return [...byAddress.values()].slice(0, MOST_NEAR);
}

async function countWithoutWords(context: PageContext, { filter }: SearchState): Promise<number> {
  const { search } = await context.ask('facets', { query: '', filter, fields: [] });
  return search.totalCount;
}

interface NothingFoundProps {
  readonly context: PageContext;
  readonly state: SearchState;
  readonly names: ValueNames;
  readonly found: Found;
  readonly help: Help;
}

/** Ways on: what to leave out, names that are near, and where everything can be walked through. */
export function NothingFound({ context, state, names, found, help }: NothingFoundProps) {
  const { t } = context;
  const wider = widerSearches({ context, state, names, found, help });
  return (
    <div class="nothing">
      <p>{t('search.noneMessage')}</p>
      {wider.length > 0 && <h3>{t('search.wider')}</h3>}
      {wider.length > 0 && (
        <ul>
          {wider.map(({ address, label, count }) => (
            <li key={address}>
              <a href={context.to(address)} rel="nofollow">
                {label}
              </a>{' '}
              <span class="count">{t('search.results', { count })}</span>
            </li>
          ))}
        </ul>
      )}
      {help.near.length > 0 && <h3>{t('search.near')}</h3>}
      {help.near.length > 0 && (
        <ul>
          {help.near.map((near) => (
            <li key={near.kind + near.value}>
              <a href={context.to(addressOfSuggestion(near))}>{near.text}</a>{' '}
              <span class="count">{t(`suggestion.${near.kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <h3>{t('search.browse')}</h3>
      <ul>
        {(['/themes', '/challenges'] as const).map((path) => (
          <li key={path}>
            <a href={context.to(path)}>{t(path === '/themes' ? 'nav.themes' : 'nav.challenges')}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface WiderSearch {
  readonly address: string;
  readonly label: string;
  readonly count: number;
}

/** Leaving out one field, or the words, where that finds something; else all filters together. */
function widerSearches(props: NothingFoundProps): readonly WiderSearch[] {
  const { context, state, names, found, help } = props;
  const { t } = context;
  const fields = [...found.without].map(([name, count]) => {
    const set = state.active.filter(({ parameter }) => parameter.name === name);
    const values = context.texts.list(set.map((filter) => names.of(filter)));
    const label = t('search.without', { filter: t(`filter.${name}`), values });
    return { address: state.without(({ parameter }) => parameter.name === name), label, count };
  });
  const words = {
    address: state.withWords(''),
    label: t('search.withoutWords', { words: state.words }),
    count: help.withoutWords ?? 0,
  };
  return [...fields, words].filter(({ count }) => count > 0);
}
