const ASCII = /^[\u0020-\u007e]*$/;
const MARKS = /\p{M}+/gu;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };

/** A word as it is compared letter by letter: composed and in lower case. */
export function lowerWord(word: string): string {
  return ASCII.test(word) ? word.toLowerCase() : word.normalize('NFC').toLowerCase();
}

/** The same word as people type it on a foreign keyboard: no accents, no ligatures. */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  const bare = word.toLowerCase().normalize('NFD').replace(MARKS, '');
  return bare.replace(/[œæßøł]/g, (letter) => LIGATURES[letter] ?? letter).normalize('NFC');
}
