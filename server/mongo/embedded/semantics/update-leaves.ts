import { type Doc, isDoc } from './document.js';
import { badValue, failedToParse, StoreError } from './errors.js';
import { type Path, splitPath } from './keys.js';
import { compareStrings } from './order.js';
import { CHANGES, operatorFields } from './update-fields.js';
import { type Change, isElementPart } from './update-path.js';

/** One operator at one path. `renamedFrom` marks the target of a `$rename`. */
export interface Leaf {
  readonly path: Path;
  readonly onInsertOnly: boolean;
  readonly change: Change | null;
  readonly renamedFrom?: Path;
}

/** The changes of an update in the order in which MongoDB makes them: by path, not as written. */
export function compileLeaves(update: Doc, now: Date): readonly Leaf[] {
  const leaves = Object.entries(update).flatMap(([name, argument]) =>
    operatorLeaves(name, argument, now),
  );
  const taken = new Map<string, true>();
  for (const { path } of leaves) claim(path, taken);
  const changes = leaves.filter(({ change, renamedFrom }) => change !== null || renamedFrom);
  return changes.sort((a, b) => comparePaths(a.path, b.path));
}

function operatorLeaves(name: string, argument: unknown, now: Date): Leaf[] {
  const factory = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined;
  if (factory === undefined && name !== '$rename') {
    throw failedToParse(
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  return Object.entries(operatorFields(name, argument)).flatMap(([text, value]): Leaf[] => {
    const path = updatePath(text);
    if (factory === undefined) return renameLeaves(path, value);
    const onInsertOnly = name === '$setOnInsert';
    return [{ path, onInsertOnly, change: factory(value, text, now) }];
  });
}

function renameLeaves(from: Path, target: unknown): Leaf[] {
  if (typeof target !== 'string') throw badValue(`The 'to' field for $rename must be a string`);
  const path = updatePath(target);
  if ([...from, ...path].some(isElementPart)) {
    throw badValue('The source and target field for $rename may not be dynamic');
  }
  if (from.join('.') === target) {
    throw badValue(`The source and target field for $rename must differ: ${target}`);
  }
  if (from.join('.').startsWith(`${target}.`) || target.startsWith(`${from.join('.')}.`)) {
    throw badValue(
      `The source and target field for $rename must not be on the same path: ${target}`,
    );
  }
  return [
    { path: from, onInsertOnly: false, change: null },
    { path, onInsertOnly: false, change: null, renamedFrom: from },
  ];
}

/** A path that an update may name: no empty parts, `$` only as an array operator and never first. */
export function updatePath(text: string): Path {
  if (text === '') throw emptyName('An empty update path is not valid.');
  const path = splitPath(text);
  if (path.includes('')) throw emptyName(`The update path '${text}' contains an empty field name`);
  if (isElementPart(path[0] as string)) {
    throw badValue(
      `Cannot have array filter identifier or positional (i.e. '$') element in the first position in path '${text}'`,
    );
  }
  if (path.filter((part) => part === '$').length > 1) {
    throw badValue(`Too many positional (i.e. '$') elements found in path '${text}'`);
  }
  return path;
}

const emptyName = (message: string) => new StoreError(56, 'EmptyFieldName', message);

/** No two operators may touch the same path, nor one a part of another's. */
function claim(path: Path, taken: Map<string, true>): void {
  const text = path.join('.');
  const conflicting = [...taken.keys()].find(
    (other) => other === text || text.startsWith(`${other}.`) || other.startsWith(`${text}.`),
  );
  if (conflicting !== undefined) {
    const at = conflicting.length < text.length ? conflicting : text;
    throw new StoreError(
      40,
      'ConflictingUpdateOperators',
      `Updating the path '${text}' would create a conflict at '${at}'`,
    );
  }
  for (const other of taken.keys()) checkMixed(path, splitPath(other));
  taken.set(text, true);
}

/** All elements of an array and single ones of them cannot be named side by side. */
function checkMixed(path: Path, other: Path): void {
  const at = path.findIndex((part, index) => part !== other[index]);
  const [a = '', b = ''] = [path[at], other[at]];
  if (a.startsWith('$[') === b.startsWith('$[')) return;
  const parent = path.slice(0, at).join('.');
  throw new StoreError(
    40,
    'ConflictingUpdateOperators',
    `Updating the path '${path.join('.')}' would create a conflict at '${parent}'`,
  );
}

/** Part by part; parts that are numbers come in their numeric order. */
function comparePaths(a: Path, b: Path): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [x, y] = [a[index] as string, b[index] as string];
    if (x === y) continue;
    const numeric = /^\d+$/.test(x) && /^\d+$/.test(y);
    return numeric ? Number(x) - Number(y) : compareStrings(x, y);
  }
  return a.length - b.length;
}

export const isUpdateDoc = (update: unknown): update is Doc =>
  isDoc(update) && Object.keys(update)[0]?.startsWith('$') === true;
