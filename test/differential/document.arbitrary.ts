import fc from 'fast-check';

export type Fields = Record<string, unknown>;

/** Few values, so that they often meet: equal, neighbouring, of another type, accented, beyond U+FFFF. */
export const text = fc.constantFrom('', 'a', 'b', 'ab', 'B', 'á', 'z', '\ufffd', '😀', '1');
export const integer = fc.constantFrom(-2, -1, 0, 1, 2, 3, 10, 2147483647);
export const double = fc.constantFrom(0.1, 0.2, 0.5, 1.5, -0.5, 2.5, 1e10);
export const date = fc.constantFrom(0, 1, 86_400_000, 1_700_000_000_123).map((ms) => new Date(ms));
export const number = fc.oneof({ weight: 3, arbitrary: integer }, double);

export const scalar: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 5, arbitrary: integer },
  { weight: 2, arbitrary: double },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: date },
  { weight: 1, arbitrary: fc.constant(null) },
);

export const fieldName = fc.constantFrom('a', 'b', 'c', 'x', 'y');

const { value: nested } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 2, arbitrary: subdocument(tie('value')) },
  ),
}));

function subdocument(value: fc.Arbitrary<unknown>): fc.Arbitrary<Fields> {
  const field = fc.tuple(fc.constantFrom('x', 'y', 'a'), value);
  return fc
    .uniqueArray(field, { maxLength: 3, selector: ([name]) => name })
    .map((fields) => Object.fromEntries(fields) as Fields);
}

/** Any value that a stored document holds. */
export const value: fc.Arbitrary<unknown> = nested;

/** Values as models have them: lists of like things and small subdocuments, more than chance would give. */
export const modelValue: fc.Arbitrary<unknown> = fc.oneof(
  value,
  fc.array(integer, { maxLength: 4 }),
  fc.array(text, { maxLength: 3 }),
  fc.array(subdocument(scalar), { maxLength: 3 }),
  subdocument(fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }))),
);

const body = fc.record(
  { a: modelValue, b: modelValue, c: modelValue, n: integer },
  { requiredKeys: [] },
);

/** A collection's documents, told apart by number. */
export const documents: fc.Arbitrary<Fields[]> = fc
  .array(body, { minLength: 1, maxLength: 12 })
  .map((bodies) => bodies.map((fields, index) => ({ _id: index, ...fields })));

export const path = fc.constantFrom(
  ...['a', 'b', 'c', 'n', 'a', 'b', 'a.x', 'a.y', 'b.x', 'b.y', 'c.x', 'a.x.y', 'a.a', 'a.0'],
  ...['a.0.x', 'a.1', 'b.0', 'missing', 'a.x.0'],
);
