import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { ErrorCode } from '../errors.js';

/** More than these are not looked for: a long list of wrong values must not cost long. */
const MAX_ERRORS = 5;

/** Deeper values than any input type of the schema has. */
const DEEP = 5;
const LONG = 100;

/**
 * Whether reading these variables may take long when they are wrong: compiled operations report
 * each wrong value of a list with the whole list in the message.
 */
export function areBulky(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > DEEP) return true;
  const parts = Array.isArray(value) ? value : Object.values(value);
  return parts.length > LONG || parts.some((part) => areBulky(part, depth + 1));
}

/** Wrong variables are the request's fault: throws with status 400 and names the first one. */
export function checkVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const { errors } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors: MAX_ERRORS,
  });
  const [first] = errors ?? [];
  if (!first) return;
  const extensions = { code: ErrorCode.BAD_USER_INPUT, http: { status: 400 } };
  throw new GraphQLError(first.message, { nodes: first.nodes, extensions });
}
