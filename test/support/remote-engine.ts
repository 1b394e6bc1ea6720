import type {
  IndexState,
  SearchDocument,
  SearchEngine,
  SearchRequest,
  SearchResult,
} from '../../server/search/search-engine.js';
import type { EngineCall, ToHub } from './hub-messages.js';

type Method = EngineCall['method'];

/** Reaches the engine that the parent process keeps for several hubs, as a search server would be reached. */
export class RemoteEngine implements SearchEngine {
  readonly name = 'remote';
  readonly shared = true;
  private calls = 0;
  private readonly waiting = new Map<number, (value: unknown) => void>();

  constructor() {
    process.on('message', (message: ToHub) => {
      if ('answer' in message) this.waiting.get(message.answer)?.(message.value);
    });
  }

  open = () => this.ask<IndexState>('open');
  put = (documents: readonly SearchDocument[]) => this.ask<void>('put', documents);
  remove = (ids: readonly string[]) => this.ask<void>('remove', ids);
  stats = () => this.ask<{ name: string; documents: number }>('stats');
  versions = () => this.ask<ReadonlyMap<string, number>>('versions');
  suggest = (...args: Parameters<SearchEngine['suggest']>) =>
    this.ask<Awaited<ReturnType<SearchEngine['suggest']>>>('suggest', ...args);
  search = ({ signal: _signal, ...request }: SearchRequest) =>
    this.ask<SearchResult>('search', request);

  async rebuild(documents: AsyncIterable<SearchDocument>): Promise<number> {
    const all: SearchDocument[] = [];
    for await (const document of documents) all.push(document);
    return this.ask<number>('rebuild', all);
  }

  async follow(): Promise<void> {}
  followed = () => null;
  async close(): Promise<void> {}

  private ask<T>(method: Method, ...args: readonly unknown[]): Promise<T> {
    const call = ++this.calls;
    return new Promise<T>((resolve) => {
      this.waiting.set(call, (value) => {
        this.waiting.delete(call);
        resolve(value as T);
      });
      process.send?.({ call, method, args } satisfies EngineCall);
    });
  }
}
