export type CheckStatus = 'ok' | 'note' | 'wrong';

/** One thing that was looked at, what was found, and what to do unless it is well. */
export interface Check {
  readonly name: string;
  readonly status: CheckStatus;
  readonly found: string;
  readonly advice?: string;
}

export const ok = (name: string, found: string): Check => ({ name, status: 'ok', found });

/** Worth knowing, no fault. */
export const note = (name: string, found: string, advice?: string): Check => ({
  name,
  status: 'note',
  found,
  ...(advice ? { advice } : {}),
});

export const wrong = (name: string, found: string, advice: string): Check => ({
  name,
  status: 'wrong',
  found,
  advice,
});

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
