import fc from 'fast-check';
import {
  type Fields,
  integer,
  modelValue,
  path,
  scalar,
  text,
  value,
} from './document.arbitrary.js';

const typeName = fc.constantFrom<unknown>(
  'string',
  'int',
  'double',
  'number',
  'array',
  'object',
  'bool',
  'date',
  'null',
  2,
  16,
  4,
);
const pattern = fc.constantFrom('a', '^a', 'b$', '^A', 'á', '.', '^$', '[ab]+', '(');
const operand = fc.oneof({ weight: 4, arbitrary: scalar }, modelValue);

/** Conditions on one value, as they stand under a field, in `$not` and in `$elemMatch`. */
const condition: fc.Arbitrary<Fields> = fc.oneof(
  fc.record({ $eq: operand }),
  fc.record({ $ne: operand }),
  fc.record({ $gt: operand }),
  fc.record({ $gte: operand }),
  fc.record({ $lt: operand }),
  fc.record({ $lte: operand }),
  fc.record({ $gte: scalar, $lt: scalar }),
  fc.record({ $in: fc.array(operand, { maxLength: 4 }) }),
  fc.record({ $nin: fc.array(operand, { maxLength: 3 }) }),
  fc.record({ $exists: fc.constantFrom<unknown>(true, false, 1, 0, null, 'a') }),
  fc.record({ $type: fc.oneof(typeName, fc.array(typeName, { maxLength: 2 })) }),
  fc.record({ $size: fc.constantFrom<unknown>(0, 1, 2, 3, -1, 1.5, 'a') }),
  fc.record({
    $mod: fc.array(fc.constantFrom<unknown>(0, 1, 2, 3, 2.5, -2, 'a'), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({ $regex: pattern, $options: fc.constantFrom('', 'i', 'm', 's', 'x', 'q') }),
  fc.record({ $all: fc.array(operand, { maxLength: 3 }) }),
);

const element: fc.Arbitrary<Fields> = fc.oneof(
  condition,
  fc.record({ x: operand }),
  fc.record({ x: condition, y: condition }, { requiredKeys: ['x'] }),
  fc.record({ $or: fc.array(fc.record({ x: operand }), { minLength: 1, maxLength: 2 }) }),
);

const fieldTest: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: value },
  { weight: 8, arbitrary: condition },
  { weight: 1, arbitrary: fc.record({ $not: condition }) },
  { weight: 2, arbitrary: fc.record({ $elemMatch: element }) },
  { weight: 1, arbitrary: fc.record({ $not: fc.record({ $elemMatch: element }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ $all: fc.array(fc.record({ $elemMatch: element }), { maxLength: 2 }) }),
  },
  { weight: 1, arbitrary: fc.constantFrom(/a/, /^A/i, /./s) },
);

const onField = fc.tuple(path, fieldTest).map(([name, test]): Fields => ({ [name]: test }));
const onId = fc.oneof(
  integer.map((id): Fields => ({ _id: id })),
  fc
    .array(fc.integer({ min: 0, max: 12 }), { maxLength: 5 })
    .map((ids): Fields => ({ _id: { $in: ids } })),
);

const expression = fc
  .tuple(fc.constantFrom('$eq', '$gt', '$lte', '$ne'), path, scalar)
  .map(([name, at, wanted]): Fields => ({ $expr: { [name]: [`$${at}`, { $literal: wanted }] } }));

const { filter: anyFilter } = fc.letrec<{ filter: Fields }>((tie) => {
  const list = fc.array(tie('filter'), { maxLength: 3 });
  return {
    filter: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 8, arbitrary: onField },
      {
        weight: 2,
        arbitrary: fc.tuple(onField, onField).map(([a, b]): Fields => ({ ...a, ...b })),
      },
      { weight: 1, arbitrary: onId },
      { weight: 1, arbitrary: expression },
      { weight: 1, arbitrary: list.map(($and): Fields => ({ $and })) },
      { weight: 2, arbitrary: list.map(($or): Fields => ({ $or })) },
      { weight: 1, arbitrary: list.map(($nor): Fields => ({ $nor })) },
    ),
  };
});

/** Filters of every supported form; some have operands that are refused. */
export const filter: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 30, arbitrary: anyFilter },
  { weight: 1, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.tuple(onField, text).map(([test, $comment]): Fields => ({ ...test, $comment })),
  },
);
