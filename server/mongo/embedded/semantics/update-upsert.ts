import { type Doc, isArray, isDoc } from './document.js';
import { StoreError } from './errors.js';
import { isOperatorDoc } from './filter-fields.js';
import { type Path, splitPath } from './keys.js';
import { compareStrings, equalValues } from './order.js';
import { isRegex } from './regex.js';
import { changePath } from './update-path.js';

/** The document that an upsert starts from: what the filter says that fields have to equal. */
export function documentFromFilter(filter: Doc): Doc {
  const found = new Map<string, unknown>();
  const pairs = neverMatches(filter) ? [] : equalPairs(filter);
  for (const [path, value] of pairs) note(path, value, found);
  let doc: Doc = {};
  for (const [path, value] of [...found].sort(([a], [b]) => compareStrings(a, b))) {
    doc = setAt(doc, splitPath(path), value);
  }
  return doc;
}

/** The `_id` that a filter fixes, for a replacement that does not name one. */
export function idFromFilter(filter: Doc): unknown {
  return equalPairs(filter).find(([path]) => path === '_id')?.[1];
}

/** Each path that the filter sets equal to a value, with the value. */
function equalPairs(filter: Doc): (readonly [string, unknown])[] {
  return Object.entries(filter).flatMap(([name, argument]) => {
    const parts = isArray(argument) ? argument.filter(isDoc) : [];
    if (name === '$and') return parts.flatMap(equalPairs);
    if (name === '$or') {
      const possible = parts.filter((part) => !neverMatches(part));
      return possible.length === 1 ? possible.flatMap(equalPairs) : [];
    }
    if (name.startsWith('$')) return [];
    return equalities(argument).map((value) => [name, value] as const);
  });
}

function equalities(argument: unknown): readonly unknown[] {
  if (isRegex(argument)) return [];
  if (!isOperatorDoc(argument)) return [argument ?? null];
  const values: unknown[] = [];
  if (Object.hasOwn(argument, '$eq')) values.push(argument.$eq);
  if (isArray(argument.$in)) values.push(...onlyValue(argument.$in));
  if (isArray(argument.$all)) values.push(...plainValues(argument.$all));
  return values;
}

/** A list that names one value only, be it repeatedly, is an equality. */
const onlyValue = (list: readonly unknown[]) =>
  list.every((value) => equalValues(value, list[0])) ? plainValues(list.slice(0, 1)) : [];

const plainValues = (list: readonly unknown[]) =>
  list.filter((value) => !isRegex(value) && !isOperatorDoc(value));

/** `$all` of nothing: MongoDB then takes no values from the filter at all. */
const neverMatches = (filter: Doc): boolean =>
  Object.entries(filter).some(([name, test]) => {
    if (name === '$and' && isArray(test))
      return test.some((part) => isDoc(part) && neverMatches(part));
    return isDoc(test) && isArray(test.$all) && test.$all.length === 0;
  });

function note(path: string, value: unknown, found: Map<string, unknown>): void {
  for (const other of found.keys()) {
    const clash = other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`);
    if (!clash) continue;
    const message = `cannot infer query fields to set, path '${path}' is matched twice`;
    throw new StoreError(54, 'NotSingleValueField', message);
  }
  found.set(path, value);
}

function setAt(doc: Doc, path: Path, value: unknown): Doc {
  const elements = { position: undefined, filters: new Map() };
  return changePath(doc, path, { creates: true, apply: () => value }, elements) as Doc;
}
