/** Every collection and every index owns a numbered key space; a number is never used twice. */
export type Space = number;

/** Holds the catalogue. */
export const META_SPACE: Space = 0;

export const RECORD_ID_BYTES = 6;
const SPACE_BYTES = 4;
/** Stands between an index key and the record it leads to; below every byte that can follow a key's prefix. */
const SEPARATOR = 1;

export function spaceStart(space: Space): Buffer {
  const key = Buffer.allocUnsafe(SPACE_BYTES);
  key.writeUInt32BE(space, 0);
  return key;
}

export const spaceRange = (space: Space) => ({
  start: spaceStart(space),
  end: spaceStart(space + 1),
});

export function recordKey(space: Space, recordId: number): Buffer {
  const key = Buffer.allocUnsafe(SPACE_BYTES + RECORD_ID_BYTES);
  key.writeUInt32BE(space, 0);
  key.writeUIntBE(recordId, SPACE_BYTES, RECORD_ID_BYTES);
  return key;
}

export function keyIn(space: Space, body: Buffer): Buffer {
  const key = Buffer.allocUnsafe(SPACE_BYTES + body.length);
  key.writeUInt32BE(space, 0);
  key.set(body, SPACE_BYTES);
  return key;
}

/** The key of one index entry: what was indexed, then the record. */
export function entryKey(space: Space, body: Buffer, recordId: number): Buffer {
  const at = SPACE_BYTES + body.length;
  const key = Buffer.allocUnsafe(at + 1 + RECORD_ID_BYTES);
  key.writeUInt32BE(space, 0);
  key.set(body, SPACE_BYTES);
  key[at] = SEPARATOR;
  key.writeUIntBE(recordId, at + 1, RECORD_ID_BYTES);
  return key;
}

/** All entries of one indexed value. */
export function entriesOf(space: Space, body: Buffer) {
  const start = Buffer.concat([spaceStart(space), body, Buffer.of(SEPARATOR)]);
  const end = Buffer.from(start);
  end[end.length - 1] = SEPARATOR + 1;
  return { start, end };
}

export const recordIdAtEnd = (key: Buffer): number =>
  key.readUIntBE(key.length - RECORD_ID_BYTES, RECORD_ID_BYTES);

export function recordIdBytes(recordId: number): Buffer {
  const bytes = Buffer.allocUnsafe(RECORD_ID_BYTES);
  bytes.writeUIntBE(recordId, 0, RECORD_ID_BYTES);
  return bytes;
}
