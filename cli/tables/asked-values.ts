import { KnowledgeKind } from '../../schema/knowledge-enums.js';
import { LOCALES, type Locale } from '../../server/locale.js';
import { CommandError } from '../fail.js';

/** A kind by its code or a word of it: `lesson` is LESSON_LEARNED. */
export function toKind(text: string): KnowledgeKind {
  const wanted = text.toUpperCase().replaceAll('-', '_');
  const kinds = Object.values(KnowledgeKind);
  const kind = kinds.find((code) => code === wanted || code.split('_').includes(wanted));
  if (kind) return kind;
  throw new CommandError(`There is no kind "${text}". Kinds: ${kinds.join(', ')}.`);
}

export function toLocale(text: string): Locale {
  const locale = LOCALES.find((known) => known === text.toLowerCase());
  if (locale) return locale;
  throw new CommandError(`There is no language "${text}". Languages: ${LOCALES.join(', ')}.`);
}

/** One of some formats, in whichever case. */
export function toFormat<Format extends string>(text: string, formats: readonly Format[]): Format {
  const format = formats.find((known) => known === text.toUpperCase());
  if (format) return format;
  const known = formats.map((one) => one.toLowerCase()).join(', ');
  throw new CommandError(`There is no format "${text}" here. Formats: ${known}.`);
}
