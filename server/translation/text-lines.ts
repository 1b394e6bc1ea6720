/** A part of a text: a line to translate, or what stands between lines and stays. */
export interface TextPart {
  readonly text: string;
  readonly isLine: boolean;
}

const BETWEEN_LINES = /(```[\s\S]*?(?:```|$)|[ \t]*\r?\n\s*)/;
const SENTENCES = /(?<=[.!?…;:])(\s+)/;
const SPACES = /(\s+)/;

/**
 * The parts of a text in their order; together they are the text. Lines that are longer than a
 * server takes are cut between sentences, else between words.
 */
export function partsOf(text: string, mostLetters: number): readonly TextPart[] {
  return text.split(BETWEEN_LINES).flatMap((part, at) => {
    if (part === '') return [];
    return at % 2 === 1 ? [{ text: part, isLine: false }] : cutLine(part, mostLetters);
  });
}

function cutLine(line: string, mostLetters: number): TextPart[] {
  if (line.length <= mostLetters) return [{ text: line, isLine: true }];
  return cutAt(line, SENTENCES, mostLetters).flatMap((part) =>
    part.text.length <= mostLetters
      ? [part]
      : cutAt(part.text, SPACES, mostLetters).flatMap(cutWord),
  );

  function cutWord(part: TextPart): TextPart[] {
    const pieces = part.text.match(new RegExp(`[^]{1,${mostLetters >>> 1}}`, 'gu')) ?? [];
    return part.text.length <= mostLetters
      ? [part]
      : pieces.map((piece) => ({ text: piece, isLine: part.isLine }));
  }
}

/** As few parts as fit, each ending where the expression says; the spaces between them stay. */
function cutAt(text: string, between: RegExp, mostLetters: number): TextPart[] {
  const [first = '', ...rest] = text.split(between);
  const parts: TextPart[] = [];
  let line = first;
  for (let at = 0; at < rest.length; at += 2) {
    const [space = '', next = ''] = rest.slice(at, at + 2);
    if (line.length + space.length + next.length <= mostLetters) line += space + next;
    else {
      parts.push({ text: line, isLine: true }, { text: space, isLine: false });
      line = next;
    }
  }
  return [...parts, { text: line, isLine: true }];
}
