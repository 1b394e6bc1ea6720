import { assign, type Doc, isArray, isDoc, type MutableDoc } from './document.js';
import { located } from './errors.js';
import { type Evaluate, type Scope, scopeOf, type Variables } from './expression/values.js';

/** What a projection does to one level of a document. */
export interface ProjectionNode {
  /** Fields included or left out whole, depending on the kind of projection. */
  readonly leaves: Set<string>;
  readonly children: Map<string, ProjectionNode>;
  readonly computed: Map<string, Evaluate>;
  /** The order in which computed fields and subdocuments with such fields were named. */
  readonly order: string[];
  /** Whether anything here or below is computed. */
  computes: boolean;
}

export const emptyNode = (): ProjectionNode => ({
  leaves: new Set(),
  children: new Map(),
  computed: new Map(),
  order: [],
  computes: false,
});

/** The node that holds the last part of a path, created on the way; overlapping paths are refused. */
export function claimPath(
  root: ProjectionNode,
  path: readonly string[],
  computes = false,
): ProjectionNode {
  const name = path.join('.');
  let node = root;
  node.computes ||= computes;
  for (const part of path.slice(0, -1)) {
    if (node.leaves.has(part) || node.computed.has(part)) {
      throw located(31249, `Path collision at ${name}`);
    }
    let child = node.children.get(part);
    if (child === undefined) {
      child = emptyNode();
      node.children.set(part, child);
      node.order.push(part);
    }
    node = child;
    node.computes ||= computes;
  }
  const last = path.at(-1) as string;
  if (node.children.has(last) || node.leaves.has(last) || node.computed.has(last)) {
    throw located(31250, `Path collision at ${name}`);
  }
  return node;
}

/** Keeps what the node names, in the document's order. */
export function include(node: ProjectionNode, doc: Doc): Doc {
  const result: MutableDoc = {};
  for (const [name, value] of Object.entries(doc)) {
    if (node.leaves.has(name)) {
      assign(result, name, value);
      continue;
    }
    const child = node.children.get(name);
    const kept = child === undefined ? undefined : includeValue(child, value);
    // What is about to be computed takes the place of what was there.
    if (kept !== undefined || child?.computes === true) assign(result, name, kept);
  }
  return result;
}

function includeValue(node: ProjectionNode, value: unknown): unknown {
  if (isDoc(value)) return include(node, value);
  if (!isArray(value)) return undefined;
  const elements = value.map((element) => includeValue(node, element));
  // What computed fields are about to fill keeps its place.
  return node.computes ? elements : elements.filter((kept) => kept !== undefined);
}

/** Leaves out what the node names. */
export function exclude(node: ProjectionNode, doc: Doc): Doc {
  const result: MutableDoc = {};
  for (const [name, value] of Object.entries(doc)) {
    if (node.leaves.has(name)) continue;
    const child = node.children.get(name);
    assign(result, name, child === undefined ? value : excludeValue(child, value));
  }
  return result;
}

function excludeValue(node: ProjectionNode, value: unknown): unknown {
  if (isDoc(value)) return exclude(node, value);
  return isArray(value) ? value.map((element) => excludeValue(node, element)) : value;
}

/** Adds the computed fields to what is already projected. */
export function addComputed(
  node: ProjectionNode,
  projected: Doc,
  root: Doc,
  variables: Variables,
): Doc {
  return node.computes ? addTo(node, projected, scopeOf(root, variables)) : projected;
}

function addTo(node: ProjectionNode, projected: Doc, scope: Scope): Doc {
  const result: MutableDoc = { ...projected };
  for (const name of node.order) {
    const value = addedValue(node, name, result, scope);
    if (value === undefined) delete result[name];
    else assign(result, name, value);
  }
  return result;
}

function addedValue(node: ProjectionNode, name: string, doc: Doc, scope: Scope): unknown {
  const evaluate = node.computed.get(name);
  if (evaluate !== undefined) return evaluate(scope);
  const child = node.children.get(name);
  const current = Object.hasOwn(doc, name) ? doc[name] : undefined;
  return child === undefined || !child.computes ? current : addToValue(child, current, scope);
}

function addToValue(node: ProjectionNode, value: unknown, scope: Scope): unknown {
  if (isArray(value)) return value.map((element) => addToValue(node, element, scope));
  return addTo(node, isDoc(value) ? value : {}, scope);
}
