/** The hub that served this script; null when it came from elsewhere, as in the bundle of a site. */
const SERVED_BY = /^(https?:\/\/.+)\/widget\/[^/]+\/saberes\.js/.exec(import.meta.url)?.[1] ?? null;

/** The hub that an element asks: the one it names, else the one that served the script. */
export function hubAddress(named: string | null): string | null {
  const address = named ?? SERVED_BY;
  return address && /^https?:\/\//.test(address) ? address.replace(/\/+$/, '') : null;
}

/** An address with those parameters that have a value; one that has several is repeated. */
export function addressWith(path: string, values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).flatMap(([name, value]) => {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    return all.filter(Boolean).map((one) => [name, String(one)]);
  });
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
