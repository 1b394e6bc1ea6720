import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Problem } from '../../schema/problem.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { PERMISSIONS } from '../auth/permissions.js';
import type { Config } from '../config.js';
import { HubProblems, problem } from '../errors.js';
import { checkDocument } from '../graphql/document-limits.js';
import { checkCost } from '../graphql/operation-cost.js';
import type { StoredQueryDocument, StoredVariable } from './stored-query.model.js';
import { type GivenVariable, StoredVariables, toGiven } from './stored-variables.js';

const MOST_LETTERS = 20_000;
const MOST_ERRORS = 5;

/** What a caller sees only as the member that she is, or by a secret; and what shows the contract. */
const NOT_FOR_ALL: ReadonlySet<string> = new Set([...Object.keys(PERMISSIONS), 'me', 'invitation']);
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** A query as its partner writes it. */
export interface GivenQuery {
  readonly document: string;
  readonly operationName: string | null;
  readonly variables: readonly GivenVariable[];
}

interface Checked {
  readonly problems: readonly Problem[];
  readonly variables: readonly StoredVariable[];
}

type Limits = Pick<
  Config,
  'MAX_TOKENS' | 'MAX_DEPTH' | 'MAX_ALIASES' | 'MAX_DIRECTIVES' | 'MAX_COST'
>;

/** Decides whether a query may be stored: read-only, for everybody, affordable, and whole. */
export class StoredQueryCheck {
  constructor(
    private readonly schema: () => GraphQLSchema,
    private readonly limits: Limits,
  ) {}

  /** Its variables as they are stored, and all that is wrong. */
  check({ document, operationName, variables: given }: GivenQuery): Checked {
    try {
      const parsed = this.parse(document);
      const operation = operationOf(parsed, operationName);
      const { problems, variables } = new StoredVariables(this.schema(), operation).read(given);
      if (problems.length > 0) return { problems, variables };
      this.checkCost(parsed, operationName, variables);
      return { problems, variables };
    } catch (error) {
      if (error instanceof Refused) return { problems: error.problems, variables: [] };
      if (!(error instanceof GraphQLError)) throw error;
      return { problems: [inDocument(placed(error))], variables: [] };
    }
  }

  /** Throws `HubProblems` when a stored query is no longer what may be stored. */
  recheck({ document, operationName, variables }: StoredQueryDocument): void {
    const { problems } = this.check({
      document,
      operationName,
      variables: variables.map(toGiven),
    });
    if (problems.length > 0) throw new HubProblems(problems);
  }

  private parse(text: string): DocumentNode {
    if (text.length > MOST_LETTERS) {
      throw refused(`A stored query has at most ${MOST_LETTERS} characters.`);
    }
    const document = checkDocument(text, this.limits);
    refuseOtherKinds(document);
    const faults = validate(this.schema(), document, undefined, { maxErrors: MOST_ERRORS });
    if (faults.length > 0) throw new Refused(faults.map((fault) => inDocument(placed(fault))));
    refuseFields(this.schema(), document);
    return document;
  }

  private checkCost(
    document: DocumentNode,
    operationName: string | null,
    variables: readonly StoredVariable[],
  ): void {
    const given = variables.filter(({ value }) => value !== null);
    const values = Object.fromEntries(given.map(({ name, value }) => [name, value]));
    checkCost(this.schema(), document, operationName ?? undefined, values, this.limits.MAX_COST);
  }
}

/** Why a document cannot be stored. */
class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('This query cannot be stored.');
  }
}

const inDocument = (message: string): Problem => problem(ProblemCode.INVALID, message, 'document');

const refused = (message: string) => new Refused([inDocument(message)]);

function placed({ message, locations }: GraphQLError): string {
  const [place] = locations ?? [];
  return place ? `${message} (line ${place.line}, column ${place.column})` : message;
}

const operationsIn = ({ definitions }: DocumentNode): readonly OperationDefinitionNode[] =>
  definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);

function refuseOtherKinds(document: DocumentNode): void {
  const other = operationsIn(document).find(({ operation }) => operation !== 'query');
  if (other) throw refused(`A stored query only reads: it holds no ${other.operation}.`);
}

function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const all = operationsIn(document);
  const [only] = all;
  if (name === null && only && all.length === 1) return only;
  const named = all.find((operation) => operation.name?.value === name);
  if (named) return named;
  const message =
    name === null ? NAME_ONE : `The document holds no operation "${name.slice(0, 100)}".`;
  throw new Refused([problem(ProblemCode.INVALID, message, 'operationName')]);
}

const NAME_ONE = 'The document does not hold exactly one operation: name the one that is answered.';

function refuseFields(schema: GraphQLSchema, document: DocumentNode): void {
  const types = new TypeInfo(schema);
  const root = schema.getQueryType();
  const found = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name: { value } }) => {
        if (INTROSPECTION.has(value)) found.add(`A stored query asks for no "${value}".`);
        if (types.getParentType() !== root || !NOT_FOR_ALL.has(value)) return;
        found.add(`"${value}" depends on who asks; a stored query has one answer for all.`);
      },
    }),
  );
  if (found.size > 0) throw new Refused([...found].map(inDocument));
}
