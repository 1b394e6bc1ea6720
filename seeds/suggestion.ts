/** Longer lists are cut to the names that come nearest. */
const MOST_LISTED = 40;
const NEAREST_LISTED = 8;

/** `; did you mean "health"? Allowed: …` for a name that is not among the allowed ones. */
export function suggestion(wrong: string, allowed: Iterable<string>): string {
  const nearest = [...allowed]
    .map((name) => ({ name, distance: distanceBetween(wrong.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name));
  const best = nearest[0];
  if (!best) return '. Nothing is defined yet';

  const isClose = best.distance <= Math.max(1, Math.floor(wrong.length / 3));
  const guess = isClose ? `; did you mean "${best.name}"?` : '.';
  const names = nearest.map(({ name }) => name);
  if (names.length <= MOST_LISTED) return `${guess} Allowed: ${names.toSorted().join(', ')}`;
  return `${guess} Nearest of ${names.length}: ${names.slice(0, NEAREST_LISTED).join(', ')}`;
}

/** Levenshtein: how many letters have to be put in, taken out or exchanged. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const exchanged = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
