import { type Doc, isArray, isDoc } from './document.js';
import { located } from './errors.js';
import type { Variables } from './expression/values.js';
import { checkedPath } from './field-path.js';
import { addExpression, projectionEntries } from './projection-spec.js';
import { addComputed, claimPath, emptyNode, exclude } from './projection-tree.js';

/** `$addFields`, also known as `$set`. */
export function compileAddFields(spec: unknown, variables: Variables): (doc: Doc) => Doc {
  if (!isDoc(spec)) throw located(40272, '$addFields specification stage must be an object');
  const node = emptyNode();
  for (const entry of projectionEntries(spec)) addExpression(node, entry, variables);
  return (doc) => addComputed(node, doc, doc, variables);
}

/** `$unset`: a path or a list of paths to leave out. */
export function compileUnset(spec: unknown): (doc: Doc) => Doc {
  const paths: readonly unknown[] = isArray(spec) ? spec : [spec];
  if (paths.length === 0) throw located(31119, '$unset specification must be a string or an array');
  const node = emptyNode();
  for (const path of paths) {
    if (typeof path !== 'string') {
      throw located(
        isArray(spec) ? 31120 : 31002,
        '$unset specification must be a string or an array of strings',
      );
    }
    const parts = checkedPath(path);
    claimPath(node, parts).leaves.add(parts.at(-1) as string);
  }
  return (doc) => exclude(node, doc);
}
