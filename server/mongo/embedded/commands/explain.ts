import { countRows } from '../query/count-rows.js';
import { explainPlan } from '../query/explain-plan.js';
import { Pauses } from '../query/pauses.js';
import { Query } from '../query/query.js';
import { type Doc, isDoc } from '../semantics/document.js';
import { StoreError, typeMismatch } from '../semantics/errors.js';
import { readPipeline } from './aggregate.js';
import { docArg, findCollection, hintArg, maxTime } from './arguments.js';
import type { Call, Command } from './command.js';
import { countQuery } from './count.js';
import { findQuery } from './find.js';
import { VERSION } from './handshake.js';
import { countField, splitPipeline } from './pipeline-query.js';

export const explainCommand: Command = {
  names: ['explain'],
  fields: ['verbosity'],
  run: explain,
};

interface Explained {
  /** Null when there is no such collection. */
  readonly query: Query | null;
  readonly counts: boolean;
  readonly rest: readonly Doc[];
}

async function explain(call: Call): Promise<Doc> {
  const inner = call.args.explain;
  if (!isDoc(inner)) throw typeMismatch("BSON field 'explain.explain' must be an object");
  const name = Object.keys(inner)[0] ?? '';
  const explained = explainedQuery({ ...call, name, args: inner });
  const planned = plannerPart(call, inner[name], explained);
  const executed =
    call.args.verbosity === 'queryPlanner'
      ? {}
      : await executionPart(explained, maxTime(call.args));
  const parts = { ...planned, ...executed };
  const reply =
    explained.rest.length === 0 ? parts : { stages: [{ $cursor: parts }, ...explained.rest] };
  return { explainVersion: '1', ...reply, serverInfo: { version: VERSION }, ok: 1 };
}

function explainedQuery(call: Call): Explained {
  switch (call.name) {
    case 'find':
      return { query: findQuery(call), counts: false, rest: [] };
    case 'count':
    case 'distinct':
      return { query: countQuery(call), counts: call.name === 'count', rest: [] };
    case 'aggregate':
      return aggregation(call);
    case 'update':
    case 'delete':
      return write(call);
    case 'findAndModify':
      return modification(call);
    default:
      throw new StoreError(
        59,
        'CommandNotFound',
        `Explain failed due to unknown command: ${call.name}`,
      );
  }
}

function aggregation(call: Call): Explained {
  const { spec, rest } = splitPipeline(readPipeline(call), hintArg(call.args));
  const collection = findCollection(call);
  const query = collection === undefined ? null : new Query(call.server.store, collection, spec);
  const counts = countField(rest) !== null;
  return { query, counts, rest: counts ? [] : rest };
}

function write(call: Call): Explained {
  const list = call.args[call.name === 'update' ? 'updates' : 'deletes'];
  const [first] = Array.isArray(list) ? (list as readonly unknown[]) : [];
  const statement = isDoc(first) ? first : {};
  return modification({
    ...call,
    args: { ...call.args, query: statement.q, hint: statement.hint },
  });
}

function modification(call: Call): Explained {
  const collection = findCollection(call);
  const filter = docArg(call.args, 'query') ?? {};
  const spec = { filter, sort: docArg(call.args, 'sort'), hint: hintArg(call.args) };
  const query = collection === undefined ? null : new Query(call.server.store, collection, spec);
  return { query, counts: false, rest: [] };
}

function plannerPart(call: Call, collection: unknown, { query, counts }: Explained): Doc {
  const plan = query === null ? { stage: 'EOF' } : explainPlan(query);
  return {
    queryPlanner: {
      namespace: `${call.db}.${String(collection)}`,
      indexFilterSet: false,
      parsedQuery: query?.spec.filter ?? {},
      winningPlan: counts ? { stage: 'COUNT', inputStage: plan } : plan,
      rejectedPlans: [],
    },
  };
}

async function executionPart({ query, counts }: Explained, maxMilliseconds: number): Promise<Doc> {
  const startedAt = performance.now();
  let returned = 0;
  if (query !== null && counts) returned = await countRows(query, maxMilliseconds);
  else if (query !== null) {
    await query.each(() => {
      returned += 1;
    }, new Pauses(maxMilliseconds));
  }
  return {
    executionStats: {
      executionSuccess: true,
      nReturned: returned,
      executionTimeMillis: Math.round(performance.now() - startedAt),
      totalKeysExamined: query?.stats.keys ?? 0,
      totalDocsExamined: query?.stats.docs ?? 0,
      executionStages: query === null ? { stage: 'EOF' } : explainPlan(query),
    },
  };
}
