// Writes the contract as SDL to schema/schema.graphql; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import 'reflect-metadata';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildHubSchema } from '../dist/server/graphql/build-schema.js';

const file = new URL('../schema/schema.graphql', import.meta.url);
const printed = `${printSchema(lexicographicSortSchema(buildHubSchema()))}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== printed) {
    process.stderr.write('schema/schema.graphql is old. Run "npm run schema" and commit it.\n');
    process.exit(1);
  }
} else writeFileSync(file, printed);
