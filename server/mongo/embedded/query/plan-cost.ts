import type { StoreFile } from '../storage/store-file.js';
import type { IndexPlan } from './plan.js';
import type { PlanRequest } from './planner.js';

/** Index keys counted before two plans are called equally costly. */
const SAMPLE_KEYS = 256;
const SAMPLE_RANGES = 8;

/** The plan that will look at the fewest keys, as far as a quick look at the index tells. */
export function cheapest(
  file: StoreFile,
  plans: readonly IndexPlan[],
  request: PlanRequest,
): IndexPlan | null {
  const [first] = plans;
  if (plans.length < 2) return first ?? null;
  const ideal = plans.find(isIdeal);
  if (ideal !== undefined) return ideal;
  const sizes = plans.map((plan) => sampledKeys(file, plan));
  // No plan can find fewer documents than match, so the smallest is a ceiling for how many do.
  const matches = Math.min(...sizes);
  const costs = plans.map((plan, at) => cost(plan, sizes[at] as number, matches, request));
  const order = [...plans.keys()].sort(
    (a, b) =>
      (costs[a] as number) - (costs[b] as number) ||
      Number(plans[b]?.ordered) - Number(plans[a]?.ordered) ||
      (plans[b]?.bounded ?? 0) - (plans[a]?.bounded ?? 0) ||
      (plans[a]?.index.fields.length ?? 0) - (plans[b]?.index.fields.length ?? 0),
  );
  return plans[order[0] as number] ?? null;
}

/** Nothing can beat a plan that reads only what it returns. */
export const isIdeal = (plan: IndexPlan): boolean => plan.bounded > 0 && plan.exact && plan.ordered;

function cost(plan: IndexPlan, keys: number, matches: number, { wanted, sort }: PlanRequest) {
  const stopsEarly = plan.ordered && wanted > 0;
  if (!stopsEarly) return sort.length > 0 && !plan.ordered ? keys * 1.5 + 1 : keys;
  if (plan.exact) return Math.min(keys, wanted);
  return Math.min(keys, (wanted * Math.max(keys, 1)) / Math.max(matches, 1));
}

function sampledKeys(file: StoreFile, { streams, reverse }: IndexPlan): number {
  const ranges = streams.flat();
  const sample = ranges.slice(0, SAMPLE_RANGES);
  let seen = 0;
  for (const { start, end } of sample) {
    seen += file.keys({ start, end, reverse, limit: SAMPLE_KEYS }).length;
  }
  return sample.length === 0 ? 0 : (seen * ranges.length) / sample.length;
}
