import { ObjectId } from 'bson';
import { type Doc, fieldOf, isArray, isDoc } from './document.js';
import { badValue, failedToParse, StoreError } from './errors.js';
import { compileFilter, forbidExpr, type MatchDetails, type Predicate } from './filter.js';
import type { Path } from './keys.js';
import { equalValues } from './order.js';
import { typeName } from './type-names.js';
import { compileArrayFilters } from './update-array-filters.js';
import { compileLeaves, isUpdateDoc, type Leaf } from './update-leaves.js';
import { changePath, type Elements, noPosition } from './update-path.js';
import { compileUpdatePipeline } from './update-pipeline.js';
import { documentFromFilter, idFromFilter } from './update-upsert.js';

export interface UpdateOptions {
  /** The filter that chose the document: `$` and upserts need it. */
  readonly filter?: Doc;
  readonly arrayFilters?: readonly Doc[] | undefined;
  readonly now?: Date;
  /** Upserts take only filters that a document can be made from. */
  readonly upsert?: boolean;
}

export interface CompiledUpdate {
  readonly isReplacement: boolean;
  /** The changed document, or the very same object when nothing changes. */
  readonly apply: (doc: Doc) => Doc;
  /** The document that an upsert inserts. */
  readonly upsert: () => Doc;
}

type ArrayFilters = Elements['filters'];

/** Reads an update (operators, a replacement or a pipeline); throws at once when it is not valid. */
export function compileUpdate(update: unknown, options: UpdateOptions = {}): CompiledUpdate {
  const { filter = {}, arrayFilters, now = new Date() } = options;
  if (options.upsert === true) forbidExpr(filter, 'the query predicate for an upsert');
  if (isArray(update)) {
    if (arrayFilters !== undefined)
      throw failedToParse('Cannot specify arrayFilters and a pipeline update');
    return fromPipeline(update, filter, now);
  }
  if (!isDoc(update)) throw failedToParse('Update argument must be either an object or an array');
  if (isUpdateDoc(update)) return fromOperators(update, filter, arrayFilters ?? [], now);
  if (arrayFilters !== undefined && arrayFilters.length > 0) {
    throw failedToParse('arrayFilters may not be specified for replacement-syle updates');
  }
  return fromReplacement(update, filter);
}

function fromOperators(update: Doc, filter: Doc, given: readonly Doc[], now: Date): CompiledUpdate {
  const leaves = compileLeaves(update, now);
  const filters = compileArrayFilters(
    given,
    leaves.map(({ path }) => path),
  );
  const usesPosition = leaves.some(({ path }) => path.includes('$'));
  const test = usesPosition ? compileFilter(filter) : undefined;
  return {
    isReplacement: false,
    apply: (doc) => {
      const position = test === undefined ? undefined : positionOf(doc, test);
      if (test !== undefined && position === undefined) throw noPosition();
      const changed = applyLeaves(doc, leaves, { position, filters }, false);
      return sameId(doc, changed);
    },
    upsert: () => insertFrom(documentFromFilter(filter), leaves, filters),
  };
}

function insertFrom(base: Doc, leaves: readonly Leaf[], filters: ArrayFilters): Doc {
  const inserted = applyLeaves(base, leaves, { position: undefined, filters }, true);
  return idFirst(Object.hasOwn(base, '_id') ? sameId(base, inserted) : inserted);
}

function positionOf(doc: Doc, test: Predicate): number | undefined {
  const details: MatchDetails = {};
  return test(doc, details) ? details.position : undefined;
}

function applyLeaves(
  doc: Doc,
  leaves: readonly Leaf[],
  elements: Elements,
  inserting: boolean,
): Doc {
  let changed: unknown = doc;
  for (const leaf of leaves) {
    if (leaf.onInsertOnly && !inserting) {
      // Without effect; only the arrays that it names have to be there.
      if (leaf.path.some(isElements)) changePath(changed, leaf.path, UNCHANGED, elements);
      continue;
    }
    if (leaf.renamedFrom !== undefined)
      changed = rename(changed, leaf.renamedFrom, leaf.path, elements);
    else if (leaf.change !== null) changed = changePath(changed, leaf.path, leaf.change, elements);
  }
  return changed as Doc;
}

const isElements = (part: string) => part.startsWith('$[');

const UNCHANGED = { creates: false, lenient: true, apply: (current: unknown) => current };

function rename(doc: unknown, from: Path, to: Path, elements: Elements): unknown {
  const moved = renamedValue(doc, from);
  if (moved === undefined) return doc;
  if (from[0] === '_id' || to[0] === '_id') throw immutableId();
  refuseArrays(doc, to);
  const removed = changePath(doc, from, { creates: false, apply: () => undefined }, elements);
  return changePath(removed, to, { creates: true, apply: () => moved }, elements);
}

/** What is there may not be in an array; what is absent may be anywhere but below a plain value. */
function renamedValue(doc: unknown, path: Path): unknown {
  let value = doc;
  let isInArray = false;
  for (const part of path) {
    if (value === undefined) return undefined;
    if (isArray(value) && /^\d+$/.test(part)) {
      isInArray = true;
      value = value[Number(part)];
    } else if (isDoc(value)) {
      value = fieldOf(value, part);
    } else {
      const message = `cannot use the part (${part}) to traverse the element`;
      throw new StoreError(28, 'PathNotViable', message);
    }
  }
  if (isInArray && value !== undefined) {
    throw badValue('The source field cannot be an array element');
  }
  return value;
}

function refuseArrays(doc: unknown, to: Path): void {
  let value = doc;
  for (const part of to) {
    if (isArray(value)) throw badValue('The destination field cannot be an array element');
    if (!isDoc(value)) return;
    value = fieldOf(value, part);
  }
}

function fromReplacement(update: Doc, filter: Doc): CompiledUpdate {
  return {
    isReplacement: true,
    apply: (doc) => {
      const { _id: id } = doc;
      const replaced = Object.hasOwn(update, '_id') ? update : { _id: id, ...update };
      if (equalValues(doc, replaced)) return doc;
      return sameId(doc, idFirst(replaced));
    },
    upsert: () => {
      const id = idFromFilter(filter);
      if (id === undefined) return idFirst(update);
      if (!Object.hasOwn(update, '_id')) return { _id: id, ...update };
      return sameId({ _id: id }, idFirst(update));
    },
  };
}

function fromPipeline(stages: readonly unknown[], filter: Doc, now: Date): CompiledUpdate {
  const run = compileUpdatePipeline(stages, { NOW: now });
  const keepingId = (doc: Doc): Doc => {
    const changed = run(doc);
    const { _id: id } = doc;
    const whole =
      id === undefined || Object.hasOwn(changed, '_id') ? changed : { _id: id, ...changed };
    return equalValues(doc, whole) ? doc : sameId(doc, idFirst(whole));
  };
  return {
    isReplacement: false,
    apply: keepingId,
    upsert: () => idFirst(keepingId(documentFromFilter(filter))),
  };
}

/** Refuses a changed `_id`. */
function sameId(before: Doc, after: Doc): Doc {
  if (before === after || !Object.hasOwn(before, '_id')) return after;
  if (Object.hasOwn(after, '_id') && equalValues(before._id, after._id)) return after;
  throw immutableId();
}

function immutableId(): StoreError {
  const message = `Performing an update on the path '_id' would modify the immutable field '_id'`;
  return new StoreError(66, 'ImmutableField', message);
}

/** Arrays and regular expressions cannot be an `_id`. */
export function checkId(id: unknown): void {
  const type = typeName(id);
  if (type !== 'array' && type !== 'regex' && type !== 'undefined') return;
  throw new StoreError(53, 'InvalidIdField', `The '_id' value cannot be of type ${type}`);
}

/** `_id` leads every stored document; one that has none gets a new ObjectId. */
function idFirst(doc: Doc): Doc {
  if (Object.hasOwn(doc, '_id')) checkId(doc._id);
  if (Object.keys(doc)[0] === '_id') return doc;
  const { _id: id = new ObjectId(), ...rest } = doc;
  return { _id: id, ...rest };
}
