import { deserialize, serialize } from 'bson';
import type { Doc } from '../semantics/document.js';

/** Longs stay longs, so that an update of another field does not change their type. */
const DECODING = { promoteLongs: false, promoteBuffers: false } as const;

/** For bytes from a client: text must be valid UTF-8. */
export const decode = (bytes: Uint8Array): Doc => deserialize(bytes, DECODING);

/** For bytes that were checked when they were stored. */
export const decodeTrusted = (bytes: Uint8Array): Doc =>
  deserialize(bytes, { ...DECODING, validation: { utf8: false } });

export const encode = (doc: Doc): Buffer => Buffer.from(serialize(doc, { ignoreUndefined: false }));
