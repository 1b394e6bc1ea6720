import type { PageContext } from '../page-context.js';
import { KINDS } from '../search/enum-values.js';
import type { EmbedFilter } from './embedding.js';

type NamedValue = readonly [value: string, name: string];

/** What each filter offers, by name. */
export type FilterNames = Readonly<Record<EmbedFilter, readonly NamedValue[]>>;

export async function readFilterNames(context: PageContext): Promise<FilterNames> {
  const [{ countries }, { thematicAreas }, { challenges }] = await Promise.all([
    context.ask('countries', {}),
    context.ask('themes', {}),
    context.ask('challenges', {}),
  ]);
  const sorted = (all: readonly Vocabulary[]) =>
    all.map(named).sort(([, one], [, other]) => one.localeCompare(other, context.locale));
  return {
    country: sorted(countries),
    theme: sorted(thematicAreas),
    kind: KINDS.map((value) => [value, context.t(`kind.${value}`)] as const),
    challenge: challenges.map(named),
  };
}

interface Vocabulary {
  readonly code: string;
  readonly name: string;
}

const named = ({ code, name }: Vocabulary): NamedValue => [code, name];
