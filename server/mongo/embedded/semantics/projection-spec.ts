import { type Doc, isDoc } from './document.js';
import { badValue, located, StoreError } from './errors.js';
import { compileExpression } from './expression/compile.js';
import type { Variables } from './expression/values.js';
import { checkedPath } from './field-path.js';
import { isNumeric } from './numbers.js';
import { claimPath, emptyNode, type ProjectionNode } from './projection-tree.js';

export type ProjectionKind = 'inclusion' | 'exclusion';

/** What one entry of a specification asks for. */
export interface ProjectionEntry {
  readonly path: readonly string[];
  readonly name: string;
  readonly value: unknown;
}

export interface ProjectionPlan {
  readonly kind: ProjectionKind;
  readonly node: ProjectionNode;
}

/** Flattens subdocuments: `{ a: { b: 1 } }` means the same as `{ 'a.b': 1 }`. */
export function projectionEntries(spec: Doc, prefix: readonly string[] = []): ProjectionEntry[] {
  return Object.entries(spec).flatMap(([key, value]): ProjectionEntry[] => {
    if (prefix.length > 0 && key.includes('.') && !isExpressionDoc(spec)) checkedPath(key);
    const path = [...prefix, ...checkedPath(key)];
    if (isExpressionDoc(value) && Object.keys(value).length > 1) {
      throw located(16410, `FieldPath field names may not start with '$'.`);
    }
    if (!isDoc(value) || isExpressionDoc(value)) return [{ path, name: path.join('.'), value }];
    if (Object.keys(value).length === 0) {
      throw located(
        51270,
        'An empty sub-projection is not a valid value. Found empty object at path',
      );
    }
    return projectionEntries(value, path);
  });
}

export const isExpressionDoc = (value: unknown): value is Doc =>
  isDoc(value) && Object.keys(value)[0]?.startsWith('$') === true;

/** True to include, false to leave out, undefined for anything that is computed. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return isNumeric(value) ? Number(value) !== 0 : undefined;
}

/** Decides between inclusion and exclusion, which may not be mixed except for `_id`, and builds the tree. */
export function planProjection(
  entries: readonly ProjectionEntry[],
  variables: Variables,
): ProjectionPlan {
  const kind = kindOf(entries);
  const node = emptyNode();
  const idEntry = entries.find(({ name }) => name === '_id');
  for (const entry of entries) {
    const flag = flagOf(entry.value);
    if (entry === idEntry && flag !== undefined) continue;
    if (flag === undefined) addComputedEntry(node, entry, kind, variables);
    else addFlag(node, entry, flag, kind);
  }
  addId(node, entries, kind);
  return { kind, node };
}

function kindOf(entries: readonly ProjectionEntry[]): ProjectionKind {
  const deciding = entries.find(({ name }) => name !== '_id') ?? entries[0];
  return deciding !== undefined && flagOf(deciding.value) === false ? 'exclusion' : 'inclusion';
}

function addFlag(
  node: ProjectionNode,
  entry: ProjectionEntry,
  flag: boolean,
  kind: ProjectionKind,
) {
  if (flag && kind === 'exclusion') {
    throw located(31253, `Cannot do inclusion on field ${entry.name} in exclusion projection`);
  }
  if (!flag && kind === 'inclusion' && entry.path[0] !== '_id') {
    throw located(31254, `Cannot do exclusion on field ${entry.name} in inclusion projection`);
  }
  claimPath(node, entry.path).leaves.add(entry.path.at(-1) as string);
}

function addComputedEntry(
  node: ProjectionNode,
  entry: ProjectionEntry,
  kind: ProjectionKind,
  variables: Variables,
): void {
  if (kind === 'exclusion') {
    throw located(31310, `Cannot use an expression in an exclusion projection: ${entry.name}`);
  }
  try {
    addExpression(node, entry, variables);
  } catch (error) {
    // Projections have a number of their own for operators that they do not know.
    const isOwn = isExpressionDoc(entry.value) && error instanceof StoreError && error.code === 168;
    throw isOwn ? located(31325, error.message) : error;
  }
}

/** A computed field, as `$addFields` and inclusion projections take it. */
export function addExpression(
  node: ProjectionNode,
  { path, value }: ProjectionEntry,
  variables: Variables,
): void {
  const parent = claimPath(node, path, true);
  const last = path.at(-1) as string;
  parent.computed.set(last, compileExpression(value, variables));
  parent.order.push(last);
}

/** `_id` comes along with an inclusion and stays in an exclusion, unless the specification says otherwise. */
function addId(
  node: ProjectionNode,
  entries: readonly ProjectionEntry[],
  kind: ProjectionKind,
): void {
  if (node.children.has('_id') || node.computed.has('_id')) return;
  const flag = flagOf(entries.find(({ name }) => name === '_id')?.value) ?? true;
  if (kind === 'inclusion' ? flag : !flag) node.leaves.add('_id');
}

export function requireSpec(spec: unknown, code: number, message: string): Doc {
  if (isDoc(spec)) return spec;
  throw code === 2 ? badValue(message) : located(code, message);
}
