import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves once either output matches; rejects when the program ends before. */
  until(pattern: RegExp): Promise<void>;
}

export type Settings = Readonly<Record<string, string>>;

const PROGRAM = fileURLToPath(new URL('../../../bin/saberes.js', import.meta.url));

/** Starts `saberes` as a person would, with these settings and none of this process's own. */
export function start(
  args: readonly string[],
  settings: Settings,
  input = '',
  program = PROGRAM,
): Running {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, ...settings };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: 'pipe' });
  const out = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      out[name] += text;
      for (const look of watchers) look();
    });
  }
  child.stdin.on('error', () => {}); // it may end without reading
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, ...out }));
  });
  const until = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (pattern.test(out.stdout) || pattern.test(out.stderr)) resolve();
      };
      watchers.add(look);
      look();
      void ended.then(({ stderr }) => reject(new Error(`ended without ${pattern}: ${stderr}`)));
    });
  return { child, ended, until };
}

export const saberes = (args: readonly string[], settings: Settings, input?: string) =>
  start(args, settings, input).ended;

/** Folders of one suite, below one that is removed at its end. */
export async function createFolders() {
  const root = await mkdtemp(join(tmpdir(), 'saberes-cli-'));
  return {
    path: (name: string) => join(root, name),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<string> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, () => resolve((server.address() as { port: number }).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
