import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import type * as GraphQLJit from 'graphql-jit';
import { loadLater } from '../load-later.js';
import type { HubContext } from './context.js';
import { contextLocale } from './language.js';
import { checkCost } from './operation-cost.js';
import { areBulky, checkVariables } from './operation-variables.js';

export type Variables = Record<string, unknown>;
type RunCompiled = (
  root: unknown,
  context: HubContext,
  variables: Variables,
) => Promise<ExecutionResult> | ExecutionResult;

const MAX_COSTS_KEPT = 100;

/** An operation that was parsed, validated and compiled once, to be run many times. */
export class KnownOperation {
  readonly isQuery: boolean;
  private readonly operation: OperationDefinitionNode;
  private readonly compiled: RunCompiled;
  /** Costs by the variable values that decide them, once found affordable. */
  private readonly affordable = new Map<string, number>();
  private readonly costVariables: readonly string[];
  private readonly defaults: Variables | null;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly operationName: string | undefined,
    private readonly maxCost: number,
  ) {
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new GraphQLError('The operation to run is not in the document.');
    this.operation = operation;
    this.isQuery = operation.operation === 'query';
    this.costVariables = (operation.variableDefinitions ?? [])
      .filter(({ type }) => decidesCost(type))
      .map(({ variable }) => variable.name.value);
    this.defaults = defaultsOf(operation);
    this.compiled = compile(schema, document, operationName);
  }

  /** Sets the language, weighs the cost for these variables, and runs. */
  async run(context: HubContext, given: Variables): Promise<ExecutionResult> {
    const variables = this.withDefaults(given);
    this.weigh(variables);
    await context.readIn(contextLocale(this.operation, variables) ?? context.acceptedLocale);
    return this.compiled({}, context, variables);
  }

  private withDefaults(variables: Variables): Variables {
    return this.defaults ? { ...this.defaults, ...variables } : variables;
  }

  /** What it costs with these variables; throws as `weigh` does. */
  costWith(given: Variables): number {
    return this.weigh(this.withDefaults(given));
  }

  /** Throws `BAD_USER_INPUT` for wrong variables, `OPERATION_TOO_COMPLEX` for a high cost. */
  weigh(variables: Variables): number {
    const key = JSON.stringify(this.costVariables.map((name) => weightOf(variables[name])));
    const known = this.affordable.get(key);
    if (known !== undefined && !areBulky(variables)) return known;
    const cost = this.check(variables);
    if (this.affordable.size < MAX_COSTS_KEPT) this.affordable.set(key, cost);
    return cost;
  }

  /** As `weigh`, without relying on what was found out before. */
  check(variables: Variables): number {
    checkVariables(this.schema, this.operation, variables);
    return checkCost(this.schema, this.document, this.operationName, variables, this.maxCost);
  }
}

/** Compiled operations do not know the defaults of variables that may not be null. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables | null {
  const defaults: Variables = {};
  for (const { variable, defaultValue } of variableDefinitions) {
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return Object.keys(defaults).length > 0 ? defaults : null;
}

/** Page sizes, conditions and lists; texts and single ids do not change the cost. */
function decidesCost(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return decidesCost(type.type);
  if (type.kind === Kind.LIST_TYPE) return true;
  return type.name.value === 'Int' || type.name.value === 'Boolean';
}

const weightOf = (value: unknown): unknown => (Array.isArray(value) ? [value.length] : value);

const loadJit = loadLater<typeof GraphQLJit>('graphql-jit');

function compile(schema: GraphQLSchema, document: DocumentNode, name?: string): RunCompiled {
  const { compileQuery, isCompiledQuery } = loadJit();
  const compiled = compileQuery(schema, document, name);
  if (!isCompiledQuery(compiled)) {
    throw compiled.errors?.[0] ?? new GraphQLError('The operation cannot be compiled.');
  }
  return compiled.query as RunCompiled;
}
