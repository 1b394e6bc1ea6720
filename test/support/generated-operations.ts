import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInputType,
  isLeafType,
  isObjectType,
} from 'graphql';

/** Every query or every mutation of the contract. */
export const fieldsOf = (
  schema: GraphQLSchema,
  kind: 'query' | 'mutation',
): readonly GraphQLField<unknown, unknown>[] => {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(root?.getFields() ?? {});
};

/** The document of one operation that takes each of its arguments as a variable. */
export function documentOf(schema: GraphQLSchema, name: string, selection?: string): string {
  const isMutation = schema.getMutationType()?.getFields()[name] !== undefined;
  const kind = isMutation ? 'mutation' : 'query';
  const field = fieldsOf(schema, kind).find((one) => one.name === name);
  if (!field) throw new Error(`There is no operation ${name}.`);
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const declaration = declared ? `(${declared})` : '';
  const call = given ? `${name}(${given})` : name;
  return `${kind} ${declaration} { ${call} ${selection ?? selectionOf(field)} }`;
}

/** The problems of a mutation, the least of anything else. */
function selectionOf({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (isLeafType(named) || isInputType(named)) return '';
  const hasProblems = isObjectType(named) && named.getFields().problems !== undefined;
  return hasProblems ? '{ problems { code message field currentVersion } }' : '{ __typename }';
}
