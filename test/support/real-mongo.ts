import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';

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
  const program = env.MONGOD_BIN || onPath('mongod', env.PATH ?? '');
  return program === undefined ? null : startMongod(program);
}

/** The address with a database put into it. */
export function withDatabase(uri: string, database: string): string {
  const address = new URL(uri);
  address.pathname = `/${database}`;
  return address.href;
}

function onPath(program: string, path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** A one-node replica set in a temporary folder, on loopback only. */
async function startMongod(program: string): Promise<RealMongo> {
  const folder = await mkdtemp(join(tmpdir(), 'saberes-mongod-'));
  const port = await freePort();
  const options = ['--dbpath', folder, '--bind_ip', '127.0.0.1', '--port', String(port)];
  const sizes = ['--replSet', 'rs0', '--wiredTigerCacheSizeGB', '0.25', '--quiet'];
  const child = spawn(program, [...options, ...sizes], { stdio: 'ignore' });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const guard = spawnGuard(child);
  const stop = async () => {
    process.removeListener('exit', kill);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && kill()) await gone;
    guard.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
    await initiate(uri, port, child);
    return { uri, name: await nameOf(uri), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends the server also when this process is killed and can do nothing more itself: its end closes the pipe. */
function spawnGuard(child: ChildProcess): ChildProcess {
  const program = `process.stdin.resume().on('close', () => { try { process.kill(${child.pid}, 'SIGKILL'); } catch {} process.exit(); });`;
  const guard = spawn(process.execPath, ['-e', program], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  return guard;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on loopback.');
  return address.port;
}

async function initiate(uri: string, port: number, child: ChildProcess): Promise<void> {
  const client = await connect(uri, child);
  try {
    const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
    await client.db('admin').command({ replSetInitiate: { _id: 'rs0', members } });
    for (;;) {
      const { isWritablePrimary } = await client.db('admin').command({ hello: 1 });
      if (isWritablePrimary === true) return;
      await sleep(50);
    }
  } finally {
    await client.close();
  }
}

async function connect(uri: string, child: ChildProcess): Promise<mongo.MongoClient> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await mongo.MongoClient.connect(uri, { serverSelectionTimeoutMS: 1000 });
    } catch (error) {
      if (child.exitCode !== null || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
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
