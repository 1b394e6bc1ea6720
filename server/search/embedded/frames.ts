import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';

const HEADER_BYTES = 8;

/** A value with its length and checksum in front, so that a torn or damaged one is noticed. */
export function frame(value: unknown): Buffer {
  const payload = serialize(value);
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(payload.length, 0);
  header.writeUInt32LE(crc32(payload), 4);
  return Buffer.concat([header, payload]);
}

export interface Frame {
  readonly value: unknown;
  /** Where the next frame begins. */
  readonly end: number;
}

/** The frames of a file in order; ends before the first that is not whole. */
export function* framesOf(file: Buffer): Generator<Frame> {
  let at = 0;
  while (at + HEADER_BYTES <= file.length) {
    const end = at + HEADER_BYTES + file.readUInt32LE(at);
    if (end > file.length) return;
    const payload = file.subarray(at + HEADER_BYTES, end);
    if (crc32(payload) !== file.readUInt32LE(at + 4)) return;
    yield { value: deserialize(payload), end };
    at = end;
  }
}
