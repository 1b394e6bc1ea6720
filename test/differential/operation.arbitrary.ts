import fc from 'fast-check';
import { documents, type Fields, integer, number, path } from './document.arbitrary.js';
import {
  FAULT_TARGET,
  FAULTY_EXPRESSIONS,
  FAULTY_FILTERS,
  FAULTY_PROJECTIONS,
  FAULTY_STAGES,
  FAULTY_UPDATES,
} from './faults.js';
import { filter } from './filter.arbitrary.js';
import { findProjection, pipeline, sorting } from './pipeline.arbitrary.js';
import { elementUpdate, update } from './update.arbitrary.js';

/** A command to both stores. `unordered` marks answers whose documents come in no particular order. */
export interface Operation {
  readonly command: Fields;
  readonly unordered: boolean;
  readonly writes: boolean;
  /** Wrong in one way only: both stores have to name the same code. */
  readonly strict?: boolean;
}

export interface Scenario {
  readonly docs: readonly Fields[];
  readonly other: readonly Fields[];
  readonly indexes: readonly Fields[];
  readonly operations: readonly Operation[];
}

const read = (command: Fields, unordered = false): Operation => ({
  command,
  unordered,
  writes: false,
});
const write = (command: Fields): Operation => ({ command, unordered: false, writes: true });

const window = fc.record({ skip: fc.constantFrom(0, 1, 3), limit: fc.constantFrom(0, 1, 2, 5) });

const find = fc.oneof(
  filter.map((test) => read({ find: 'docs', filter: test }, true)),
  fc
    .tuple(filter, sorting, window)
    .map(([test, sort, page]) => read({ find: 'docs', filter: test, sort, ...page })),
  fc
    .tuple(filter, findProjection)
    .map(([test, projection]) =>
      read({ find: 'docs', filter: test, projection, sort: { _id: 1 } }),
    ),
  fc.tuple(fc.constantFrom('a', 'b', 'c'), number).map(([name, least]) =>
    read({
      find: 'docs',
      filter: { [name]: { $gte: least } },
      projection: { [`${name}.$`]: 1 },
      sort: { _id: 1 },
    }),
  ),
  sorting.map((sort) => read({ find: 'docs', sort })),
);

const count = filter.map((query) => read({ count: 'docs', query }));
const distinct = fc
  .tuple(path, filter)
  .map(([key, query]) => read({ distinct: 'docs', key, query }));
const aggregate = pipeline.map((stages) =>
  read({ aggregate: 'docs', pipeline: stages, cursor: {} }),
);

const updates = fc
  .tuple(
    filter,
    fc.oneof(
      { weight: 3, arbitrary: update.map((u) => ({ u })) },
      { weight: 1, arbitrary: elementUpdate },
    ),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([q, change, multi, upsert]) => {
    const many = multi && isOperators(change.u);
    const inserts = upsert && !canNeverMatch(q);
    const test = isPositional(change.u) && hasOr(q) ? {} : q;
    const updates = [{ q: test, ...change, multi: many, upsert: inserts }];
    return write({ update: 'docs', updates });
  });

/** MongoDB simplifies such a filter to one that says nothing of the `_id`, so its upsert takes any. */
const canNeverMatch = (q: Fields) => JSON.stringify(q).includes('"$all":[]');

/** Which element the positional `$` means after an `$or` is a difference of its own. */
const isPositional = (u: unknown) => /"\w+\.\$[".]/.test(JSON.stringify(u));
const hasOr = (q: Fields) => JSON.stringify(q).includes('"$or"');

const isOperators = (u: unknown) => Array.isArray(u) || JSON.stringify(u).startsWith('{"$');

const findAndModify = fc
  .tuple(filter, sorting, update, fc.boolean(), fc.boolean(), findProjection)
  .map(([query, sort, change, upsert, isNew, fields]) => {
    const test = isPositional(change) && hasOr(query) ? {} : query;
    return write({
      findAndModify: 'docs',
      query: test,
      sort,
      update: change,
      upsert,
      new: isNew,
      fields,
    });
  });

const remove = filter.map((q) => write({ delete: 'docs', deletes: [{ q, limit: 0 }] }));
const insert = documents.map((docs) =>
  write({ insert: 'docs', documents: docs.slice(0, 3), ordered: false }),
);

/** Which of several matching documents is changed, or changed first, depends on the index: so one is named. */
const pinned = fc.tuple(updates, integer).map(([{ command, ...rest }, id]): Operation => {
  const [change] = command.updates as readonly [Fields];
  const q = { ...(change.q as Fields), _id: id };
  return { ...rest, command: { ...command, updates: [{ ...change, q }] } };
});

const operation = (changes: fc.Arbitrary<Operation>): fc.Arbitrary<Operation> =>
  fc.oneof(
    { weight: 12, arbitrary: find },
    { weight: 1, arbitrary: count },
    { weight: 2, arbitrary: distinct },
    { weight: 10, arbitrary: aggregate },
    { weight: 12, arbitrary: changes },
    { weight: 2, arbitrary: findAndModify },
    { weight: 1, arbitrary: remove },
    { weight: 1, arbitrary: insert },
  );

const indexKey = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'n', 'a.x', 'a.y', 'b.x'), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.constantFrom(1, -1).map((way) => [name, way] as const))),
  )
  .map((fields): Fields => Object.fromEntries(fields));

const partial = fc.constantFrom<Fields>({ n: { $gt: 0 } }, { a: { $exists: true } }, { b: 'a' });

const index = fc.oneof(
  { weight: 4, arbitrary: indexKey.map((key): Fields => ({ key })) },
  { weight: 1, arbitrary: indexKey.map((key): Fields => ({ key, unique: true })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(indexKey, partial)
      .map(([key, partialFilterExpression]): Fields => ({ key, partialFilterExpression })),
  },
  { weight: 1, arbitrary: indexKey.map((key): Fields => ({ key, sparse: true })) },
);

/** Documents, perhaps indexes on them, and what is then asked of them. */
export const scenario = (operations: number): fc.Arbitrary<Scenario> =>
  fc.oneof(
    scenarioOf(fc.constant([]), operation(updates), operations),
    scenarioOf(
      fc.uniqueArray(index, {
        minLength: 1,
        maxLength: 3,
        selector: ({ key }) => JSON.stringify(key),
      }),
      operation(pinned),
      operations,
    ),
  );

const scenarioOf = (
  indexes: fc.Arbitrary<Fields[]>,
  one: fc.Arbitrary<Operation>,
  operations: number,
): fc.Arbitrary<Scenario> =>
  fc.record({
    docs: documents,
    // Ids apart from the first collection's, so that a union has one right order.
    other: documents.map((docs) => docs.map((doc, at) => ({ ...doc, _id: at + 100 }))),
    indexes,
    operations: fc.array(one, { minLength: operations, maxLength: operations, size: 'max' }),
  });

const pause = { indexes: [], docs: [FAULT_TARGET], other: [FAULT_TARGET] };

/** Every known fault, each on its own. */
export const FAULTS: Scenario = {
  ...pause,
  operations: [
    ...FAULTY_FILTERS.map((test) => read({ find: 'docs', filter: test })),
    ...FAULTY_UPDATES.map((u) => write({ update: 'docs', updates: [{ q: { _id: 0 }, u }] })),
    ...FAULTY_PROJECTIONS.map((projection) => read({ find: 'docs', projection })),
    ...[...FAULTY_STAGES, ...FAULTY_EXPRESSIONS].map((stage) =>
      read({ aggregate: 'docs', pipeline: [stage], cursor: {} }),
    ),
  ].map((operation) => ({ ...operation, strict: true })),
};
