import { createHash } from 'node:crypto';
import type { BSONSymbol, Timestamp } from 'bson';
import { bsonClass, type Doc } from '../semantics/document.js';
import { numberAsDouble } from './key-numbers.js';

/** First byte of each encoded value, in MongoDB's order of types. `Tag + 1` ends the type. */
export const Tag = {
  MIN_KEY: 0x05,
  UNDEFINED: 0x0f,
  NULL: 0x10,
  NUMBER: 0x20,
  STRING: 0x30,
  OBJECT: 0x40,
  ARRAY: 0x50,
  BINARY: 0x60,
  OBJECT_ID: 0x70,
  BOOLEAN: 0x80,
  DATE: 0x90,
  TIMESTAMP: 0xa0,
  REGEX: 0xb0,
  OTHER: 0xc0,
  MAX_KEY: 0xf0,
} as const;

/** LMDB takes keys of 1,978 bytes; longer values keep this many and a hash of the whole. */
export const MAX_BODY = 1900;
const KEPT_OF_LONG_BODY = 1860;

/** Writes values so that their bytes compare as MongoDB compares the values. */
export class KeyWriter {
  #bytes = Buffer.allocUnsafe(4096);
  #length = 0;

  reset(): this {
    this.#length = 0;
    return this;
  }

  get length(): number {
    return this.#length;
  }

  /** One field of an index key; inverted where the index descends. */
  field(value: unknown, descending: boolean): this {
    const from = this.#length;
    this.#value(value);
    if (descending) {
      for (let at = from; at < this.#length; at++) {
        this.#bytes[at] = 255 - (this.#bytes[at] as number);
      }
    }
    return this;
  }

  /** A copy of what was written. */
  take(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  /** As `take`, shortened to what LMDB accepts as a key. */
  takeBody(): Buffer {
    if (this.#length <= MAX_BODY) return this.take();
    const whole = this.#bytes.subarray(0, this.#length);
    const hash = createHash('sha256').update(whole).digest();
    return Buffer.concat([whole.subarray(0, KEPT_OF_LONG_BODY), hash]);
  }

  #value(value: unknown): void {
    const type = typeof value;
    if (type === 'string') this.#string(Tag.STRING, value as string);
    else if (type === 'number' || type === 'bigint') this.#double(Tag.NUMBER, Number(value));
    else if (type === 'boolean') this.#pair(Tag.BOOLEAN, Number(value));
    else if (value === null) this.#byte(Tag.NULL);
    else if (type === 'object') this.#object(value as object);
    else this.#byte(Tag.UNDEFINED);
  }

  #object(value: object): void {
    const name = bsonClass(value);
    if (value instanceof Date) this.#double(Tag.DATE, value.getTime());
    else if (Array.isArray(value)) this.#array(value);
    else if (value instanceof Uint8Array) this.#binary(value, 0);
    else if (value instanceof RegExp) this.#string(Tag.REGEX, `${value.source}\0${value.flags}`);
    else if (name === undefined) this.#doc(value as Doc);
    else this.#classValue(name, value);
  }

  #classValue(name: string, value: object): void {
    const number = numberAsDouble(name, value);
    if (number !== undefined) {
      this.#double(Tag.NUMBER, number);
      return;
    }
    switch (name) {
      case 'ObjectId':
        this.#raw(Tag.OBJECT_ID, (value as { id: Uint8Array }).id);
        break;
      case 'Binary': {
        const binary = value as { value(): Uint8Array; readonly sub_type: number };
        this.#binary(binary.value(), binary.sub_type);
        break;
      }
      case 'Timestamp':
        this.#raw(Tag.TIMESTAMP, bigEndian((value as Timestamp).toBigInt()));
        break;
      case 'BSONSymbol':
        this.#string(Tag.STRING, (value as BSONSymbol).toString());
        break;
      case 'MinKey':
        this.#byte(Tag.MIN_KEY);
        break;
      case 'MaxKey':
        this.#byte(Tag.MAX_KEY);
        break;
      default:
        this.#string(Tag.OTHER, JSON.stringify(value));
    }
  }

  #doc(doc: Doc): void {
    this.#byte(Tag.OBJECT);
    for (const [name, value] of Object.entries(doc)) {
      const at = this.#length;
      this.#value(value);
      // The type comes before the name: that is the order in which MongoDB compares fields.
      const encoded = Buffer.from(this.#bytes.subarray(at, this.#length));
      this.#length = at;
      this.#string(encoded[0] as number, name);
      this.#append(encoded.subarray(1));
    }
    this.#byte(0);
  }

  #array(values: readonly unknown[]): void {
    this.#byte(Tag.ARRAY);
    for (const value of values) this.#value(value);
    this.#byte(0);
  }

  /** Ends with a zero byte, so a zero inside becomes 00 FF, which sorts after the end. */
  #string(tag: number, text: string): void {
    this.#reserve(text.length * 3 + 2);
    this.#bytes[this.#length++] = tag;
    const written = this.#bytes.write(text, this.#length, 'utf8');
    const escaped = text.includes('\0');
    if (!escaped) {
      this.#length += written;
    } else {
      const plain = Buffer.from(text, 'utf8');
      this.#reserve(plain.length * 2 + 1);
      for (const byte of plain) {
        this.#bytes[this.#length++] = byte;
        if (byte === 0) this.#bytes[this.#length++] = 255;
      }
    }
    this.#byte(0);
  }

  /** IEEE doubles compare as bytes once the sign bit is flipped, or all bits of a negative one; NaN is lowest. */
  #double(tag: number, value: number): void {
    this.#reserve(9);
    const at = this.#length;
    this.#bytes[at] = tag;
    this.#length += 9;
    if (Number.isNaN(value)) {
      this.#bytes.fill(0, at + 1, at + 9);
      return;
    }
    this.#bytes.writeDoubleBE(value === 0 ? 0 : value, at + 1);
    const first = this.#bytes[at + 1] as number;
    if (first < 128) {
      this.#bytes[at + 1] = first + 128;
      return;
    }
    for (let index = at + 1; index < at + 9; index++) {
      this.#bytes[index] = 255 - (this.#bytes[index] as number);
    }
  }

  #binary(bytes: Uint8Array, kind: number): void {
    const header = Buffer.allocUnsafe(5);
    header.writeUInt32BE(bytes.length, 0);
    header[4] = kind;
    this.#raw(Tag.BINARY, header);
    this.#append(bytes);
  }

  #raw(tag: number, bytes: Uint8Array): void {
    this.#byte(tag);
    this.#append(bytes);
  }

  #pair(tag: number, byte: number): void {
    this.#byte(tag);
    this.#byte(byte);
  }

  #byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  #append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #reserve(extra: number): void {
    if (this.#length + extra <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe((this.#length + extra) * 2);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

function bigEndian(value: bigint): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value));
  return bytes;
}
