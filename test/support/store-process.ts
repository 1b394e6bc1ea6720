import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const LAST_ANSWERS_MILLISECONDS = 200;
const CHILD = fileURLToPath(new URL('./store-child.js', import.meta.url));

/** An embedded store in a process of its own. */
export class StoreProcess {
  readonly #exited: Promise<unknown>;

  private constructor(
    readonly child: ChildProcess,
    /** The address, or what it said instead. */
    readonly uri: string,
  ) {
    this.#exited = once(child, 'exit');
  }

  /** Resolves once it has ended and its last answers have been read. */
  get gone(): Promise<void> {
    return this.#exited.then(() => sleep(LAST_ANSWERS_MILLISECONDS));
  }

  /** The shell command runs before, such as one that limits the size of files. */
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

  /**
   * Resolves once it is gone for its clients too: the driver waits for ever for the answer to a goodbye that it sends
   * to a server in the very moment of its death.
   */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone;
  }
}
