import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** What a bare Apollo server takes to start, for comparison. */
const server = new ApolloServer({
  typeDefs: 'type Query { hello: String }',
  resolvers: { Query: { hello: () => 'hello' } },
});
const { url } = await startStandaloneServer(server, { listen: { port: 0 } });
process.send?.({ port: Number(new URL(url).port) });
