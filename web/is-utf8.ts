/** Whether a part of an address can be decoded: what is not UTF-8 has no page. */
export function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}
