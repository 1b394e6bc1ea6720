import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { ErrorCode } from '../errors.js';

/** More than these are not looked for: a long list of wrong values must not cost long. */
const MAX_ERRORS = 5;

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
