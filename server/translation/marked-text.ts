/** What is not for a translator: code, link targets, addresses, HTML, and marks of Markdown. */
const UNTRANSLATED = new RegExp(
  [
    /`[^`]+`/,
    /\]\([^)]*\)/,
    /<[^<>]*>/,
    /https?:\/\/[^\s<>()]+/,
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
    /^[ \t]*(?:#{1,6}|>|[-+*]|\d{1,4}[.)])[ \t]+/,
    /[*_#@^~|\\{}[\]`]+/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** As it is sent; servers write empty elements in several ways. */
const PLACE = /<t i="\d+"\s*(?:\/>|>\s*<\/t>)/g;
const PLACE_NUMBER = /\d+/;
const WORD = /\p{L}/u;
/** Nothing that a person writes, and more than some servers take. */
const CONTROL = /\p{Cc}/gu;

/** A line of text with all that is not for a translator put aside. */
export class MarkedText {
  private constructor(
    /** What lies between the marks; one more than there are of those. */
    private readonly words: readonly string[],
    private readonly marks: readonly string[],
  ) {}

  static of(line: string): MarkedText {
    const clean = line.normalize('NFC').replace(CONTROL, ' ');
    const words: string[] = [];
    const marks: string[] = [];
    let from = 0;
    for (const { 0: mark, index } of clean.matchAll(UNTRANSLATED)) {
      words.push(clean.slice(from, index));
      marks.push(mark);
      from = index + mark.length;
    }
    words.push(clean.slice(from));
    return new MarkedText(words, marks);
  }

  get hasWords(): boolean {
    return this.words.some((piece) => WORD.test(piece));
  }

  /** The line as HTML, with an empty element for each mark. */
  get html(): string {
    const pieces = this.words.map(escapeHtml);
    return pieces.map((piece, at) => (at === 0 ? piece : `<t i="${at}"/>${piece}`)).join('');
  }

  /** What lies between the marks, for a server that lost one of them. */
  get pieces(): readonly string[] {
    return this.words.filter((piece) => WORD.test(piece)).map((piece) => escapeHtml(piece.trim()));
  }

  /** Puts the marks back into a translation; null when one is missing, doubled or out of turn. */
  restore(html: string): string | null {
    const places = html.match(PLACE) ?? [];
    const isInTurn = places.every((place, at) => Number(PLACE_NUMBER.exec(place)) === at + 1);
    if (!isInTurn || places.length !== this.marks.length) return null;
    return this.join(html.split(PLACE).map(unescapeHtml));
  }

  /** Puts translations of `pieces` back between the marks, with the spaces that were around them. */
  restorePieces(translated: readonly string[]): string {
    const left = [...translated];
    const words = this.words.map((piece) => {
      if (!WORD.test(piece)) return piece;
      const [start = ''] = /^\s*/.exec(piece) ?? [];
      const [end = ''] = /\s*$/.exec(piece) ?? [];
      return `${start}${unescapeHtml(left.shift() ?? '').trim()}${end}`;
    });
    return this.join(words);
  }

  private join(words: readonly string[]): string {
    return words
      .map((piece, at) => (at === 0 ? piece : `${this.marks[at - 1] ?? ''}${piece}`))
      .join('');
  }
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' } as const;
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ENTITIES).map(([character, entity]) => [entity, character] as const),
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&#x27;', "'"],
]);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ENTITIES[character as keyof typeof ENTITIES]);

const unescapeHtml = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => CHARACTERS.get(entity) ?? entity);
