import { foldWord } from '../search/words/fold.js';

const LONGEST = 80;

/** A page's address from a title: letters without accents, digits, hyphens; cut between words. */
export function slugOf(title: string): string {
  const words = foldWord(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (words.length <= LONGEST) return words || 'record';
  const cut = words.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1));
}

/** For a title that another record has already. */
export const slugWithId = (title: string, id: string): string => `${slugOf(title)}-${id.slice(-6)}`;
