import { LOCALES } from '../../locale.js';
import type { SearchDocument } from '../search-engine.js';
import { foldWord } from '../words/fold.js';
import { stemOf } from '../words/stems.js';
import { wordsOf } from '../words/tokens.js';

const SHORTEST = 4;
const LARGEST_FAMILY = 10;
const MOST_SYNONYMS = 50_000;

/**
 * Words that differ in their ending alone. Meilisearch does not stem the hub's languages, so these
 * are given to it as synonyms of each other.
 */
export class WordFamilies {
  private readonly families = new Map<string, Set<string>>();
  private readonly seen = LOCALES.map(() => new Set<string>());

  add({ texts, machine, labels }: SearchDocument): void {
    LOCALES.forEach((locale, at) => {
      const { title = '', summary = '', body = '' } = texts[locale] ?? machine?.[locale] ?? {};
      for (const text of [title, summary, body, ...labels[locale]]) {
        for (const word of wordsOf(text)) {
          if (this.seen[at]?.has(word)) continue;
          this.seen[at]?.add(word);
          this.join(stemOf(word, locale), foldWord(word));
        }
      }
    });
  }

  synonyms(): Record<string, string[]> {
    const synonyms = new Map<string, string[]>();
    for (const family of this.families.values()) {
      if (family.size < 2 || family.size > LARGEST_FAMILY) continue;
      for (const word of family) {
        if (synonyms.size >= MOST_SYNONYMS) break;
        const others = [...family].filter((other) => other !== word);
        synonyms.set(word, [...new Set([...(synonyms.get(word) ?? []), ...others])]);
      }
    }
    return Object.fromEntries(synonyms);
  }

  private join(stem: string, folded: string): void {
    if (folded.length < SHORTEST || /\p{N}/u.test(folded)) return;
    const family = this.families.get(stem) ?? new Set();
    family.add(folded);
    this.families.set(stem, family);
  }
}
