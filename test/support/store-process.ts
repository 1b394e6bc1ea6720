import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./store-child.js', import.meta.url));

/** An embedded store in a process of its own. */
export class StoreProcess {
  private constructor(
    readonly child: ChildProcess,
    /** The address, or what it said instead. */
    readonly uri: string,
  ) {}

  /** `limit` is put before the command, such as a shell that limits the size of files. */
  static async start(dataDir: string, shell?: string): Promise<StoreProcess> {
    const command = [process.execPath, CHILD, dataDir];
    const options = { stdio: ['pipe', 'pipe', 'ignore'] as ['pipe', 'pipe', 'ignore'] };
    const child =
      shell === undefined
        ? spawn(command[0] as string, command.slice(1), options)
        : spawn('/bin/sh', ['-c', `${shell}; exec "$@"`, 'sh', ...command], options);
    const lines = createInterface({ input: child.stdout });
    const [line] = (await once(lines, 'line')) as [string];
    return new StoreProcess(child, line);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
