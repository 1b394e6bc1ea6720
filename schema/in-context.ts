import { DirectiveLocation, GraphQLDirective, type GraphQLEnumType, GraphQLNonNull } from 'graphql';

/** `@inContext(language:)`: the language of an answer is a property of the request. */
export const createInContextDirective = (locale: GraphQLEnumType) =>
  new GraphQLDirective({
    name: 'inContext',
    description: 'The language of the whole answer. Without it Accept-Language decides, then ES.',
    locations: [
      DirectiveLocation.QUERY,
      DirectiveLocation.MUTATION,
      DirectiveLocation.SUBSCRIPTION,
    ],
    args: {
      language: { type: new GraphQLNonNull(locale), description: 'Wins over Accept-Language.' },
    },
  });
