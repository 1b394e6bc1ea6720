import { isArray, isDoc } from './document.js';
import type { Path } from './keys.js';

/** Sees one value at a path; `undefined` is an absent field, `position` the index in the outermost array passed. */
export type Visit = (value: unknown, position: number | undefined) => boolean;

const INDEX = /^(0|[1-9]\d*)$/;

/** Calls `visit` for every value that a filter on this path looks at, until one answers true. */
export function visitPath(doc: unknown, path: Path, throughLeaf: boolean, visit: Visit): boolean {
  return visitFrom(doc, path, 0, undefined, throughLeaf, visit);
}

function visitFrom(
  start: unknown,
  path: Path,
  from: number,
  position: number | undefined,
  throughLeaf: boolean,
  visit: Visit,
): boolean {
  let value = start;
  let index = from;
  while (index < path.length && isDoc(value)) {
    const key = path[index] as string;
    value = Object.hasOwn(value, key) ? value[key] : undefined;
    index += 1;
  }
  if (index === path.length) return visitLeaf(value, position, throughLeaf, visit);
  if (!isArray(value)) return visit(undefined, position);
  return visitArray(value, path, index, position, throughLeaf, visit);
}

function visitLeaf(
  value: unknown,
  position: number | undefined,
  throughLeaf: boolean,
  visit: Visit,
): boolean {
  if (!throughLeaf || !isArray(value)) return visit(value, position);
  for (let index = 0; index < value.length; index++) {
    if (visit(value[index], position ?? index)) return true;
  }
  return visit(value, position);
}

function visitArray(
  array: readonly unknown[],
  path: Path,
  index: number,
  outer: number | undefined,
  throughLeaf: boolean,
  visit: Visit,
): boolean {
  const head = path[index] as string;
  const offset = INDEX.test(head) ? Number(head) : -1;
  for (let at = 0; at < array.length; at++) {
    const element = array[at];
    const position = outer ?? at;
    if (isDoc(element) && visitFrom(element, path, index, position, throughLeaf, visit))
      return true;
    if (at !== offset) continue;
    // A path that names the element's index has not searched the array: there is nothing for `$` to stand for.
    if (index + 1 === path.length) {
      // An element named by its index is taken as it is, also when it is an array itself.
      if (visit(element, outer)) return true;
    } else if (
      (isDoc(element) || isArray(element)) &&
      visitFrom(element, path, index + 1, outer, throughLeaf, visit)
    ) {
      return true;
    }
  }
  return false;
}
