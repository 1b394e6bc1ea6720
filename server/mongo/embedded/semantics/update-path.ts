import { assign, fieldOf, isArray, isDoc, type MutableDoc } from './document.js';
import { badValue, StoreError } from './errors.js';
import type { Path } from './keys.js';
import { typeName } from './type-names.js';

/** What happens at the end of a path: gives the new value, or `undefined` to remove the field. */
export interface Change {
  readonly apply: (current: unknown) => unknown;
  /** False for operators such as `$unset` that leave absent parents absent. */
  readonly creates: boolean;
  /** True for `$unset`, which passes over paths that cannot exist; the others refuse them. */
  readonly lenient?: boolean;
}

/** How `$`, `$[]` and `$[name]` choose elements while a path is followed. */
export interface Elements {
  readonly position: number | undefined;
  readonly filters: ReadonlyMap<string, (element: unknown) => boolean>;
}

const INDEX = /^(0|[1-9]\d*)$/;
const MAX_PADDING = 1_500_000;

/** Changes one path of a value; what is not on the path is shared with the original. */
export function changePath(
  value: unknown,
  path: Path,
  change: Change,
  elements: Elements,
): unknown {
  return step(value, path, 0, change, elements);
}

function step(
  value: unknown,
  path: Path,
  depth: number,
  change: Change,
  elements: Elements,
): unknown {
  const part = path[depth];
  if (part === undefined) return change.apply(value);
  if (isElementPart(part)) return stepIntoElements(value, path, depth, change, elements);
  if (isArray(value)) return stepIntoArray(value, path, depth, change, elements);
  if (value === undefined) return create(path, depth, change, elements);
  if (!isDoc(value)) return notViable(value, path, depth, change);
  const before = fieldOf(value, part);
  const after = step(before, path, depth + 1, change, elements);
  if (after === before) return value;
  const copy: MutableDoc = { ...value };
  if (after === undefined) delete copy[part];
  else assign(copy, allowedName(part, depth, before), after);
  return copy;
}

function create(path: Path, depth: number, change: Change, elements: Elements): unknown {
  requireElements(path, depth);
  if (!change.creates) return undefined;
  const after = step(undefined, path, depth + 1, change, elements);
  if (after === undefined) return undefined;
  const created: MutableDoc = {};
  assign(created, allowedName(path[depth] as string, depth, undefined), after);
  return created;
}

function stepIntoArray(
  array: readonly unknown[],
  path: Path,
  depth: number,
  change: Change,
  elements: Elements,
): unknown {
  const part = path[depth] as string;
  if (!INDEX.test(part)) return notViable(array, path, depth, change);
  const index = Number(part);
  const before = array[index];
  if (index >= array.length && !change.creates) return array;
  if (index - array.length > MAX_PADDING) throw badValue('can only backfill 1500000 nulls');
  const after = step(before, path, depth + 1, change, elements);
  if (after === before) return array;
  const copy = [...array];
  while (copy.length < index) copy.push(null);
  // A removed element leaves a hole that is null: the others keep their places.
  copy[index] = after ?? null;
  return copy;
}

function stepIntoElements(
  value: unknown,
  path: Path,
  depth: number,
  change: Change,
  elements: Elements,
): unknown {
  const part = path[depth] as string;
  if (part === '$') {
    const { position } = elements;
    if (position === undefined) throw noPosition();
    return step(value, path.with(depth, String(position)), depth, change, elements);
  }
  if (value === undefined) {
    throw mustExist(path.slice(0, depth));
  }
  if (!isArray(value)) {
    throw badValue(`Cannot apply array updates to non-array element ${String(path[depth - 1])}`);
  }
  const accepts = elements.filters.get(part.slice(2, -1)) ?? (() => true);
  const after = value.map((element: unknown) =>
    accepts(element) ? (step(element, path, depth + 1, change, elements) ?? null) : element,
  );
  return after.every((element, index) => element === value[index]) ? value : after;
}

function notViable(value: unknown, path: Path, depth: number, change: Change): unknown {
  requireElements(path, depth);
  if (change.lenient === true) return value;
  const message = `Cannot create field '${path[depth]}' in element {${path[depth - 1]}: ${typeName(value)}}`;
  throw new StoreError(28, 'PathNotViable', message);
}

/** Elements can only be chosen from what exists. */
function requireElements(path: Path, depth: number): void {
  const elementAt = path.findIndex((part, at) => at > depth && isElementPart(part));
  if (elementAt > 0) throw mustExist(path.slice(0, elementAt));
}

/** `$`, `$[]` and `$[name]`. */
export const isElementPart = (part: string) => part === '$' || /^\$\[.*\]$/.test(part);

/** New fields of the document itself may not begin with a dollar sign; those of subdocuments may. */
function allowedName(part: string, depth: number, before: unknown): string {
  if (!part.startsWith('$') || depth > 0 || before !== undefined) return part;
  const message = `The dollar ($) prefixed field '${part}' is not allowed`;
  throw new StoreError(52, 'DollarPrefixedFieldName', message);
}

const mustExist = (path: Path) =>
  badValue(
    `The path '${path.join('.')}' must exist in the document in order to apply array updates.`,
  );

export const noPosition = () =>
  badValue('The positional operator did not find the match needed from the query.');
