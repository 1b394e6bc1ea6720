import { type Doc, fieldOf, isDoc } from '../semantics/document.js';
import type { Path } from '../semantics/keys.js';

/** The value at a path that meets no array. */
export function fieldThroughDocs(doc: Doc, path: Path): unknown {
  let value: unknown = doc;
  for (const key of path) {
    if (!isDoc(value)) return undefined;
    value = fieldOf(value, key);
  }
  return value;
}

/** True when an array lies on the path or at its end. */
export function meetsArray(doc: Doc, path: Path): boolean {
  let value: unknown = doc;
  for (const key of path) {
    if (Array.isArray(value)) return true;
    if (!isDoc(value)) return false;
    value = fieldOf(value, key);
  }
  return Array.isArray(value);
}

/** True when the path leads to a value, through arrays too. */
export function pathExists(value: unknown, path: Path): boolean {
  const [head, ...rest] = path;
  if (head === undefined) return value !== undefined;
  if (Array.isArray(value)) {
    const item: unknown = value[Number(head)];
    return (
      value.some((element) => isDoc(element) && pathExists(element, path)) || pathExists(item, rest)
    );
  }
  return isDoc(value) && Object.hasOwn(value, head) && pathExists(value[head], rest);
}
