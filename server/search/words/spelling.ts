const SHORTEST_CORRECTED = 5;
const SHORTEST_WITH_TWO_EDITS = 8;

/** How many edits a word may be away; none for short words and for whatever holds a digit. */
export function editsAllowed(folded: string): 0 | 1 | 2 {
  if (folded.length < SHORTEST_CORRECTED || /\p{N}/u.test(folded)) return 0;
  return folded.length < SHORTEST_WITH_TWO_EDITS ? 1 : 2;
}

/** The word with each two neighbouring letters swapped: one slip of the fingers, two edits. */
export function swappedLetters(word: string): readonly string[] {
  const letters = Array.from(word);
  const swaps = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at++) {
    const swapped = [...letters];
    [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? '', swapped[at] ?? ''];
    swaps.add(swapped.join(''));
  }
  swaps.delete(word);
  return [...swaps];
}

/** Edits between two words where swapped neighbours count as one; `limit + 1` when there are more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const replaced = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      const shorter = Math.min((last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1);
      const isSwapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : replaced;
      now.push(Math.min(replaced, shorter, swapped));
    }
    beforeLast = last;
    last = now;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
