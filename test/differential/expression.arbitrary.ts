import fc from 'fast-check';
import { path, scalar, text } from './document.arbitrary.js';

export const reference = path.map((name) => `$${name}`);
const literal = scalar.map(($literal): unknown => ({ $literal }));
const array = (name: string, least: number, most: number, item: fc.Arbitrary<unknown>) =>
  fc.array(item, { minLength: least, maxLength: most }).map((list): unknown => ({ [name]: list }));

/** Expressions of every supported operator, over a document's fields and constants. */
export const { expression } = fc.letrec<{ expression: unknown }>((tie) => {
  const inner = tie('expression');
  const unary = [
    '$not',
    '$size',
    '$isArray',
    '$abs',
    '$ceil',
    '$floor',
    '$toLower',
    '$toUpper',
    '$type',
    '$first',
    '$last',
    '$reverseArray',
    '$sum',
    '$avg',
    '$min',
    '$max',
    '$year',
    '$month',
    '$dayOfMonth',
    '$strLenCP',
  ];
  const binary = [
    '$eq',
    '$ne',
    '$gt',
    '$gte',
    '$lt',
    '$lte',
    '$cmp',
    '$subtract',
    '$divide',
    '$mod',
    '$in',
    '$arrayElemAt',
    '$setDifference',
    '$setIsSubset',
    '$split',
    '$strcasecmp',
    '$ifNull',
    '$slice',
  ];
  const several = [
    '$add',
    '$multiply',
    '$concat',
    '$concatArrays',
    '$and',
    '$or',
    '$setUnion',
    '$setIntersection',
    '$mergeObjects',
    '$sum',
    '$min',
    '$max',
    '$avg',
  ];
  return {
    expression: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 4, arbitrary: reference },
      { weight: 2, arbitrary: literal },
      {
        weight: 1,
        arbitrary: fc.constantFrom<unknown>(
          '$$ROOT',
          '$$ROOT.a',
          '$$CURRENT.b',
          '$$REMOVE',
          1,
          'text',
          [],
          {},
          '$$nope',
          '$',
        ),
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom(...unary), inner)
          .map(([name, argument]) => ({ [name]: argument })),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(...binary).chain((name) => array(name, 2, 2, inner)),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(...several).chain((name) => array(name, 1, 3, inner)),
      },
      { weight: 1, arbitrary: array('$cond', 3, 3, inner) },
      {
        weight: 1,
        // biome-ignore lint/suspicious/noThenProperty: MongoDB's own name.
        arbitrary: fc.record({ if: inner, then: inner, else: inner }).map(($cond) => ({ $cond })),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(inner, inner, inner).map(([test, then, otherwise]) => ({
          $switch: { branches: [{ case: test, then }], default: otherwise },
        })),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(reference, inner).map(([input, argument]) => ({
          $map: { input, as: 'e', in: { $ifNull: ['$$e', argument] } },
        })),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(reference, scalar).map(([input, least]) => ({
          $filter: { input, as: 'e', cond: { $gte: ['$$e', { $literal: least }] } },
        })),
      },
      {
        weight: 1,
        arbitrary: reference.map((input) => ({
          $reduce: { input, initialValue: [], in: { $concatArrays: ['$$value', ['$$this']] } },
        })),
      },
      {
        weight: 1,
        arbitrary: inner.map((argument) => ({
          $let: { vars: { v: argument }, in: ['$$v', '$$v.x'] },
        })),
      },
      { weight: 1, arbitrary: fc.tuple(inner, inner).map(([x, y]) => ({ x, y })) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(text, fc.constantFrom(0, 1), fc.constantFrom(0, 1, 5))
          .map((list) => ({ $substrCP: list })),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom<unknown>(
          { $foo: 1 },
          { $eq: [1] },
          { $size: [] },
          { $add: 1, $subtract: 2 },
          { $cond: [1] },
          { $substrCP: ['a'] },
        ),
      },
    ),
  };
});
