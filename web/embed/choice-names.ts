import type { PageContext } from '../page-context.js';
import { KINDS } from '../search/enum-values.js';
import type { EmbedFilter } from './embedding.js';

interface NamedValue {
  readonly value: string;
  readonly name: string;
}

/** What each filter offers, by name. */
export type FilterNames = Readonly<Record<EmbedFilter, readonly NamedValue[]>>;

export async function readFilterNames(context: PageContext): Promise<FilterNames> {
  const [{ countries }, { thematicAreas }, { challenges }] = await Promise.all([
    context.ask('countries', {}),
    context.ask('themes', {}),
    context.ask('challenges', {}),
  ]);
  const sorted = (all: readonly { readonly code: string; readonly name: string }[]) =>
    all
      .map(({ code: value, name }) => ({ value, name }))
      .sort((one, other) => one.name.localeCompare(other.name, context.locale));
  return {
    country: sorted(countries),
    theme: sorted(thematicAreas),
    kind: KINDS.map((value) => ({ value, name: context.t(`kind.${value}`) })),
    challenge: challenges.map(({ code: value, name }) => ({ value, name })),
  };
}
