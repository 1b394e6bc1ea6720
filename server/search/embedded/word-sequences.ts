import { LOCALES } from '../../locale.js';

/** Titles first, then summaries: for each language one run of word numbers. */
export const SEQUENCES_PER_LOCALE = 2;
const RUNS = LOCALES.length * SEQUENCES_PER_LOCALE;

/** All runs in one array, behind their lengths. */
export function packSequences(runs: readonly (readonly number[])[]): Uint32Array {
  const packed = new Uint32Array(RUNS + runs.reduce((sum, run) => sum + run.length, 0));
  let at = RUNS;
  runs.forEach((run, index) => {
    packed[index] = run.length;
    packed.set(run, at);
    at += run.length;
  });
  return packed;
}

export type Run = 'title' | 'summary';

/** Calls back with each language's titles and summaries as runs of word numbers. */
export function eachRun(
  packed: Uint32Array,
  visit: (kind: Run, locale: number, begin: number, end: number) => void,
): void {
  let at = RUNS;
  for (let index = 0; index < RUNS; index++) {
    const end = at + (packed[index] ?? 0);
    if (end > at) visit(index % 2 === 0 ? 'title' : 'summary', index >>> 1, at, end);
    at = end;
  }
}

/** The words of the title in one language, as numbers. */
export function titleRun(packed: Uint32Array, locale: number): Uint32Array {
  let begin = RUNS;
  for (let index = 0; index < locale * SEQUENCES_PER_LOCALE; index++) begin += packed[index] ?? 0;
  return packed.subarray(begin, begin + (packed[locale * SEQUENCES_PER_LOCALE] ?? 0));
}
