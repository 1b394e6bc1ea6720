import type { FileHandle } from 'node:fs/promises';
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

/** The same of an open file, one frame in memory at a time. */
export async function* readFrames(file: FileHandle): AsyncGenerator<unknown> {
  const header = Buffer.alloc(HEADER_BYTES);
  const { size } = await file.stat();
  for (let at = 0; at + HEADER_BYTES <= size; ) {
    await file.read(header, 0, HEADER_BYTES, at);
    const length = header.readUInt32LE(0);
    const end = at + HEADER_BYTES + length;
    if (end > size) return;
    const payload = Buffer.allocUnsafeSlow(length);
    await file.read(payload, 0, length, at + HEADER_BYTES);
    if (crc32(payload) !== header.readUInt32LE(4)) return;
    yield deserialize(payload);
    at = end;
  }
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
