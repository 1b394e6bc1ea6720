import { bsonClass } from './document.js';
import { badValue, located } from './errors.js';

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

export const isRegex = (value: unknown): boolean =>
  value instanceof RegExp || bsonClass(value) === 'BSONRegExp';

/** The pattern of a `$regex` argument, which is a string or a regular expression, with its options. */
export function compileRegex(argument: unknown, options: unknown): RegExp {
  if (typeof argument !== 'string' && !isRegex(argument))
    throw badValue('$regex has to be a string');
  if (options !== undefined && typeof options !== 'string')
    throw badValue('$options has to be a string');
  const own = typeof argument === 'string' ? { source: argument, flags: '' } : patternOf(argument);
  if (own.flags !== '' && options !== undefined) {
    throw located(51075, 'options set in both $regex and $options');
  }
  return toRegExp({ source: own.source, flags: options ?? own.flags });
}

/** Strings that the pattern finds, and stored regular expressions that equal it. */
export function regexTest(pattern: RegExp): (value: unknown) => boolean {
  return (value) => {
    if (typeof value === 'string') return pattern.test(value);
    if (!isRegex(value)) return false;
    const { source, flags } = patternOf(value);
    return source === pattern.source && toRegExp({ source, flags }).flags === pattern.flags;
  };
}

/** The BSON library decodes option `s` as the flag `g`, so `g` is read back as "dot matches all". */
export function patternOf(value: unknown): Pattern {
  if (value instanceof RegExp)
    return { source: value.source, flags: value.flags.replace('g', 's') };
  const { pattern, options } = value as { readonly pattern: string; readonly options: string };
  return { source: pattern, flags: options };
}

export function toRegExp({ source, flags }: Pattern): RegExp {
  const invalid = Array.from(flags).find((flag) => !'imsxu'.includes(flag));
  if (invalid !== undefined) throw located(51108, `invalid flag in regex options: ${invalid}`);
  const text = flags.includes('x') ? withoutLayout(source) : source;
  const kept = [...new Set(flags)].filter((flag) => 'ims'.includes(flag)).join('');
  try {
    return new RegExp(text, `${kept}u`);
  } catch {
    return withoutUnicode(text, kept);
  }
}

/** Patterns with escapes that only the lenient mode knows, such as `\-`. */
function withoutUnicode(text: string, flags: string): RegExp {
  try {
    return new RegExp(text, flags);
  } catch {
    throw located(51091, 'Regular expression is invalid');
  }
}

/** Option `x`: white space and comments outside character classes mean nothing. */
const withoutLayout = (source: string) =>
  source.replace(/\\.|\[(?:\\.|[^\]])*\]|\s+|#.*$/gm, (part) => (/^(\s|#)/.test(part) ? '' : part));
