import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// biome-ignore lint/style/noProcessEnv: handed on to the measured process
export const environment = process.env;

const fileOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** All requests of a measurement come from one address. */
export const NO_QUOTAS = Object.fromEntries(
  ['QUOTA_STRANGERS', 'QUOTA_PUBLIC_KEY', 'QUOTA_SECRET_KEY'].map((name) => [name, '1e12']),
);

/** A server under measurement, in a process of its own. */
export interface MeasuredServer {
  readonly url: string;
  readonly pid: number;
  /** From spawning the process to its first answer. */
  readonly readyMs: number;
  /** Resident memory in MiB, as the system counts it. */
  memory(): number;
  /** The same without pages of mapped files, which the system takes back when it wants. */
  ownMemory(): number;
  /** Processor time of all its threads so far, in ms. */
  processorMs(): number;
  stop(): Promise<void>;
}

/** Starts `saberes serve` on a folder and waits until it is ready. */
export async function startHub(
  dataDir: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<MeasuredServer> {
  const started = performance.now();
  const child = spawn(process.execPath, [fileOf('../../bin/saberes.js'), 'serve'], {
    env: {
      PATH: environment.PATH,
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      SEED: 'never',
      ...NO_QUOTAS,
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${url}/health/ready`)).ok);
  return measured(child, `${url}/graphql`, performance.now() - started);
}

/** Starts a small server of this folder and hands it its task. */
export async function startSmall(file: string, task: unknown = {}): Promise<MeasuredServer> {
  const started = performance.now();
  const child = fork(fileOf(`./${file}.js`));
  const address = await new Promise<{ port: number }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { port: number }));
    child.once('exit', () => reject(new Error(`${file} ended before it listened`)));
    child.send(task as object);
  });
  return measured(child, `http://127.0.0.1:${address.port}/`, performance.now() - started);
}

function measured(child: ChildProcess, url: string, readyMs: number): MeasuredServer {
  return {
    url,
    pid: child.pid ?? 0,
    readyMs,
    memory: () => residentMiB(child.pid ?? 0, 'VmRSS'),
    ownMemory: () => residentMiB(child.pid ?? 0, 'RssAnon'),
    processorMs: () => processorMs(child.pid ?? 0),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function residentMiB(pid: number, what: 'VmRSS' | 'RssAnon'): number {
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
  const [found = ''] = lines.filter((one) => one.startsWith(`${what}:`));
  return Number.parseInt(found.slice(what.length + 1), 10) / 1_024;
}

/** Linux counts in hundredths of a second (`man 5 proc_pid_stat`, fields 14 and 15). */
function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (!(await isTrue().catch(() => false))) {
    if (performance.now() > deadline) throw new Error('The server did not become ready.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
