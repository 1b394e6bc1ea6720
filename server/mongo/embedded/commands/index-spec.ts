import { type Doc, isDoc } from '../semantics/document.js';
import { StoreError, typeMismatch } from '../semantics/errors.js';
import { compileFilter } from '../semantics/filter.js';
import { isNumeric } from '../semantics/numbers.js';
import { equalValues } from '../semantics/order.js';
import type { Collection } from '../storage/collection.js';
import type { Direction, IndexSpec, StoredIndex } from '../storage/stored-index.js';

const MAX_FIELDS = 32;
const MAX_INDEXES = 64;
const KNOWN = new Set([
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'hidden',
]);
/** Without effect here: builds never block, and names of collections are not taken from old drivers. */
const IGNORED = new Set(['background', 'ns']);

const cannotCreate = (message: string) => new StoreError(67, 'CannotCreateIndex', message);

/** Reads one index of `createIndexes`; what would change its meaning and is not offered is refused. */
export function readIndexSpec(given: Doc): IndexSpec {
  for (const [field, value] of Object.entries(given)) {
    if (KNOWN.has(field) || IGNORED.has(field)) continue;
    if (field === 'collation' && isDoc(value) && value.locale === 'simple') continue;
    const message = `The field '${field}' is not valid for an index specification. Specification: ${JSON.stringify(given)}`;
    throw new StoreError(197, 'InvalidIndexSpecificationOption', message);
  }
  const { key, name, partialFilterExpression: partial } = given;
  if (!isDoc(key)) throw typeMismatch("The field 'key' must be an object");
  if (typeof name !== 'string' || name === '') {
    throw new StoreError(
      9,
      'FailedToParse',
      "The 'name' field is a required property of an index specification",
    );
  }
  const isUnique = isSet(given.unique);
  if (partial !== undefined && !isDoc(partial)) {
    throw typeMismatch("The field 'partialFilterExpression' must be an object");
  }
  if (partial !== undefined) checkPartial(partial, given);
  return {
    name,
    key: readKey(key),
    ...(isUnique ? { unique: true } : {}),
    ...(isSet(given.sparse) ? { sparse: true } : {}),
    ...(partial === undefined ? {} : { partialFilterExpression: partial }),
  };
}

const isSet = (value: unknown) => value === true || (isNumeric(value) && Number(value) !== 0);

function readKey(key: Doc): Record<string, Direction> {
  const entries = Object.entries(key);
  if (entries.length === 0) throw cannotCreate('Index keys cannot be an empty object');
  if (entries.length > MAX_FIELDS)
    throw new StoreError(13103, 'Location13103', 'too many compound keys');
  return Object.fromEntries(
    entries.map(([path, direction]): [string, Direction] => {
      if (path === '' || path.startsWith('$') || path.split('.').includes('')) {
        throw cannotCreate('Index keys cannot contain an empty field or start with $');
      }
      if (path.includes('$**') || typeof direction === 'string') {
        throw cannotCreate(
          `Only ascending and descending indexes are supported, not '${String(direction)}'`,
        );
      }
      const number = Number(direction);
      if (!isNumeric(direction) || number === 0 || Number.isNaN(number)) {
        throw cannotCreate('Values in the index key pattern must be numbers other than 0');
      }
      return [path, number < 0 ? -1 : 1];
    }),
  );
}

const PARTIAL_OPERATORS = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$in']);

function checkPartial(partial: Doc, given: Doc): void {
  if (isSet(given.sparse)) {
    throw cannotCreate("cannot mix 'partialFilterExpression' and 'sparse' options");
  }
  compileFilter(partial);
  for (const [path, predicate] of Object.entries(partial)) {
    if (path === '$and' && Array.isArray(predicate)) {
      for (const part of predicate) if (isDoc(part)) checkPartial(part, {});
      continue;
    }
    const operators = isDoc(predicate)
      ? Object.keys(predicate).filter((name) => name.startsWith('$'))
      : [];
    const isAllowed =
      !path.startsWith('$') &&
      operators.every((name) => PARTIAL_OPERATORS.has(name)) &&
      !(isDoc(predicate) && predicate.$exists === false);
    if (!isAllowed) throw cannotCreate(`Expression not supported in partial index: ${path}`);
  }
}

/** The index that is there already; throws when one of the same name or key differs. */
export function findSame(collection: Collection, spec: IndexSpec): StoredIndex | undefined {
  const sameKey = (index: StoredIndex) =>
    JSON.stringify(index.spec.key) === JSON.stringify(spec.key);
  const samePartial = (index: StoredIndex) =>
    equalValues(index.spec.partialFilterExpression, spec.partialFilterExpression);
  const isId = JSON.stringify(spec.key) === '{"_id":1}';
  if (isId) return collection.idIndex;
  const named = collection.indexes.find(({ spec: { name } }) => name === spec.name);
  if (
    named !== undefined &&
    !(sameKey(named) && samePartial(named) && sameOptions(named.spec, spec))
  ) {
    const message = `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${JSON.stringify(spec)}, existing index: ${JSON.stringify(named.spec)}`;
    throw new StoreError(86, 'IndexKeySpecsConflict', message);
  }
  const alike = collection.indexes.find((index) => sameKey(index) && samePartial(index));
  if (alike !== undefined && alike.spec.name !== spec.name) {
    const message = `Index already exists with a different name: ${alike.spec.name}`;
    throw new StoreError(85, 'IndexOptionsConflict', message);
  }
  if (named === undefined && collection.indexes.length >= MAX_INDEXES) {
    throw cannotCreate(`add index fails, too many indexes for ${collection.namespace}`);
  }
  return named;
}

const sameOptions = (a: IndexSpec, b: IndexSpec) =>
  Boolean(a.unique) === Boolean(b.unique) && Boolean(a.sparse) === Boolean(b.sparse);

/** An index as `listIndexes` shows it. */
export const describeIndex = ({
  spec: { name, key, unique, sparse, partialFilterExpression },
}: StoredIndex): Doc => ({
  v: 2,
  key,
  name,
  ...(unique === true ? { unique } : {}),
  ...(sparse === true ? { sparse } : {}),
  ...(partialFilterExpression === undefined ? {} : { partialFilterExpression }),
});
