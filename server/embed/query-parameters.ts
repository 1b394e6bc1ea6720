import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getOperationAST,
  isInputType,
  Kind,
  type ObjectValueNode,
  typeFromAST,
  type ValueNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { badInput } from '../errors.js';
import type { Variables } from '../graphql/known-operation.js';
import { fitsAddress, type ParameterValue, readParameter } from './parameter-value.js';

/** These say how to answer, not what: no variable has their name. */
export const RESERVED_PARAMETERS: ReadonlySet<string> = new Set(['lang', 'key']);

/** What a query says of one of its variables besides its type. */
export interface VariableRule {
  /** Fixed, or what it is when a visitor says nothing; null: nothing. */
  readonly value?: unknown;
  /** Whether a visitor may give another value; so it is when nothing is said. */
  readonly isOpen?: boolean;
  readonly least?: number;
  readonly most?: number;
  /** Of a list: the order of its values means nothing. */
  readonly isSet?: boolean;
}

interface OpenVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly isRequired: boolean;
  readonly rule: VariableRule;
}

/** Reads the variables of one query from addresses, strictly. */
export class QueryParameters {
  private readonly open: ReadonlyMap<string, OpenVariable>;
  private readonly fixed: Variables = {};
  private readonly places: ReadonlyMap<string, string>;
  /** The answer to an address that gives nothing; null where something is needed. */
  private readonly unasked: Variables | null;

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operationName: string | null,
    rules: Readonly<Record<string, VariableRule>>,
  ) {
    const { variableDefinitions = [] } = getOperationAST(document, operationName) ?? {};
    const open = new Map<string, OpenVariable>();
    for (const definition of variableDefinitions) {
      const name = definition.variable.name.value;
      const rule = rules[name] ?? {};
      const { value = null } = rule;
      if (value !== null) this.fixed[name] = value;
      const type = variableType(schema, definition);
      if (!type || rule.isOpen === false || !fitsAddress(type)) continue;
      const isRequired =
        definition.type.kind === Kind.NON_NULL_TYPE && !definition.defaultValue && value === null;
      open.set(name, { name, type, isRequired, rule });
    }
    // By name, so that the order in an address makes no difference.
    this.open = new Map([...open].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.places = placesOf(document);
    const isComplete = ![...this.open.values()].some(({ isRequired }) => isRequired);
    this.unasked = isComplete ? this.fixed : null;
  }

  /**
   * The variables of an address, always in the same order. Throws `BAD_USER_INPUT` that names the parameter which is
   * unknown, missing or wrong.
   */
  read(parameters: URLSearchParams): Variables {
    if (parameters.size === 0 && this.unasked) return this.unasked;
    for (const name of parameters.keys()) {
      if (!this.open.has(name) && !RESERVED_PARAMETERS.has(name)) throw this.unknown(name);
    }
    const given: Record<string, ParameterValue> = {};
    for (const { name, type, isRequired, rule } of this.open.values()) {
      const texts = parameters.getAll(name);
      const value = texts.length > 0 ? readParameter(name, texts, type) : undefined;
      if (value !== undefined) given[name] = within(name, value, rule);
      else if (isRequired) throw badInput(name, `"${name}" is needed.`);
    }
    return { ...this.fixed, ...given };
  }

  /** The same for values that come as JSON; their types are checked when they are weighed. */
  take(values: Readonly<Record<string, unknown>>): Variables {
    for (const name of Object.keys(values)) if (!this.open.has(name)) throw this.unknown(name);
    const given: Variables = {};
    for (const { name, isRequired, rule } of this.open.values()) {
      if (Object.hasOwn(values, name)) given[name] = within(name, values[name], rule);
      else if (isRequired) throw badInput(name, `"${name}" is needed.`);
    }
    return { ...this.fixed, ...given };
  }

  /** The parameter that an argument was filled from; the argument itself when there is none. */
  parameterOf(argument: string): string {
    return this.places.get(argument) ?? argument;
  }

  private unknown(name: string) {
    const shown = name.slice(0, 60);
    const known = [...this.open.keys(), ...RESERVED_PARAMETERS].join(', ');
    return badInput(shown, `This query takes no parameter "${shown}". It takes: ${known}.`);
  }
}

/** Null for what is no type of the schema that a variable may have. */
export function variableType(
  schema: GraphQLSchema,
  { type }: VariableDefinitionNode,
): GraphQLInputType | null {
  const found = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]);
  return isInputType(found) ? found : null;
}

function within<Value>(name: string, value: Value, rule: VariableRule): Value {
  const { least = -Infinity, most = Infinity, isSet } = rule;
  if (Array.isArray(value) && isSet) return (value as readonly unknown[]).toSorted(byText) as Value;
  if (typeof value !== 'number' || (value >= least && value <= most)) return value;
  throw badInput(name, `"${name}" takes a number from ${least} to ${most}, not ${value}.`);
}

const byText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);

/** Arguments by their path, as refusals name them (`filter.countries`), and what fills them. */
function placesOf(document: DocumentNode): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  visit(document, {
    Argument: ({ name, value }) => notePlaces(name.value, value, places),
  });
  return places;
}

function notePlaces(path: string, value: ValueNode, places: Map<string, string>): void {
  if (value.kind === Kind.VARIABLE) places.set(path, value.name.value);
  if (value.kind === Kind.LIST) for (const one of value.values) notePlaces(path, one, places);
  if (value.kind === Kind.OBJECT) noteFields(path, value, places);
}

function noteFields(path: string, { fields }: ObjectValueNode, places: Map<string, string>): void {
  for (const { name, value } of fields) notePlaces(`${path}.${name.value}`, value, places);
}
