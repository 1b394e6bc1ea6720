import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql';
import { validDocument } from '../graphql/valid-document.js';
import { QueryParameters, type VariableRule } from './query-parameters.js';

export interface EmbedQueryParts {
  readonly id: string;
  /** Differs from that of every other query, and from its own before it was changed. */
  readonly mark: string;
  readonly source: string;
  readonly operationName: string | null;
  readonly rules: Readonly<Record<string, VariableRule>>;
}

/** A query that other sites may ask: a document, and what a visitor may choose in it. */
export class EmbedQuery {
  readonly id: string;
  readonly mark: string;
  readonly source: string;
  readonly operationName: string | undefined;
  readonly document: DocumentNode;
  readonly parameters: QueryParameters;
  /** As the document says it; null for one without a name. */
  readonly ownName: string | null;

  /** Throws a GraphQL error when the document does not fit the schema, or changes anything. */
  constructor(schema: GraphQLSchema, { id, mark, source, operationName, rules }: EmbedQueryParts) {
    this.id = id;
    this.mark = mark;
    this.source = source;
    this.operationName = operationName ?? undefined;
    this.document = validDocument(schema, source);
    const operation = getOperationAST(this.document, operationName);
    if (operation?.operation !== 'query') throw new GraphQLError('Only a query can be embedded.');
    this.ownName = operation.name?.value ?? null;
    this.parameters = new QueryParameters(schema, this.document, operationName, rules);
  }
}
