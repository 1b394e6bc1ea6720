/** The first `count` in an order that begins with the highest scores, without sorting them all. */
export function topSlots(
  slots: readonly number[],
  count: number,
  score: Float64Array,
  compare: (a: number, b: number) => number,
): number[] {
  if (slots.length <= count * 2) return [...slots].sort(compare).slice(0, count);
  const least = leastOfBest(slots, count, score);
  const best = slots.filter((slot) => (score[slot] ?? 0) >= least);
  return best.sort(compare).slice(0, count);
}

/** The score that the last of the best has: few scores make it into a short sorted list. */
function leastOfBest(slots: readonly number[], count: number, score: Float64Array): number {
  const best = new Float64Array(count).fill(-Infinity);
  for (const slot of slots) {
    const value = score[slot] as number;
    if (value <= (best[0] as number)) continue;
    let at = 0;
    for (; at + 1 < count && (best[at + 1] as number) < value; at++) {
      best[at] = best[at + 1] as number;
    }
    best[at] = value;
  }
  return best[0] ?? 0;
}
