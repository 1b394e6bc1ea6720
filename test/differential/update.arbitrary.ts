import fc from 'fast-check';
import {
  date,
  type Fields,
  integer,
  modelValue,
  number,
  path,
  scalar,
  value,
} from './document.arbitrary.js';

const updatePath = fc.oneof(
  { weight: 12, arbitrary: path },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'a.$',
      'a.$.x',
      'a.$[]',
      'a.$[].x',
      'a.$[e]',
      'a.$[e].x',
      'b.2',
      'new',
      'new.deep',
      'z.0',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('_id', '', 'a.', 'a..x', 'a.b.') },
);

const list = fc.array(modelValue, { maxLength: 3 });
const push = fc.record(
  {
    $each: list,
    $slice: fc.constantFrom<unknown>(-2, -1, 0, 1, 2, 'a', 1.5),
    $position: fc.constantFrom<unknown>(0, 1, -1, 9, 'a'),
    $sort: fc.constantFrom<unknown>(1, -1, { x: 1 }, { x: -1, y: 1 }, 2, {}, { x: 0 }),
  },
  { requiredKeys: ['$each'] },
);

const pulled: fc.Arbitrary<unknown> = fc.oneof(
  modelValue,
  fc.record({ $gt: scalar }),
  fc.record({ $in: fc.array(modelValue, { maxLength: 3 }) }),
  fc.record({ x: scalar }),
  fc.record({ x: fc.record({ $gte: number }) }),
  fc.record({ $elemMatch: fc.record({ $gt: number }) }),
);

const rare = (usual: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: value });

const ARGUMENTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  $set: modelValue,
  $unset: fc.constantFrom(1, '', true),
  $inc: rare(number),
  $mul: rare(number),
  $min: scalar,
  $max: value,
  $setOnInsert: value,
  $push: fc.oneof(modelValue, push),
  $addToSet: fc.oneof(modelValue, fc.record({ $each: rare(list) })),
  $pull: pulled,
  $pullAll: rare(list),
  $pop: rare(fc.constantFrom(1, -1)),
  $rename: fc.constantFrom<unknown>('b', 'c', 'n', 'new', 'new.x', 'a', 'a.x', 1, 'b.0', '_id'),
};

const operator = fc
  .constantFrom(...Object.keys(ARGUMENTS))
  .chain((name) =>
    fc
      .tuple(updatePath, ARGUMENTS[name] as fc.Arbitrary<unknown>)
      .map(([at, argument]) => ({ name, at, argument })),
  );

const operators = fc.array(operator, { minLength: 1, maxLength: 4 }).map((parts) => {
  const update: Record<string, Fields> = {};
  for (const { name, at, argument } of parts) update[name] = { ...update[name], [at]: argument };
  return update as Fields;
});

const replacement = fc.record(
  { a: modelValue, b: modelValue, _id: integer },
  { requiredKeys: ['a'] },
);

const pipeline = fc.oneof(
  modelValue.map((argument) => [{ $set: { b: { $literal: argument } } }]),
  fc.constantFrom<unknown>(
    [{ $set: { b: '$a' } }],
    [{ $unset: 'a' }],
    [{ $set: { 'b.x': '$n' } }, { $unset: ['c'] }],
    [{ $replaceWith: { a: { $ifNull: ['$b', 0] } } }],
    [{ $replaceRoot: { newRoot: { a: 1 } } }],
    [{ $project: { a: 1 } }],
    [{ $addFields: { n: { $add: ['$n', 1] } } }],
  ),
);

/** Updates of every supported form, some of them faulty. */
export const update: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 16, arbitrary: operators },
  { weight: 2, arbitrary: replacement },
  { weight: 2, arbitrary: pipeline },
);

const conditions = fc.oneof(
  scalar.map((argument): Fields => ({ e: argument })),
  number.map((least): Fields => ({ e: { $gte: least } })),
  scalar.map((argument): Fields => ({ 'e.x': argument })),
);

/** Updates of array elements, with the filters that choose them. */
export const elementUpdate: fc.Arbitrary<{
  readonly u: unknown;
  readonly arrayFilters?: Fields[];
}> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('a.$[e]', 'a.$[e].x', 'b.$[e].y', 'a.x.$[e]'),
      fc.constantFrom('$set', '$inc', '$unset', '$max'),
      fc.oneof(number, scalar),
      conditions,
    )
    .map(([at, name, argument, test]) => ({
      u: { [name]: { [at]: argument } },
      arrayFilters: [test],
    })),
  fc
    .tuple(
      fc.constantFrom('a.$[]', 'a.$[].x', 'a.$', 'a.$.x', 'b.$[].y', 'b.$'),
      fc.constantFrom('$set', '$inc', '$mul', '$min', '$push', '$unset'),
      fc.oneof(number, scalar),
    )
    .map(([at, name, argument]) => ({ u: { [name]: { [at]: argument } } })),
  date.map((at) => ({ u: { $set: { 'a.$[f]': at } }, arrayFilters: [{ f: 1 }, { g: 1 }] })),
);
