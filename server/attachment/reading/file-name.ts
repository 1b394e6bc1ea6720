import { endingsOf, type MediaType } from './media-types.js';

const MOST_CHARACTERS = 120;
/** What some system gives a meaning in names of files. */
const SPECIAL = /[<>:"|?*%#]/g;
/** Control characters, marks of direction, invisible and unassigned characters, broken pairs. */
const INVISIBLE = /\p{C}/gu;
/** A dot in front hides a file on some systems. */
const EDGES = /^[\s.]+|[\s.]+$/gu;

/**
 * A name to show and to download under, from whatever a client calls its file: no part of a
 * path, nothing invisible, and the ending that belongs to the content. Nothing is stored by it.
 */
export function cleanFileName(declared: string, type: MediaType): string {
  const last = declared.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/\s+/gu, ' ').replace(INVISIBLE, '').replace(SPECIAL, '-').trim();
  const [usual = ''] = endingsOf(type);
  const given = endingsOf(type).find((ending) => plain.toLowerCase().endsWith(`.${ending}`));
  const base = given ? plain.slice(0, -given.length - 1) : plain;
  const ending = given ?? usual;
  const short = Array.from(base.replace(EDGES, ''))
    .slice(0, MOST_CHARACTERS - ending.length - 1)
    .join('');
  return `${short.trim() || 'document'}.${ending}`;
}
