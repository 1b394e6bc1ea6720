import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../bin/saberes.js', import.meta.url));

export type CliSettings = Readonly<Record<string, string>>;

/** A command of `saberes` in a process of its own, with these settings and no others. */
export class CliProcess {
  out = '';
  err = '';
  readonly child: ChildProcessWithoutNullStreams;
  /** The exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
  private changed: () => void = () => {};

  constructor(args: readonly string[], settings: CliSettings = {}) {
    const env = { HOST: '127.0.0.1', ...settings };
    this.child = spawn(process.execPath, [PROGRAM, ...args], { env });
    this.child.stdout.on('data', (chunk) => this.take('out', String(chunk)));
    this.child.stderr.on('data', (chunk) => this.take('err', String(chunk)));
    this.ended = once(this.child, 'close').then(([code]) => {
      this.changed();
      return code as number | null;
    });
  }

  /** Runs a command to its end. */
  static async run(args: readonly string[], settings?: CliSettings) {
    const command = new CliProcess(args, settings);
    command.child.stdin.end();
    const code = await command.ended;
    return { code, out: command.out, err: command.err };
  }

  /** Resolves with what matched; rejects when the process ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.out + this.err);
      if (found) return found;
      if (this.child.exitCode !== null) throw new Error(`It ended: ${this.out}${this.err}`);
      await new Promise<void>((resolve) => {
        this.changed = resolve;
      });
    }
  }

  private take(stream: 'out' | 'err', text: string): void {
    this[stream] += text;
    this.changed();
  }
}

/** A hub that serves on a free port. */
export class ServingHub {
  private constructor(
    readonly command: CliProcess,
    readonly url: string,
  ) {}

  static async start(settings: CliSettings): Promise<ServingHub> {
    const command = new CliProcess(['serve'], { PORT: '0', LOG_LEVEL: 'info', ...settings });
    const [, port] = await command.says(/http:\/\/localhost:(\d+)\/graphql/);
    return new ServingHub(command, `http://127.0.0.1:${port}`);
  }

  async ask(query: string, language = 'es'): Promise<unknown> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ query }),
    });
    return response.json();
  }

  /** Gives the exit code. */
  stop(): Promise<number | null> {
    this.command.child.kill('SIGTERM');
    return this.command.ended;
  }
}
