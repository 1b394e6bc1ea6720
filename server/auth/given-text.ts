import { invalid } from '../errors.js';

/** One line without its outer spaces; throws `INVALID` when nothing is left or it is too long. */
export function requireText(field: string, text: string, maxLength: number): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  if (line === '') throw invalid(field, `"${field}" may not be empty.`);
  if (Array.from(line).length > maxLength) {
    throw invalid(field, `"${field}" may have at most ${maxLength} characters.`);
  }
  return line;
}
