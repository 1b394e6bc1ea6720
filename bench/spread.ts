/** Of times in ms. */
export interface Spread {
  readonly median: number;
  readonly of95: number;
  readonly longest: number;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] ?? 0;
  return { median: at(0.5), of95: at(0.95), longest: at(1) };
}

/** Median, 95 of 100 and longest, for a table. */
export const shownSpread = ({ median, of95, longest }: Spread): string =>
  [median, of95, longest].map((ms) => ms.toFixed(ms < 10 ? 1 : 0)).join(' / ');
