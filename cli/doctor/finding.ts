/** `ok`, worth a look, or wrong: only what is wrong makes the command fail. */
export type Verdict = 'ok' | 'note' | 'wrong';

/** What was looked at, what was found, and what to do about it. */
export interface Finding {
  readonly what: string;
  readonly verdict: Verdict;
  readonly found: string;
  readonly advice?: string;
}

export const ok = (what: string, found: string): Finding => ({ what, verdict: 'ok', found });

export const note = (what: string, found: string, advice?: string): Finding => ({
  what,
  verdict: 'note',
  found,
  ...(advice ? { advice } : {}),
});

export const wrong = (what: string, found: string, advice: string): Finding => ({
  what,
  verdict: 'wrong',
  found,
  advice,
});
