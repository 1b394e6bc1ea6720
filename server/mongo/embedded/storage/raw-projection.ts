import { elementEnd, nameEnd } from './bson-walk.js';

/** Which fields of one level to keep: whole, or what is named inside. */
export interface KeptFields {
  readonly [name: string]: KeptFields | true;
}

/** A field name in bytes; names are told apart by length, first and last byte before they are compared. */
interface Field {
  readonly name: Buffer;
  readonly inside: Level | null;
}

type Level = ReadonlyMap<number, readonly Field[]>;

const DOCUMENT = 3;
const ARRAY = 4;

/** Keeps some fields of documents without decoding them: what is kept is copied as it is stored. */
export class RawProjection {
  readonly #root: Level;
  /** What is written never is longer than what is read. */
  #out = Buffer.allocUnsafe(16 * 1024);

  constructor(fields: KeptFields) {
    this.#root = levelOf(fields);
  }

  of(document: Buffer): Buffer {
    if (this.#out.length < document.length) this.#out = Buffer.allocUnsafe(document.length * 2);
    const length = this.#document(this.#root, document, 0, 0);
    const kept = Buffer.allocUnsafe(length);
    kept.set(this.#out.subarray(0, length));
    return kept;
  }

  #document(level: Level, bytes: Buffer, start: number, to: number): number {
    const last = start + bytes.readInt32LE(start) - 1;
    let at = to + 4;
    let from = start + 4;
    // Neighbours that are kept whole are copied in one go.
    let run = from;
    while (from < last) {
      const valueStart = nameEnd(bytes, from + 1, last) + 1;
      const end = elementEnd(bytes, from, valueStart, last);
      const field = fieldAt(level, bytes, from + 1, valueStart - 1);
      if (field === undefined || field.inside !== null) {
        at = this.#copy(bytes, run, from, at);
        run = end;
        if (field?.inside) at = this.#inside(field.inside, bytes, from, valueStart, at);
      }
      from = end;
    }
    at = this.#copy(bytes, run, last, at);
    this.#out[at++] = 0;
    this.#out.writeInt32LE(at - to, to);
    return at;
  }

  /** A document or a list with what is to be kept of it; nothing for any other value. */
  #inside(level: Level, bytes: Buffer, from: number, valueStart: number, to: number): number {
    const type = bytes[from] as number;
    if (type !== DOCUMENT && type !== ARRAY) return to;
    const at = this.#copy(bytes, from, valueStart, to);
    return this.#values(type, level, bytes, valueStart, at);
  }

  #values(type: number, level: Level, bytes: Buffer, start: number, to: number): number {
    if (type === DOCUMENT) return this.#document(level, bytes, start, to);
    return this.#array(level, bytes, start, to);
  }

  #array(level: Level, bytes: Buffer, start: number, to: number): number {
    const last = start + bytes.readInt32LE(start) - 1;
    let at = to + 4;
    let count = 0;
    let from = start + 4;
    while (from < last) {
      const type = bytes[from] as number;
      const valueStart = nameEnd(bytes, from + 1, last) + 1;
      if (type === DOCUMENT || type === ARRAY) {
        this.#out[at] = type;
        at += 1 + this.#out.write(`${count}\0`, at + 1, 'latin1');
        at = this.#values(type, level, bytes, valueStart, at);
        count += 1;
      }
      from = elementEnd(bytes, from, valueStart, last);
    }
    this.#out[at++] = 0;
    this.#out.writeInt32LE(at - to, to);
    return at;
  }

  #copy(bytes: Buffer, from: number, end: number, to: number): number {
    if (from < end) this.#out.set(bytes.subarray(from, end), to);
    return to + Math.max(end - from, 0);
  }
}

function levelOf(fields: KeptFields): Level {
  const level = new Map<number, Field[]>();
  for (const [text, inner] of Object.entries(fields)) {
    const name = Buffer.from(text);
    const field = { name, inside: inner === true ? null : levelOf(inner) };
    const print = fingerprint(name, 0, name.length);
    level.set(print, [...(level.get(print) ?? []), field]);
  }
  return level;
}

const fingerprint = (bytes: Buffer, start: number, end: number): number =>
  ((end - start) << 16) | ((bytes[start] as number) << 8) | (bytes[end - 1] as number);

function fieldAt(level: Level, bytes: Buffer, start: number, end: number): Field | undefined {
  const alike = level.get(fingerprint(bytes, start, end));
  return alike?.find(({ name }) => name.length === end - start && isSame(name, bytes, start));
}

function isSame(name: Buffer, bytes: Buffer, start: number): boolean {
  for (let at = 0; at < name.length; at += 1) if (name[at] !== bytes[start + at]) return false;
  return true;
}
