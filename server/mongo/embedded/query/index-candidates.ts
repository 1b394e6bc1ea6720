import type { StoredIndex } from '../storage/stored-index.js';
import { type Conjunction, readConjunction, withBranch } from './conjunction.js';
import { boundsPerField, type IndexBounds, type IndexRange, indexBounds } from './index-bounds.js';
import { holdsAllMatches } from './partial-index.js';
import type { IndexPlan, UnionPlan } from './plan.js';
import { type SortSpec, sortFromIndex } from './sort-from-index.js';

/** More branches than this are left to the filter. */
const MAX_BRANCHES = 100;
/** Merging more lists than this costs more than sorting. */
const MAX_MERGED = 200;

/** Every way in which one index can answer a filter: by its plain clauses, and by each `$or` on top of them. */
export function indexCandidates(
  index: StoredIndex,
  base: Conjunction,
  sort: SortSpec,
): readonly IndexPlan[] {
  if (!index.ready) return [];
  const plans: IndexPlan[] = [];
  if (holdsAllMatches(index, base)) plans.push(planOf(index, base, [base], sort));
  for (const alternative of base.alternatives) {
    const branches = branchesOf(base, alternative);
    if (branches.length === 0 || !branches.every((branch) => holdsAllMatches(index, branch)))
      continue;
    plans.push(planOf(index, base, branches, sort));
  }
  return plans;
}

function branchesOf(base: Conjunction, alternative: readonly Record<string, unknown>[]) {
  if (alternative.length > MAX_BRANCHES) return [];
  const isOnly = base.alternatives.length === 1;
  return alternative.map((branch) => {
    const joined = withBranch(base, readConjunction(branch));
    // Clauses of the base that are no tests, and other `$or`s, are still to be checked.
    return { ...joined, exact: joined.exact && isOnly && base.exactBeside };
  });
}

function planOf(
  index: StoredIndex,
  base: Conjunction,
  branches: readonly Conjunction[],
  sort: SortSpec,
): IndexPlan {
  const fields = boundsPerField(index, base);
  const order = sort.length > 0 ? sortFromIndex(index, fields, sort) : { from: 0, reverse: false };
  const all = branches.map((branch) =>
    indexBounds(index, branch, order?.from ?? 0, branch === base ? fields : undefined),
  );
  const ranges = all.flatMap((bounds) => bounds.ranges);
  const ordered = order !== null && all.every(({ reachesSort }) => reachesSort);
  const streams = ordered && sort.length > 0 ? streamsOf(ranges) : [joined(ranges)];
  const isMergeable = streams.length <= MAX_MERGED;
  return {
    kind: 'index',
    index,
    streams: isMergeable ? streams : [joined(ranges)],
    reverse: order?.reverse ?? false,
    ordered: ordered && isMergeable,
    exact: all.every(({ exact }) => exact),
    bounded: boundedBy(all),
    wholeKeys: all.every(({ wholeKeys }) => wholeKeys),
  };
}

const boundedBy = (all: readonly IndexBounds[]) =>
  Math.min(...all.map(({ bounded, ranges }) => (ranges.length === 0 ? 99 : bounded)));

/** Ranges that begin alike deliver their keys in order one after the other; others have to be merged. */
function streamsOf(ranges: readonly IndexRange[]): IndexRange[][] {
  const byBeginning = new Map<string, IndexRange[]>();
  for (const range of ranges) {
    const beginning = range.start.toString('latin1', 0, range.sortOffset);
    const stream = byBeginning.get(beginning);
    if (stream) stream.push(range);
    else byBeginning.set(beginning, [range]);
  }
  return [...byBeginning.values()].map(joined);
}

/** In key order, without overlaps. */
function joined(ranges: readonly IndexRange[]): IndexRange[] {
  if (ranges.length < 2) return [...ranges];
  const sorted = [...ranges].sort((a, b) => Buffer.compare(a.start, b.start));
  const result: IndexRange[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (!last || Buffer.compare(range.start, last.end) > 0) result.push(range);
    else if (Buffer.compare(range.end, last.end) > 0) {
      result[result.length - 1] = { ...last, end: range.end };
    }
  }
  return result;
}

/** For an `$or` whose branches need different indexes: the best plan of each; null when one has none. */
export function unionOf(
  base: Conjunction,
  best: (branch: Conjunction) => IndexPlan | null,
): UnionPlan | null {
  for (const alternative of base.alternatives) {
    const plans = branchesOf(base, alternative).map(best);
    const found = plans.filter((plan) => plan !== null);
    if (found.length === 0 || found.length < plans.length) continue;
    return { kind: 'union', plans: found, exact: found.every(({ exact }) => exact) };
  }
  return null;
}
