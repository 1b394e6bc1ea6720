import { StoreError } from '../semantics/errors.js';

/** One element of a document in its bytes: where it starts, where its value starts, where it ends. */
export interface RawElement {
  readonly type: number;
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

const invalid = (why: string) => new StoreError(22, 'InvalidBSON', `Invalid BSON: ${why}`);

const tooDeep = () => new StoreError(15, 'Overflow', 'BSONObj exceeds maximum nested object depth');

const FIXED: Readonly<Record<number, number>> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};

/** The bytes that a value takes, checked against the end of what holds it. */
function valueLength(bytes: Buffer, type: number, at: number, end: number): number {
  const fixed = FIXED[type];
  if (fixed !== undefined) return fixed;
  switch (type) {
    case 2:
    case 13:
    case 14:
      return 4 + stringLength(bytes, at, end);
    case 3:
    case 4:
    case 15:
      return int32(bytes, at, end);
    case 5:
      return 5 + int32(bytes, at, end);
    case 11: {
      const flags = nameEnd(bytes, at, end) + 1;
      return nameEnd(bytes, flags, end) + 1 - at;
    }
    case 12:
      return 4 + stringLength(bytes, at, end) + 12;
    default:
      throw invalid(`unknown type ${type}`);
  }
}

function int32(bytes: Buffer, at: number, end: number): number {
  if (at + 4 > end) throw invalid('a length is cut off');
  const value = bytes.readInt32LE(at);
  if (value < 0) throw invalid('a length is negative');
  return value;
}

function stringLength(bytes: Buffer, at: number, end: number): number {
  const length = int32(bytes, at, end);
  if (length < 1 || at + 4 + length > end) throw invalid('a string is cut off');
  if (bytes[at + 3 + length] !== 0) throw invalid('a string has no end');
  return length;
}

/** Where a name, or another text without a length, ends. They are short: a search by the library takes longer. */
export function nameEnd(bytes: Buffer, start: number, limit: number): number {
  for (let at = start; at < limit; at += 1) if (bytes[at] === 0) return at;
  throw invalid('a name has no end');
}

/** Where the element ends whose type stands at `start`, and whose value begins at `valueStart`. */
export function elementEnd(
  bytes: Buffer,
  start: number,
  valueStart: number,
  limit: number,
): number {
  return valueStart + valueLength(bytes, bytes[start] as number, valueStart, limit);
}

/** Length of the document at `start`, checked to lie inside `limit` and to end with a zero. */
export function documentLength(bytes: Buffer, start: number, limit: number): number {
  if (start + 5 > limit) throw invalid('a document is cut off');
  const length = bytes.readInt32LE(start);
  if (length < 5 || start + length > limit) throw invalid(`a document claims ${length} bytes`);
  if (bytes[start + length - 1] !== 0) throw invalid('a document has no end');
  return length;
}

/** Throws unless the document is well-formed throughout and not nested deeper than allowed. */
export function checkDocument(bytes: Buffer, start: number, limit: number, depth: number): void {
  if (depth < 0) throw tooDeep();
  const end = start + documentLength(bytes, start, limit) - 1;
  let at = start + 4;
  while (at < end) {
    const type = bytes[at] as number;
    const valueStart = nameEnd(bytes, at + 1, end) + 1;
    const next = valueStart + valueLength(bytes, type, valueStart, end);
    if (next > end) throw invalid('a value is cut off');
    if (type === 3 || type === 4) checkDocument(bytes, valueStart, next, depth - 1);
    at = next;
  }
}

/** Goes through the fields of a document that `checkDocument` has passed. */
export class RawReader {
  type = 0;
  name = '';
  valueStart = 0;
  /** Where the field ends, and the next one starts. */
  end: number;
  readonly #last: number;

  constructor(
    private readonly bytes: Buffer,
    start: number,
  ) {
    this.end = start + 4;
    this.#last = start + bytes.readInt32LE(start) - 1;
  }

  /** Moves to the next field; false when there is none. */
  next(): boolean {
    const { bytes, end: at } = this;
    if (at >= this.#last) return false;
    const endOfName = nameEnd(bytes, at + 1, this.#last);
    this.type = bytes[at] as number;
    this.name = bytes.toString('utf8', at + 1, endOfName);
    this.valueStart = endOfName + 1;
    this.end = this.valueStart + valueLength(bytes, this.type, this.valueStart, this.#last);
    return true;
  }
}

/** The same fields, one after the other. */
export function* rawElements(bytes: Buffer, start = 0): Generator<RawElement> {
  const reader = new RawReader(bytes, start);
  for (let at = reader.end; reader.next(); at = reader.end) {
    const { type, name, valueStart, end } = reader;
    yield { type, name, start: at, valueStart, end };
  }
}

/** MongoDB stores `_id` as the first field, wherever the client put it. */
export function withIdFirst(bytes: Buffer): Buffer {
  if (bytes.length > 8 && bytes.toString('latin1', 5, 9) === '_id\0') return bytes;
  for (const { name, start, end } of rawElements(bytes)) {
    if (name !== '_id') continue;
    return Buffer.concat([
      bytes.subarray(0, 4),
      bytes.subarray(start, end),
      bytes.subarray(4, start),
      bytes.subarray(end),
    ]);
  }
  return bytes;
}
