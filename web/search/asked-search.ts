import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { tooMuchPage, unknownValuesPage } from './refused-search.page.js';
import { MOST_FILTERS, MOST_WORDS, SearchState } from './search-state.js';
import { ValueNames } from './value-names.js';

/** What an address asks for, known to mean something, and what its filters are called. */
export interface AskedSearch {
  readonly state: SearchState;
  readonly names: ValueNames;
}

/** Reads an address; where it asks for what the hub does not know, the page that says so. */
export async function readSearch(context: PageContext): Promise<AskedSearch | PageAnswer> {
  const state = SearchState.of(context.query);
  if (state.words.length > MOST_WORDS) return tooMuchPage(context, 'words');
  if (state.active.length > MOST_FILTERS) return tooMuchPage(context, 'filters');
  if (state.unknown.length > 0) return unknownValuesPage(context, state.unknown, state.address);

  const names = await ValueNames.of(context, state.active);
  const unknown = state.active.filter((filter) => !names.knows(filter));
  if (unknown.length === 0) return { state, names };
  const values = unknown.map(({ parameter, value }) => ({ name: parameter.name, value }));
  return unknownValuesPage(
    context,
    values,
    state.without((filter) => !names.knows(filter)),
  );
}
