import { mongo } from 'mongoose';
import { Mongod } from './mongod.js';
import { onPath } from './on-path.js';

/** A real MongoDB to test against. `uri` names no database: each suite picks a fresh one. */
export interface RealMongo {
  readonly uri: string;
  readonly name: string;
  readonly stop: () => Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Finds a MongoDB (`TEST_MONGODB_URI`) or starts one (`MONGOD_BIN`, or `mongod` on the PATH); null when there is none. */
export async function findRealMongo(env: Environment): Promise<RealMongo | null> {
  const { TEST_MONGODB_URI: given } = env;
  if (given) return { uri: given, name: await nameOf(given), stop: async () => {} };
  const program = mongodProgram(env);
  if (program === undefined) return null;
  const server = await Mongod.start(program);
  return { uri: server.uri, name: await nameOf(server.uri), stop: () => server.stop() };
}

/** The `mongod` that tests may start; undefined when there is none. */
export const mongodProgram = (env: Environment): string | undefined =>
  env.MONGOD_BIN || onPath('mongod', env.PATH ?? '');

/** The address with a database put into it. */
export function withDatabase(uri: string, database: string): string {
  const address = new URL(uri);
  address.pathname = `/${database}`;
  return address.href;
}

async function nameOf(uri: string): Promise<string> {
  const client = await mongo.MongoClient.connect(uri);
  try {
    const { version } = await client.db('admin').command({ buildInfo: 1 });
    return `MongoDB ${String(version)}`;
  } finally {
    await client.close();
  }
}
