import { type Doc, isArray, isDoc } from './document.js';
import { StoreError } from './errors.js';
import { isOperatorDoc } from './filter-fields.js';
import { type Path, splitPath } from './keys.js';
import { compareStrings } from './order.js';
import { isRegex } from './regex.js';
import { changePath } from './update-path.js';

/** The document that an upsert starts from: what the filter says that fields have to equal. */
export function documentFromFilter(filter: Doc): Doc {
  const found = new Map<string, unknown>();
  collect(filter, found);
  let doc: Doc = {};
  for (const [path, value] of [...found].sort(([a], [b]) => compareStrings(a, b))) {
    doc = setAt(doc, splitPath(path), value);
  }
  return doc;
}

/** The `_id` that a filter fixes, for a replacement that does not name one. */
export function idFromFilter(filter: Doc): unknown {
  const found = new Map<string, unknown>();
  collect(filter, found);
  return found.get('_id');
}

function collect(filter: Doc, found: Map<string, unknown>): void {
  for (const [name, argument] of Object.entries(filter)) {
    if (name === '$and' && isArray(argument)) {
      for (const part of argument) if (isDoc(part)) collect(part, found);
    } else if (name === '$or' && isArray(argument) && argument.length === 1) {
      if (isDoc(argument[0])) collect(argument[0], found);
    } else if (!name.startsWith('$')) {
      for (const value of equalities(argument)) note(name, value, found);
    }
  }
}

function equalities(argument: unknown): readonly unknown[] {
  if (isRegex(argument)) return [];
  if (!isOperatorDoc(argument)) return [argument ?? null];
  const values: unknown[] = [];
  if (Object.hasOwn(argument, '$eq')) values.push(argument.$eq);
  for (const list of [argument.$in, argument.$all]) {
    if (!isArray(list) || list.length !== 1) continue;
    const [only] = list as readonly unknown[];
    if (!isRegex(only) && !isOperatorDoc(only)) values.push(only);
  }
  return values;
}

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
