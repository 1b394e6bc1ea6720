/** One address of every kind of page, without the language. */
export const PAGE_TYPES: readonly string[] = [
  '/',
  '/search?q=compra+conjunta',
  '/search?kind=PROTOCOL&country=MX',
  '/search?q=xyzq',
  '/items/ciss-disaster-protocol',
  '/nowhere',
];
