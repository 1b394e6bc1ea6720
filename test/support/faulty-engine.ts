import { setTimeout as sleep } from 'node:timers/promises';
import { createEmbeddedEngine } from '../../server/search/embedded/embedded.engine.js';
import {
  type IndexState,
  type SearchDocument,
  type SearchEngine,
  type SearchRequest,
  SearchUnavailable,
} from '../../server/search/search-engine.js';

/** One search server that several hubs may look into; it counts and it can be taken down. */
export class FaultyServer {
  isDown = false;
  /** How often each version of each record was written, as `id version`. */
  readonly writes = new Map<string, number>();
  readonly index = createEmbeddedEngine();
  state: IndexState = 'missing';
  /** How long a rebuild takes, and how many there were. */
  rebuildMs = 0;
  rebuilds = 0;

  /** How one hub reaches it. */
  engine(options: { readonly shared: boolean } = { shared: false }): SearchEngine {
    return new FaultyEngine(this, options.shared);
  }

  reach(): SearchEngine {
    if (this.isDown) throw new SearchUnavailable('The engine was taken down.');
    return this.index;
  }

  count(documents: readonly SearchDocument[]): void {
    for (const { id, version } of documents) {
      const key = `${id} ${version}`;
      this.writes.set(key, (this.writes.get(key) ?? 0) + 1);
    }
  }
}

class FaultyEngine implements SearchEngine {
  readonly name = 'faulty';

  constructor(
    private readonly server: FaultyServer,
    readonly shared: boolean,
  ) {}

  async open() {
    this.server.reach();
    return this.server.state;
  }

  async put(documents: readonly SearchDocument[]) {
    await this.server.reach().put(documents);
    this.server.count(documents);
  }

  async rebuild(documents: AsyncIterable<SearchDocument>, progress?: (done: number) => void) {
    this.server.rebuilds += 1;
    await sleep(this.server.rebuildMs);
    const built = await this.server.reach().rebuild(documents, progress);
    this.server.state = 'ready';
    return built;
  }

  async remove(ids: readonly string[]) {
    await this.server.reach().remove(ids);
  }

  async search(request: SearchRequest) {
    return this.server.reach().search(request);
  }

  async suggest(...args: Parameters<SearchEngine['suggest']>) {
    return this.server.reach().suggest(...args);
  }

  async stats() {
    return this.server.reach().stats();
  }

  async versions() {
    return this.server.reach().versions();
  }

  async follow(dataVersion: number) {
    await this.server.index.follow(dataVersion);
  }

  followed() {
    return this.server.index.followed();
  }

  async close() {}
}
