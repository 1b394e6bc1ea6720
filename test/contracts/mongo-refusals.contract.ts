import { expect, it } from '@jest/globals';
import { type ContractContext, codeOf } from './mongo-reading.contract.js';

/** Faulty operations and the codes that they are refused with. */
export function describeRefusals(use: ContractContext): void {
  it.each([
    ['an unknown filter operator', () => use.things().findOne({ year: { $foo: 1 } } as never), 2],
    ['an unknown top-level operator', () => use.things().findOne({ $foo: 1 } as never), 2],
    [
      'an unknown update operator',
      () => use.things().updateOne({}, { $foo: { a: 1 } } as never),
      9,
    ],
    [
      'conflicting updates',
      () => use.things().updateOne({}, { $set: { a: 1 }, $unset: { 'a.b': 1 } } as never),
      40,
    ],
    [
      'a changed _id',
      () => use.things().updateOne({ _id: 'a' }, { $set: { _id: 'q' } } as never),
      66,
    ],
    [
      'a sum with text',
      () => use.things().updateOne({ _id: 'a' }, { $inc: { title: 1 } } as never),
      14,
    ],
    [
      'a path through text',
      () => use.things().updateOne({ _id: 'a' }, { $set: { 'title.x': 1 } } as never),
      28,
    ],
    ['mixed projections', () => use.things().findOne({}, { projection: { a: 1, b: 0 } }), 31254],
    [
      'an unknown stage',
      () =>
        use
          .things()
          .aggregate([{ $foo: 1 }])
          .toArray(),
      40324,
    ],
    [
      'an unknown expression',
      () =>
        use
          .things()
          .aggregate([{ $project: { a: { $foo: 1 } } }])
          .toArray(),
      31325,
    ],
    ['an unknown command', () => use.db().command({ nonsense: 1 }), 59],
  ] as const)('refuses %s with its code', async (_fault, work, code) => {
    expect(await codeOf(work())).toBe(code);
  });
}
