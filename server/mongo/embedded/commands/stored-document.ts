import { ObjectId } from 'bson';
import { bsonClass, type Doc } from '../semantics/document.js';
import { badValue, StoreError } from '../semantics/errors.js';
import { decode, encode } from '../storage/bson.js';
import { checkDocument, withIdFirst } from '../storage/bson-walk.js';
import { MAX_DOCUMENT_BYTES } from '../wire/message.js';

const MAX_DEPTH = 100;

/** A document ready to be stored: its fields and its bytes, with `_id` in front. */
export interface StoredDocument {
  readonly doc: Doc;
  readonly bytes: Buffer;
}

/** Keeps the bytes that the client sent. */
export function fromBytes(sent: Buffer): StoredDocument {
  checkSize(sent.length);
  checkDocument(sent, 0, sent.length, MAX_DEPTH);
  const doc = decode(sent);
  if (doc._id === undefined) return fromDoc({ _id: new ObjectId(), ...doc });
  checkId(doc._id);
  return { doc, bytes: withIdFirst(sent) };
}

export function fromDoc(doc: Doc): StoredDocument {
  checkId(doc._id);
  const bytes = encode(doc);
  checkSize(bytes.length);
  checkDocument(bytes, 0, bytes.length, MAX_DEPTH);
  return { doc, bytes };
}

function checkSize(bytes: number): void {
  if (bytes <= MAX_DOCUMENT_BYTES) return;
  throw badValue(
    `object to insert too large. size in bytes: ${bytes}, max size: ${MAX_DOCUMENT_BYTES}`,
  );
}

function checkId(id: unknown): void {
  const type = Array.isArray(id) ? 'array' : isRegex(id) ? 'regex' : null;
  if (type === null) return;
  throw new StoreError(53, 'InvalidIdField', `The '_id' value cannot be of type ${type}`);
}

const isRegex = (value: unknown) => value instanceof RegExp || bsonClass(value) === 'BSONRegExp';
