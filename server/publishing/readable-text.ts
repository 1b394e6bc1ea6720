/** Letters and marks of all writings, line ends and tabs; no control characters, no halves of a pair. */
export const isReadable = (text: string): boolean =>
  !/\p{Surrogate}/u.test(text) && !hasControlCharacter(text);

export const UNREADABLE =
  'There is a character in it that cannot be shown. Paste the text without formatting.';

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return true;
    if (code === 0x7f || code === 0xfffe || code === 0xffff) return true;
  }
  return false;
}
