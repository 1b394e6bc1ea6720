import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { freePort, spawnGuard } from './own-process.js';

const PATIENCE_MS = 30_000;
/** Each index waits for the next commit of the journal: by default up to a tenth of a second. */
const JOURNAL_MS = 10;

/** A MongoDB server of the tests' own: a one-node replica set in a temporary folder, on loopback only. */
export class Mongod {
  readonly uri: string;
  private child: ChildProcess | null = null;
  private guard: ChildProcess | null = null;

  private constructor(
    private readonly program: string,
    private readonly folder: string,
    private readonly port: number,
  ) {
    this.uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  }

  static async start(program: string): Promise<Mongod> {
    const folder = await mkdtemp(join(tmpdir(), 'saberes-mongod-'));
    const server = new Mongod(program, folder, await freePort());
    try {
      server.launch();
      await server.initiate();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Starts the program, also again on what a killed one left; does not wait for it. */
  launch(): void {
    const place = ['--dbpath', this.folder, '--bind_ip', '127.0.0.1', '--port', String(this.port)];
    const sizes = ['--replSet', 'rs0', '--wiredTigerCacheSizeGB', '0.25', '--quiet'];
    const pace = ['--journalCommitInterval', String(JOURNAL_MS)];
    this.child = spawn(this.program, [...place, ...sizes, ...pace], { stdio: 'ignore' });
    this.guard = spawnGuard(this.child);
    process.once('exit', this.end);
  }

  /** Ends it as a power failure would. */
  async kill(): Promise<void> {
    process.removeListener('exit', this.end);
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      this.end();
      await gone;
    }
    this.guard?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  private readonly end = (): void => void this.child?.kill('SIGKILL');

  private async initiate(): Promise<void> {
    const client = await this.connect();
    try {
      const admin = client.db('admin');
      const members = [{ _id: 0, host: `127.0.0.1:${this.port}` }];
      await admin.command({ replSetInitiate: { _id: 'rs0', members } });
      while (!(await admin.command({ hello: 1 })).isWritablePrimary) await sleep(50);
    } finally {
      await client.close();
    }
  }

  private async connect(): Promise<mongo.MongoClient> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await mongo.MongoClient.connect(this.uri, { serverSelectionTimeoutMS: 1000 });
      } catch (error) {
        if (this.child?.exitCode !== null || Date.now() > deadline) throw error;
        await sleep(100);
      }
    }
  }
}
