import { type Doc, isArray, isDoc } from './document.js';
import { located } from './errors.js';
import { compileExpression } from './expression/compile.js';
import { scopeOf, type Variables } from './expression/values.js';
import { checkedPath } from './field-path.js';
import { typeName } from './type-names.js';
import { changePath, type Elements } from './update-path.js';

/** `$replaceRoot`: each document becomes what an expression finds in it. */
export function compileReplaceRoot(spec: unknown, variables: Variables): (doc: Doc) => Doc {
  if (!isDoc(spec)) throw located(40229, '$replaceRoot expects an object');
  const strange = Object.keys(spec).find((name) => name !== 'newRoot');
  if (strange !== undefined)
    throw located(40415, `BSON field '$replaceRoot.${strange}' is an unknown field.`);
  if (!Object.hasOwn(spec, 'newRoot'))
    throw located(40414, `BSON field '$replaceRoot.newRoot' is missing but a required field`);
  const evaluate = compileExpression(spec.newRoot, variables);
  return (doc) => {
    const root = evaluate(scopeOf(doc, variables));
    if (isDoc(root)) return root;
    throw located(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was of type ${typeName(root)}`,
    );
  };
}

interface Unwind {
  readonly path: readonly string[];
  readonly keepEmpty: boolean;
  readonly indexPath: readonly string[] | undefined;
}

/** `$unwind`: one document for each element of an array. */
export function compileUnwind(spec: unknown): (docs: readonly Doc[]) => Doc[] {
  const unwind = readUnwind(spec);
  return (docs) => docs.flatMap((doc) => unwindOne(doc, unwind));
}

function unwindOne(doc: Doc, unwind: Unwind): readonly Doc[] {
  const { path, keepEmpty } = unwind;
  let value: unknown = doc;
  for (const part of path)
    value = isDoc(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  if (value === undefined || value === null) {
    return keepEmpty ? [withIndex(doc, unwind, null)] : [];
  }
  if (!isArray(value)) return [withIndex(doc, unwind, null)];
  if (value.length > 0) {
    return value.map((element, index) => withIndex(setPath(doc, path, element), unwind, index));
  }
  return keepEmpty ? [withIndex(setPath(doc, path, undefined), unwind, null)] : [];
}

function withIndex(doc: Doc, { indexPath }: Unwind, index: number | null): Doc {
  return indexPath === undefined ? doc : setPath(doc, indexPath, index);
}

const NO_ELEMENTS: Elements = { position: undefined, filters: new Map() };

export function setPath(doc: Doc, path: readonly string[], value: unknown): Doc {
  return changePath(doc, path, { creates: true, apply: () => value }, NO_ELEMENTS) as Doc;
}

function readUnwind(spec: unknown): Unwind {
  if (typeof spec === 'string') return unwindOf(spec, {});
  if (!isDoc(spec))
    throw located(
      15981,
      'expected either a string or an object as specification for $unwind stage',
    );
  const known = ['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex'];
  const strange = Object.keys(spec).find((name) => !known.includes(name));
  if (strange !== undefined)
    throw located(28811, `unrecognized option to $unwind stage: ${strange}`);
  const { path, preserveNullAndEmptyArrays: keep, includeArrayIndex: index } = spec;
  if (path !== undefined && typeof path !== 'string')
    throw located(28808, 'expected a string as the path for $unwind stage');
  if (keep !== undefined && typeof keep !== 'boolean') {
    throw located(
      28809,
      'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage',
    );
  }
  if (index !== undefined && (typeof index !== 'string' || index === '')) {
    throw located(
      28810,
      'expected a non-empty string for the includeArrayIndex option to $unwind stage',
    );
  }
  if (path === undefined) throw located(28812, 'no path specified to $unwind stage');
  return unwindOf(path, { keep, index });
}

function unwindOf(
  path: string,
  { keep = false, index }: { keep?: boolean; index?: string },
): Unwind {
  if (!path.startsWith('$'))
    throw located(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (index?.startsWith('$') === true)
    throw located(
      28822,
      `includeArrayIndex option to $unwind stage should not be prefixed with a '$'`,
    );
  return {
    path: checkedPath(path.slice(1)),
    keepEmpty: keep,
    indexPath: index === undefined ? undefined : checkedPath(index),
  };
}
