import { GraphQLScalarType } from 'graphql';
import { GraphQLCountryCode, GraphQLDateTime, GraphQLLocalDate, GraphQLURL } from 'graphql-scalars';

/** Stored texts are checked when they are written, so they go out as they are. */
const asStored = (scalar: GraphQLScalarType, description: string) =>
  new GraphQLScalarType({ ...scalar.toConfig(), description, serialize: (value) => value });

export const CountryCode = asStored(GraphQLCountryCode, 'ISO 3166-1 alpha-2.');
export const LocalDate = asStored(GraphQLLocalDate, 'A day, as 2020-12-04.');
export const URLText = asStored(GraphQLURL, 'An absolute web address.');

/** A moment, as 2020-12-04T10:00:00.000Z. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  description: 'A moment, as 2020-12-04T10:00:00.000Z.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : value),
});
