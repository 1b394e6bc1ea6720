import {
  type GraphQLSchema,
  isNonNullType,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { Problem } from '../../schema/problem.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { HubError, invalid, problem } from '../errors.js';
import { fitsAddress, readParameter } from './parameter-value.js';
import { RESERVED_PARAMETERS, variableType } from './query-parameters.js';
import type { StoredVariable } from './stored-query.model.js';

const MOST_VARIABLES = 50;

/** A variable as a partner gives it: its values are texts, as they stand in an address. */
export interface GivenVariable {
  readonly name: string;
  readonly values: readonly string[];
  readonly isOpen: boolean;
}

/** The other way round: a stored variable as its partner gave it. */
export const toGiven = ({ name, value, isOpen }: StoredVariable): GivenVariable => ({
  name,
  values: value === null ? [] : [value].flat().map(String),
  isOpen,
});

/** The variables that one operation declares, beside those that its partner lists. */
export class StoredVariables {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly operation: OperationDefinitionNode,
  ) {}

  /** The variables as they are stored, and all that is wrong with them. */
  read(given: readonly GivenVariable[]) {
    const { variableDefinitions: declared = [] } = this.operation;
    if (given.length > MOST_VARIABLES || declared.length > MOST_VARIABLES) {
      const message = `A stored query has at most ${MOST_VARIABLES} variables.`;
      return { problems: [problem(ProblemCode.INVALID, message, 'variables')], variables: [] };
    }
    const problems = listedTwice(given);
    const names = new Set(declared.map(nameOf));
    for (const { name } of given) {
      if (!names.has(name))
        problems.push(toProblem(wrong(name, 'is not declared by the operation')));
    }
    const variables: StoredVariable[] = [];
    for (const definition of declared) {
      try {
        variables.push(this.readOne(definition, given));
      } catch (error) {
        if (!(error instanceof HubError)) throw error;
        problems.push(toProblem(error));
      }
    }
    return { problems, variables };
  }

  /** Throws what is wrong with it. */
  private readOne(
    definition: VariableDefinitionNode,
    given: readonly GivenVariable[],
  ): StoredVariable {
    const name = nameOf(definition);
    const listed = given.find((one) => one.name === name);
    if (!listed) throw wrong(name, 'is declared, but not listed');
    if (RESERVED_PARAMETERS.has(name)) {
      throw wrong(name, 'says in an address how to answer; call the variable something else');
    }
    const type = variableType(this.schema, definition);
    if (!type || !fitsAddress(type)) {
      throw wrong(name, 'is an object, which cannot stand in an address; declare its parts');
    }
    const { values, isOpen } = listed;
    const value = (values.length > 0 ? readParameter(name, values, type) : undefined) ?? null;
    if (value === null && isNonNullType(type) && !definition.defaultValue) {
      throw wrong(name, 'may not be empty: give it a value');
    }
    return { name, value, isOpen };
  }
}

function listedTwice(given: readonly GivenVariable[]): Problem[] {
  const names = given.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => toProblem(wrong(name, 'is listed twice')));
}

const nameOf = ({ variable }: VariableDefinitionNode): string => variable.name.value;

const MOST_SHOWN = 100;
const wrong = (name: string, what: string): HubError =>
  invalid(name, `"$${name.slice(0, MOST_SHOWN)}" ${what}.`);

const toProblem = ({ message, argument }: HubError): Problem =>
  problem(ProblemCode.INVALID, message, `variables.${argument?.slice(0, MOST_SHOWN)}`);
