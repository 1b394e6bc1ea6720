import type { Doc } from '../semantics/document.js';
import { StoreError } from '../semantics/errors.js';
import type { Collection } from './collection.js';
import { shellText } from './shell-text.js';
import type { StoredIndex } from './stored-index.js';

/** The refusal of a second document with a unique key, in MongoDB's wording, which libraries parse. */
export function duplicateKey(
  collection: Collection,
  index: StoredIndex,
  doc: Doc,
  body: Buffer,
): StoreError {
  const keyValue = index.keyValue(doc, body);
  const { name, key: keyPattern } = index.spec;
  const message = `E11000 duplicate key error collection: ${collection.namespace} index: ${name} dup key: ${shellText(keyValue)}`;
  return new StoreError(11000, 'DuplicateKey', message, { keyPattern, keyValue });
}
