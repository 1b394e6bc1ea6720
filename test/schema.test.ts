import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLNamedType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { buildHubSchema } from '../server/graphql/build-schema.js';

const read = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

const schema = buildHubSchema();
const roots = new Set<unknown>([schema.getQueryType(), schema.getMutationType()]);
const ownTypes = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type) && !roots.has(type),
);

/** Their names and the description of what they belong to say all there is to say. */
const OBVIOUS = new Set(['id', 'slug', 'code']);

/** Arguments and input fields of built-in scalars; other types carry their own description. */
function valuesToExplain(type: GraphQLNamedType) {
  const named = (name: string, value: { readonly name: string }) => `${name}.${value.name}`;
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      ...field,
      where: named(type.name, field),
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    field.args.map((arg) => ({ ...arg, where: named(`${type.name}.${field.name}`, arg) })),
  );
}

describe('The schema', () => {
  it('is the one that is printed in schema/schema.graphql', () => {
    const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;

    expect(read('schema/schema.graphql')).toBe(printed);
  });

  it('keeps every name and shape that was promised', () => {
    const promised = buildSchema(read('test/fixtures/promised-contract.graphql'));

    const defaults = findDangerousChanges(promised, schema).filter(
      ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
    );

    expect(findBreakingChanges(promised, schema)).toEqual([]);
    expect(defaults).toEqual([]);
  });

  it('would not pass without a promised field', () => {
    const promised = read('test/fixtures/promised-contract.graphql');
    const more = buildSchema(promised.replace('type Hub {', 'type Hub {\n  promised: String'));

    expect(findBreakingChanges(more, schema)).toHaveLength(1);
  });

  it('describes every type', () => {
    const silent = ownTypes.filter(({ description }) => !description).map(({ name }) => name);

    expect(ownTypes.length).toBeGreaterThan(40);
    expect(silent).toEqual([]);
  });

  it('describes every query', () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
    const silent = fields.filter(({ description }) => !description).map(({ name }) => name);

    expect(fields.length).toBeGreaterThan(15);
    expect(silent).toEqual([]);
  });

  it('describes every argument and input whose name and type do not say it all', () => {
    const silent = Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap(valuesToExplain)
      .filter(({ name, type }) => !OBVIOUS.has(name) && isSpecifiedScalarType(getNamedType(type)))
      .filter(({ description }) => !description)
      .map(({ where }) => where);

    expect(silent).toEqual([]);
  });

  it('describes every directive of its own and all their arguments', () => {
    const inContext = schema.getDirective('inContext');

    expect(inContext?.description).toBeTruthy();
    expect(inContext?.args.map(({ name, description }) => [name, Boolean(description)])).toEqual([
      ['language', true],
    ]);
  });
});
