import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionNode } from 'graphql';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** Documents are kept and run again, so what was read from one is read once. */
const known = new WeakMap<FieldNode, Map<string, readonly string[]>>();

/**
 * Names of the fields that are asked for below a path of the resolved field, as `['nodes']` or
 * `['edges', 'node']`; fragments are followed, `@skip` and `@include` are not weighed.
 */
export function selectedFields(
  info: GraphQLResolveInfo,
  ...paths: readonly (readonly string[])[]
): readonly string[] {
  const [first] = info.fieldNodes;
  const key = paths.map((path) => path.join('.')).join(' ');
  const cached = first && known.get(first)?.get(key);
  if (cached) return cached;

  const names = new Set(
    paths.flatMap((path) => fieldsAt(info.fieldNodes, path, info.fragments)).map(nameOf),
  );
  const result = [...names].sort();
  if (first) known.set(first, (known.get(first) ?? new Map()).set(key, result));
  return result;
}

/** The nodes of one field below the resolved one, to read their arguments. */
export function selectedNodes(info: GraphQLResolveInfo, name: string): readonly FieldNode[] {
  return fieldsAt(info.fieldNodes, [], info.fragments).filter((node) => nameOf(node) === name);
}

const nameOf = (node: FieldNode): string => node.name.value;

function fieldsAt(
  nodes: readonly FieldNode[],
  path: readonly string[],
  fragments: Fragments,
): readonly FieldNode[] {
  const fields = nodes.flatMap((node) => flatten(node.selectionSet?.selections ?? [], fragments));
  const [step, ...rest] = path;
  if (step === undefined) return fields;
  return fieldsAt(
    fields.filter((field) => nameOf(field) === step),
    rest,
    fragments,
  );
}

function flatten(selections: readonly SelectionNode[], fragments: Fragments): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection];
    if (selection.kind === 'InlineFragment') {
      return flatten(selection.selectionSet.selections, fragments);
    }
    const fragment = fragments[selection.name.value];
    return fragment ? flatten(fragment.selectionSet.selections, fragments) : [];
  });
}
