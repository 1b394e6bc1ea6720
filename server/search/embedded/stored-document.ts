import { LOCALES, type Locale } from '../../locale.js';
import type { SearchDocument, SearchHighlight } from '../search-engine.js';

type Field = SearchHighlight['field'];

/** What is kept of a record beside its words: what pages, sorting and highlights need. */
export interface StoredDocument {
  readonly id: string;
  readonly version: number;
  readonly publishedAt: number | null;
  readonly inForce: boolean | null;
  /** By the order of `LOCALES`; null where the record lacks the language. */
  readonly titles: readonly (string | null)[];
  /** Languages of its texts that are made by machine, as bits. */
  readonly machine: number;
  /** Summaries and bodies as UTF-8, off the heap: they are read for the few records of a page. */
  readonly texts: Uint8Array;
  /** Numbers of the content words of titles and summaries, in their order. */
  readonly sequences: Uint32Array;
}

const PARTS = LOCALES.length * 2;
const HEADER_BYTES = (PARTS + 1) * 4;

/** Summaries and bodies one after the other behind a table of where they begin. */
export function packTexts(document: SearchDocument): Uint8Array {
  const parts = LOCALES.flatMap((locale) => {
    const texts = document.texts[locale];
    return [texts?.summary ?? '', texts?.body ?? ''];
  }).map((text) => Buffer.from(text));
  const packed = Buffer.allocUnsafeSlow(
    parts.reduce((sum, { length }) => sum + length, HEADER_BYTES),
  );
  let offset = HEADER_BYTES;
  parts.forEach((part, index) => {
    packed.writeUInt32LE(offset, index * 4);
    offset += part.copy(packed, offset);
  });
  packed.writeUInt32LE(offset, PARTS * 4);
  return packed;
}

/** A text of the record in exactly this language, or null. */
export function textOf(document: StoredDocument, locale: Locale, field: Field): string | null {
  const index = LOCALES.indexOf(locale);
  const title = document.titles[index];
  if (title === null || title === undefined) return null;
  if (field === 'title') return title;
  const { buffer, byteOffset, length } = document.texts;
  const packed = Buffer.from(buffer, byteOffset, length);
  const part = index * 2 + (field === 'summary' ? 0 : 1);
  return packed.toString('utf8', packed.readUInt32LE(part * 4), packed.readUInt32LE(part * 4 + 4));
}

/** The title for a reader: in the language, else in the first one that the record has. */
export function titleFor(document: StoredDocument, locale: Locale): string {
  const own = document.titles[LOCALES.indexOf(locale)];
  return own ?? document.titles.find((title) => title !== null) ?? '';
}
