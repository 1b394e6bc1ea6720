import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SearchDocument } from '../../server/search/search-engine.js';
import type { FaultyServer } from './faulty-engine.js';
import type { EngineCall, FromHub, Held, HubOrders, ToHub } from './hub-messages.js';

const CHILD = fileURLToPath(new URL('./hub-child.js', import.meta.url));

type Reply<K extends string> = Extract<FromHub, Readonly<Record<K, unknown>>>;

/** A hub in a process of its own, to be killed while it writes. */
export class HubProcess {
  /** The last edition of each record that the store acknowledged to it. */
  readonly acknowledged = new Map<string, number>();
  readonly gone: Promise<unknown>;
  private readonly child: ChildProcess;
  private readonly ready: Promise<Reply<'url'>>;

  constructor(
    orders: Omit<HubOrders, 'sharesIndex'>,
    private readonly index: FaultyServer | null = null,
  ) {
    const all: HubOrders = { ...orders, sharesIndex: index !== null };
    this.child = fork(CHILD, [JSON.stringify(all)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.gone = once(this.child, 'exit');
    this.ready = this.hears('url');
    this.child.on('message', (message: FromHub) => this.take(message));
  }

  async url(): Promise<string> {
    return (await this.ready).url;
  }

  async write(killAt: number | null = null): Promise<void> {
    await this.ready;
    this.tell({ write: { killAt } });
  }

  async rest(): Promise<void> {
    const rested = this.hears('rested');
    this.tell({ rest: true });
    await rested;
  }

  async held(): Promise<Held> {
    const answered = this.hears('held');
    this.tell({ report: true });
    return (await answered).held;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone;
  }

  private tell(message: ToHub): void {
    if (this.child.connected) this.child.send(message, () => {});
  }

  private hears<K extends string>(key: K): Promise<Reply<K>> {
    return new Promise((resolve, reject) => {
      const look = (message: FromHub) => {
        if (!(key in message)) return;
        this.child.off('message', look);
        resolve(message as Reply<K>);
      };
      this.child.on('message', look);
      void this.gone.then(() => reject(new Error(`The hub ended without a word of "${key}".`)));
    });
  }

  private take(message: FromHub): void {
    if ('slug' in message) this.acknowledged.set(message.slug, message.edition);
    if ('call' in message) void this.answer(message);
  }

  private async answer({ call, method, args }: EngineCall): Promise<void> {
    if (!this.index) return;
    const engine = this.index.engine({ shared: true });
    const given = method === 'rebuild' ? [stream(args[0] as readonly SearchDocument[])] : args;
    const run = engine[method] as (...all: unknown[]) => unknown;
    this.tell({ answer: call, value: await run.apply(engine, [...given]) });
  }
}

async function* stream(documents: readonly SearchDocument[]) {
  yield* documents;
}
