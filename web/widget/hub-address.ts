/** The hub that served this script; null when it came from elsewhere, as in the bundle of a site. */
const SERVED_BY = /^(https?:\/\/.+)\/widget\/[^/]+\/saberes\.js/.exec(import.meta.url)?.[1] ?? null;

/** The hub that an element asks: the one it names, else the one that served the script. */
export function hubAddress(named: string | null): string | null {
  const address = named ?? SERVED_BY;
  return address && /^https?:\/\//.test(address) ? address.replace(/\/+$/, '') : null;
}

/** An address with those parameters that have a value. */
export function addressWith(path: string, values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).filter(([, value]) => value);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length > 0 ? `${path}?${query}` : path;
}
