import type { Connection } from 'mongoose';
import { type LoadedContent, loadedContent } from '../../seeds/load.js';
import type { Config } from '../../server/config.js';
import type { KnowledgeMarks } from '../../server/indexing/knowledge-marks.js';
import { PUBLIC_ONLY } from '../../server/knowledge/knowledge.policy.js';
import type { Models } from '../../server/mongo/models.js';
import { type Check, note, ok, wrong } from './check.js';

/** Waiting longer than this means that nobody indexes. */
const OLD_SECONDS = 60;

export async function storeCheck(connection: Connection, { MONGODB_URI }: Config): Promise<Check> {
  if (!MONGODB_URI) return ok('Store', 'embedded, can be read');
  const admin = connection.getClient().db('admin');
  const { version } = await admin.command({ buildInfo: 1 });
  const { setName, msg } = await admin.command({ hello: 1 });
  const found = `MongoDB ${String(version)}, database ${connection.name}`;
  if (setName || msg === 'isdbgrid') return ok('Store', found);
  const advice = 'Start mongod with --replSet and run rs.initiate(); one member is enough.';
  return wrong('Store', `${found}, which is no replica set`, advice);
}

export async function recordsCheck(models: Models): Promise<Check> {
  const [items, shown, ...others] = await Promise.all([
    models.knowledge.countDocuments({}),
    models.knowledge.countDocuments({ ...PUBLIC_ONLY }),
    models.actor.countDocuments({}),
    models.country.countDocuments({}),
    models.concept.countDocuments({}),
    models.event.countDocuments({}),
  ]);
  const [actors, countries, concepts, events] = others;
  const found = `${items} knowledge records (${shown} public), ${actors} actors, ${countries} countries, ${concepts} concepts, ${events} events`;
  if (items > 0) return ok('Records', found);
  return wrong('Records', found, 'Run "saberes seed", or "saberes import" with an export.');
}

export async function contentCheck(models: Models, { SEED }: Config): Promise<Check> {
  const found = await loadedContent(models);
  const text = CONTENT[found];
  if (found === 'current') return ok('Content', text);
  if (SEED === 'never') return note('Content', `${text}; SEED=never leaves it so`);
  return wrong('Content', text, 'Run "saberes seed"; the hub does so itself when it starts.');
}

const CONTENT: Readonly<Record<LoadedContent, string>> = {
  none: 'the shipped content was never loaded',
  partly: 'loading the content was cut off',
  other: 'the content loaded last is not what this version ships',
  current: 'the shipped content is loaded and current',
};

export const queueCheckOf = async (marks: KnowledgeMarks): Promise<Check> =>
  queueCheck(await marks.queue());

export function queueCheck({ depth, ageSeconds }: { depth: number; ageSeconds: number }): Check {
  if (depth === 0) return ok('Queue', 'nothing waits to be indexed');
  const found = `${depth} records wait to be indexed, the oldest for ${Math.round(ageSeconds)} s`;
  const advice = 'A running hub indexes them; without one, run "saberes reindex".';
  return ageSeconds > OLD_SECONDS ? wrong('Queue', found, advice) : note('Queue', found, advice);
}
