/** Two texts as what they share at both ends, and what differs between. */
export interface ChangedWords {
  readonly start: string;
  readonly removed: string;
  readonly added: string;
  readonly end: string;
}

/** Compares word by word from both ends: enough for what people change at a time, in linear time. */
export function changedWords(before: string, after: string): ChangedWords {
  const [old, fresh] = [before, after].map((text) => text.split(/(?<=\s)/)) as [string[], string[]];
  const most = Math.min(old.length, fresh.length);
  let from = 0;
  while (from < most && old[from] === fresh[from]) from += 1;
  let tail = 0;
  while (tail < most - from && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const part = (words: readonly string[]) => words.slice(from, words.length - tail).join('');
  return {
    start: old.slice(0, from).join(''),
    removed: part(old),
    added: part(fresh),
    end: old.slice(old.length - tail).join(''),
  };
}
