import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { OPERATION_NAMES, readOperation } from '../schema/operations/operation-file.js';

const folder = fileURLToPath(new URL('../../schema/', import.meta.url));
const schema = buildSchema(await readFile(`${folder}schema.graphql`, 'utf8'));

describe('The operations that the hub asks itself', () => {
  it('are all named', async () => {
    const files = (await readdir(`${folder}operations`)).filter((name) =>
      name.endsWith('.graphql'),
    );
    const names = files.map((name) => name.slice(0, -'.graphql'.length));
    expect(new Set(names)).toEqual(new Set(OPERATION_NAMES));
  });

  it.each(OPERATION_NAMES)('fit the schema: %s', async (name) => {
    const document = parse(readOperation(name));
    expect(validate(schema, document)).toEqual([]);
    const operations = document.definitions.filter(({ kind }) => kind === 'OperationDefinition');
    expect(operations).toHaveLength(1);
  });
});
