import { invalid } from '../errors.js';
import type { LocalizedText } from '../locale.js';
import { isReadable, UNREADABLE } from './readable-text.js';

const LONGEST_NOTE = 5_000;
const LONGEST_REASON = 1_000;

/** Throws `INVALID` for a note that is empty, too long, or cannot be shown. */
export function checkNote(field: string, note: string): string {
  const text = note.trim();
  if (text === '') throw invalid(field, 'Say why, in a sentence or two.');
  if (text.length > LONGEST_NOTE) throw invalid(field, `At most ${LONGEST_NOTE} characters.`);
  if (!isReadable(text)) throw invalid(field, UNREADABLE);
  return text;
}

/** Of a note that nobody has to write; a blank one is none. */
export const givenNote = (note: string | null): string | undefined =>
  note?.trim() ? checkNote('note', note) : undefined;

/** What readers are told, in the languages that it was written in; throws `INVALID`. */
export function checkReason(reason: LocalizedText): LocalizedText {
  const texts = Object.entries(reason).filter(([, text]) => text.trim() !== '');
  if (texts.length === 0) {
    throw invalid('reason', 'Readers are told why. Give a reason in at least one language.');
  }
  if (texts.some(([, text]) => text.length > LONGEST_REASON)) {
    throw invalid('reason', `At most ${LONGEST_REASON} characters in each language.`);
  }
  if (texts.some(([, text]) => !isReadable(text))) throw invalid('reason', UNREADABLE);
  return Object.fromEntries(texts);
}
