import type { PageContext } from '../page-context.js';
import { EVIDENCE_LEVELS, STAGES } from './enum-values.js';
import type { ActiveFilter, FilterParameter } from './search-filters.js';
import type { FoundValue } from './search-results.js';
import type { SearchState } from './search-state.js';
import { enumName, type ValueNames } from './value-names.js';

/** A value that can be set or removed. */
export interface OfferedValue {
  readonly filter: ActiveFilter;
  readonly label: string;
  readonly count: number | null;
  readonly isSet: boolean;
}

/** What a facet offers: the values found and those that are set, which come first. */
export function offeredValues(
  context: PageContext,
  state: SearchState,
  parameter: FilterParameter,
  found: readonly FoundValue[] | undefined,
  names: ValueNames,
): readonly OfferedValue[] {
  const counted = parameter.name === 'evidence' ? atLeast(found ?? []) : (found ?? []);
  // What a facet does not list is in no record that was found; what nothing counted may be.
  const count = found && parameter.facet ? 0 : null;
  const missing = state.active
    .filter((set) => set.parameter === parameter)
    .filter(({ value }) => !counted.some((other) => other.value === value))
    .map((set) => ({ value: set.value, label: names.of(set), count }));
  return inOrder(parameter, [...counted, ...missing])
    .map(({ value, label, count }) => {
      const filter = { parameter, value };
      const isSet = state.has(parameter.name, value);
      return { filter, label: enumName(context, filter) ?? label, count, isSet };
    })
    .sort((a, b) => Number(b.isSet) - Number(a.isSet));
}

/** A level includes all that are stronger; the weakest would include everything. */
const atLeast = (found: readonly FoundValue[]): readonly FoundValue[] =>
  EVIDENCE_LEVELS.slice(1).flatMap((value, index) => {
    const strong = EVIDENCE_LEVELS.slice(index + 1);
    const count = found
      .filter((level) => (strong as readonly string[]).includes(level.value))
      .reduce((sum, level) => sum + (level.count ?? 0), 0);
    return count > 0 ? [{ value, label: value, count }] : [];
  });

/** Stages follow one another; everything else comes as the hub ordered it, busiest first. */
const inOrder = (
  { name }: FilterParameter,
  values: readonly FoundValue[],
): readonly FoundValue[] => {
  if (name !== 'stage') return values;
  const place = ({ value }: FoundValue) => (STAGES as readonly string[]).indexOf(value);
  return [...values].sort((a, b) => place(a) - place(b));
};
