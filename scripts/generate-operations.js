// Writes the types of the hub's own operations and their answers; with --check it only compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';

const folder = new URL('../schema/operations/', import.meta.url);
const target = new URL('operation-types.ts', folder);
const sdl = readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8');

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.slice(0, -'.graphql'.length))
  .sort();

const read = (location) => ({
  location,
  document: parse(readFileSync(new URL(location, folder), 'utf8')),
});

const operationsRead = names.map((name) => read(`${name}.graphql`));
const shared = readdirSync(new URL('fragments/', folder)).map((name) => read(`fragments/${name}`));
const documents = [...operationsRead, ...shared];

const types = await codegen({
  filename: 'operation-types.ts',
  schema: parse(sdl),
  schemaAst: buildSchema(sdl),
  documents,
  config: {
    skipTypename: true,
    immutableTypes: true,
    avoidOptionals: { field: true },
    scalars: Object.fromEntries(
      ['ID', 'DateTime', 'LocalDate', 'URL', 'CountryCode'].map((name) => [name, 'string']),
    ),
  },
  plugins: [{ operations: {} }],
  pluginMap: { operations },
});

const typeName = (name) =>
  name.replace(/(^|-)([a-z])/g, (_all, _dash, letter) => letter.toUpperCase());
const rows = names.map((name, index) => {
  const { definitions } = operationsRead[index].document;
  const kind = definitions.some(({ operation }) => operation === 'mutation') ? 'Mutation' : 'Query';
  const type = typeName(name) + kind;
  return `  readonly '${name}': { readonly variables: ${type}Variables; readonly data: ${type} };`;
});
const text = [
  '// Written by "npm run schema" from the operations beside it; do not edit.',
  types.trim(),
  '/** What each operation takes and answers. */',
  'export interface OperationTypes {',
  ...rows,
  '}',
  '',
].join('\n');

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write(
    'The types of the operations are old. Run "npm run schema" and commit them.\n',
  );
  process.exit(1);
}
