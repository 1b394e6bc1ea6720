/** A request that asks for too much; the number makes each of a kind one that was never seen. */
export interface Bomb {
  readonly kind: string;
  /** What it is answered with. */
  readonly status: number;
  readonly document: (number: number) => string;
}

export const repeat = (times: number, make: (index: number) => string) =>
  Array.from({ length: times }, (_, index) => make(index)).join(' ');

export const nested = (depth: number) =>
  `{ countries ${'{ groups { countries '.repeat(depth)}{ code }${' } }'.repeat(depth)} }`;

/** Each fragment spreads the next one twice, so that the last is written out 2^n times. */
export const doubling = (fragments: number) =>
  `{ ...F0 } ${repeat(fragments, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)}
  fragment F${fragments} on Query { __typename }`;

const aliases = (number: number) => `{ ${repeat(number, (i) => `a${i}: __typename`)} }`;
const directives = (number: number) => `{ __typename ${'@include(if: true) '.repeat(number)} }`;

/** One of each kind. */
export const BOMBS: readonly Bomb[] = [
  { kind: 'depth', status: 400, document: (number) => nested(8 + number) },
  { kind: 'alias', status: 400, document: (number) => aliases(31 + number) },
  { kind: 'fragment', status: 400, document: (number) => doubling(100 + number) },
  { kind: 'directive', status: 400, document: (number) => directives(51 + number) },
  { kind: 'token', status: 400, document: (number) => `{ ${'a '.repeat(2_100 + number)} }` },
  { kind: 'body', status: 413, document: (number) => ' '.repeat(300_000 + number) },
];
