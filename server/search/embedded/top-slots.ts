/** The best `count` by `isBefore`-like order, without sorting all: only those near the top are. */
export function topSlots(
  slots: readonly number[],
  count: number,
  score: Float64Array,
  compare: (a: number, b: number) => number,
): number[] {
  if (slots.length <= count * 2) return [...slots].sort(compare).slice(0, count);
  const scores = Float64Array.from(slots, (slot) => score[slot] ?? 0).sort();
  const least = scores[scores.length - count] ?? 0;
  return slots
    .filter((slot) => (score[slot] ?? 0) >= least)
    .sort(compare)
    .slice(0, count);
}
