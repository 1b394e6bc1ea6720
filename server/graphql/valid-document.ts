import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql';

/** Parses an operation of the hub's own; one that does not fit the schema is a bug and throws. */
export function validDocument(schema: GraphQLSchema, source: string): DocumentNode {
  const document = parse(source);
  const [problem] = validate(schema, document);
  if (problem) throw problem;
  return document;
}
