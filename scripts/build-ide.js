// Writes the in-browser IDE as one page that needs no other host: dist/ide/graphiql.html.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

const page = new URL('../dist/ide/graphiql.html', import.meta.url);
if (!existsSync(page)) {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  mkdirSync(new URL('.', page), { recursive: true });
  writeFileSync(page, renderGraphiQL({ title: 'Saberes', endpoint: '/graphql' }));
}
