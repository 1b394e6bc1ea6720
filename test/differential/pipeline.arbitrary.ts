import fc from 'fast-check';
import { type Fields, fieldName, modelValue, number, path, scalar } from './document.arbitrary.js';
import { expression, reference } from './expression.arbitrary.js';
import { filter } from './filter.arbitrary.js';

/** Names that are numbers would move to the front, and with them how documents compare. */
const computedPath = path.filter((name) => !/\d/.test(name));

const flag = fc.constantFrom<unknown>(1, 0, true, false);

/** A projection as `$project` and `find` take it; inclusions and exclusions are sometimes mixed. */
export const projection: fc.Arbitrary<Fields> = fc.oneof(
  fc.tuple(fc.uniqueArray(path, { minLength: 1, maxLength: 3 }), flag, flag, fc.boolean()).map(
    ([names, kind, id, withId]): Fields => ({
      ...Object.fromEntries(names.map((name) => [name, kind])),
      ...(withId ? { _id: id } : {}),
    }),
  ),
  fc
    .array(fc.tuple(path, flag), { minLength: 1, maxLength: 3 })
    .map((fields): Fields => Object.fromEntries(fields)),
  fc
    .array(fc.tuple(computedPath, fc.oneof(expression, flag)), { minLength: 1, maxLength: 3 })
    .map((fields): Fields => Object.fromEntries(fields)),
  fc.constantFrom<Fields>(
    { _id: 0 },
    { _id: 1 },
    { a: { x: 1 } },
    { a: { x: 0, y: 0 } },
    { a: {} },
    { a: 1, 'a.x': 1 },
    { 'a.x': 1, a: 1 },
    { $a: 1 },
    { 'a.': 1 },
    { _id: 1, a: 0 },
    { _id: 0, a: 1 },
  ),
);

const slice = fc.constantFrom<unknown>(
  1,
  -1,
  2,
  -2,
  0,
  [0, 1],
  [1, 2],
  [-1, 1],
  [-2, 1],
  [9, 1],
  [1, 0],
  [1, -1],
);

/** What only `find` can project. */
export const findProjection: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 5, arbitrary: projection },
  {
    weight: 1,
    arbitrary: fc.tuple(path, slice).map(([name, $slice]): Fields => ({ [name]: { $slice } })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(slice, flag).map(([$slice, kind]): Fields => ({ a: { $slice }, b: kind })),
  },
  { weight: 1, arbitrary: scalar.map((wanted): Fields => ({ a: { $elemMatch: { x: wanted } } })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(number, flag)
      .map(([least, kind]): Fields => ({ b: kind, a: { $elemMatch: { $gte: least } } })),
  },
);

const sort = fc
  .uniqueArray(path, { minLength: 1, maxLength: 2 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.constantFrom(1, -1).map((way) => [name, way] as const))),
  )
  .map((fields): Fields => ({ ...Object.fromEntries(fields), _id: 1 }));

export const sorting: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 12, arbitrary: sort },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Fields>({ _id: -1 }, { a: 0 }, { a: 'x' }, { 'a.': 1 }, { a: 2 }),
  },
);

/** A pipeline may drop the rest of an array before MongoDB sorts by a place in it. */
const namesNoPlace = (sort: Fields) => !Object.keys(sort).some((name) => /\.\d/.test(name));

const accumulator: fc.Arbitrary<unknown> = fc.oneof(
  fc
    .tuple(fc.constantFrom('$sum', '$avg', '$min', '$max', '$first', '$last', '$push'), expression)
    .map(([name, argument]) => ({ [name]: argument })),
  fc.constantFrom<unknown>({ $sum: 1 }, { $count: {} }, { $foo: 1 }, 1, { $sum: 1, $avg: 1 }),
);

const group = fc
  .tuple(fc.oneof(reference, expression, fc.constant(null)), accumulator, accumulator, reference)
  .map(([id, first, second, member]): Fields[] => [
    { $sort: { _id: 1 } },
    { $group: { _id: id, first, second, set: { $addToSet: member } } },
    { $sort: { _id: 1 } },
  ]);

const stage: fc.Arbitrary<Fields[]> = fc.oneof(
  { weight: 3, arbitrary: filter.map(($match): Fields[] => [{ $match }]) },
  { weight: 3, arbitrary: projection.map(($project): Fields[] => [{ $project }]) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.oneof(fieldName, computedPath), expression)
      .map(([name, argument]): Fields[] => [{ $addFields: { [name]: argument } }]),
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(path, fc.array(path, { maxLength: 2 }))
      .map(($unset): Fields[] => [{ $unset }]),
  },
  {
    weight: 2,
    arbitrary: sorting.filter(namesNoPlace).map(($sort): Fields[] => [{ $sort }]),
  },
  { weight: 3, arbitrary: group },
  { weight: 2, arbitrary: reference.map(($unwind): Fields[] => [{ $unwind }]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(reference, fc.boolean())
      .map(([at, keep]): Fields[] => [
        { $unwind: { path: at, preserveNullAndEmptyArrays: keep, includeArrayIndex: 'at' } },
      ]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(path, path)
      .map(([localField, foreignField]): Fields[] => [
        { $sort: { _id: 1 } },
        { $lookup: { from: 'other', localField, foreignField, as: 'found' } },
      ]),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(path, modelValue).map(([name, wanted]): Fields[] => [
      {
        $lookup: {
          from: 'other',
          let: { v: `$${name}` },
          pipeline: [
            { $match: { $expr: { $eq: ['$a', '$$v'] } } },
            { $addFields: { w: { $literal: wanted } } },
            { $sort: { _id: 1 } },
          ],
          as: 'found',
        },
      },
    ]),
  },
  { weight: 1, arbitrary: reference.map((newRoot): Fields[] => [{ $replaceRoot: { newRoot } }]) },
  {
    weight: 1,
    arbitrary: expression.map((other): Fields[] => [
      { $replaceWith: { $mergeObjects: ['$$ROOT', { v: other }] } },
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Fields[]>([{ $count: 'total' }], [{ $skip: 0 }]),
  },
  {
    weight: 1,
    arbitrary: filter.map(($match): Fields[] => [
      { $sort: { _id: 1 } },
      {
        $facet: {
          all: [{ $count: 'n' }],
          some: [{ $match }, { $limit: 2 }],
          groups: [
            { $unwind: '$a' },
            { $group: { _id: '$a', n: { $sum: 1 } } },
            { $sort: { n: -1, _id: 1 } },
          ],
        },
      },
    ]),
  },
  {
    weight: 1,
    arbitrary: reference.map(($sortByCount): Fields[] => [
      { $sortByCount },
      { $sort: { count: -1, _id: 1 } },
    ]),
  },
);

const first = fc.constantFrom<Fields[]>(
  [],
  [],
  [],
  [{ $limit: 3 }],
  [{ $skip: 2 }],
  [{ $skip: 1 }, { $limit: 4 }],
);
const last = fc.constantFrom<Fields[]>(
  [],
  [],
  [],
  [],
  [{ $unionWith: 'other' }],
  [{ $unionWith: { coll: 'other', pipeline: [{ $match: { n: { $gt: 0 } } }] } }],
);

/** Pipelines whose results are the same in whatever order MongoDB leaves documents that tie. */
export const pipeline: fc.Arbitrary<Fields[]> = fc
  .tuple(first, fc.array(stage, { minLength: 1, maxLength: 3 }), last)
  .map(([head, stages, tail]) => [{ $sort: { _id: 1 } }, ...head, ...stages.flat(), ...tail]);
