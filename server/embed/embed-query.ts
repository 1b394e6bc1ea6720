import type { DocumentNode, GraphQLSchema } from 'graphql';
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

  /** Throws a GraphQL error when the document does not fit the schema. */
  constructor(schema: GraphQLSchema, { id, mark, source, operationName, rules }: EmbedQueryParts) {
    this.id = id;
    this.mark = mark;
    this.source = source;
    this.operationName = operationName ?? undefined;
    this.document = validDocument(schema, source);
    this.parameters = new QueryParameters(schema, this.document, operationName, rules);
  }
}
