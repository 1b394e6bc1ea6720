import type { Locale } from '../../locale.js';
import type {
  EngineStats,
  IndexState,
  SearchDocument,
  SearchEngine,
  SearchRequest,
  SearchResult,
  SearchSuggestion,
} from '../search-engine.js';
import { IndexRebuild } from './index-rebuild.js';
import { IndexSearch } from './index-search.js';
import { IndexStorage } from './index-storage.js';
import { SearchIndex } from './search-index.js';
import { suggestTitles } from './suggesting.js';
import { pauseBetweenSlices } from './time-slice.js';

export interface EmbeddedEngineOptions {
  /** Where the index is saved; without it the index lives and dies with the process. */
  readonly file?: string;
  readonly log?: { warn(details: object, message: string): void };
}

export const createEmbeddedEngine = (options: EmbeddedEngineOptions = {}): SearchEngine =>
  new EmbeddedEngine(options);

const DOCUMENTS_PER_ENTRY = 25;
const SAVE_AFTER_MS = 5_000;

/** Searches in this process; right for some ten thousand records. */
class EmbeddedEngine implements SearchEngine {
  readonly name = 'embedded';
  readonly shared = false;
  private readonly storage: IndexStorage | null;
  private readonly log: EmbeddedEngineOptions['log'];
  private current = new IndexSearch(new SearchIndex());
  private rebuilding: IndexRebuild | null = null;
  /** Writes happen one after the other, in the order in which they are in the journal. */
  private writes: Promise<unknown> = Promise.resolve();
  private saveTimer: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor({ file, log }: EmbeddedEngineOptions) {
    this.storage = file === undefined ? null : new IndexStorage(file);
    this.log = log;
  }

  async open(): Promise<IndexState> {
    if (!this.storage) return 'missing';
    const { state, index } = await this.storage.open();
    this.current = new IndexSearch(index);
    return state;
  }

  put(documents: readonly SearchDocument[]): Promise<void> {
    return this.write(async () => {
      const pause = pauseBetweenSlices();
      for (let at = 0; at < documents.length; at += DOCUMENTS_PER_ENTRY) {
        const put = documents.slice(at, at + DOCUMENTS_PER_ENTRY);
        this.storage?.append({ put });
        for (const document of put) {
          this.current.index.put(document);
          this.rebuilding?.put(document);
          await pause();
        }
      }
    });
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.write(async () => {
      this.storage?.append({ remove: ids });
      for (const id of ids) {
        this.current.index.remove(id);
        this.rebuilding?.remove(id);
      }
    });
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    request.signal?.throwIfAborted();
    return this.current.search(request);
  }

  async suggest(
    prefix: string,
    locale: Locale,
    first: number,
  ): Promise<readonly SearchSuggestion[]> {
    return suggestTitles(this.current.index, prefix, locale, first);
  }

  async rebuild(
    documents: AsyncIterable<SearchDocument>,
    progress?: (done: number) => void,
  ): Promise<number> {
    if (this.rebuilding) throw new Error('The search index is being rebuilt already.');
    const rebuild = new IndexRebuild();
    this.rebuilding = rebuild;
    try {
      await rebuild.run(documents, () => this.isClosed, progress);
      this.current = new IndexSearch(rebuild.index);
    } finally {
      this.rebuilding = null;
    }
    await this.storage?.save(rebuild.index);
    return rebuild.index.size;
  }

  async stats(): Promise<EngineStats> {
    return { name: this.name, documents: this.current.index.size };
  }

  async versions(): Promise<ReadonlyMap<string, number>> {
    return this.current.index.versions();
  }

  follow(dataVersion: number): Promise<void> {
    return this.write(async () => this.storage?.follow(dataVersion));
  }

  followed(): number | null {
    return this.storage?.follows ?? null;
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    if (this.saveTimer) clearTimeout(this.saveTimer);
    await this.writes;
    if (this.storage?.hasUnsaved) await this.save();
    await this.storage?.close();
  }

  private write(work: () => Promise<void>): Promise<void> {
    const written = this.writes.then(async () => {
      if (this.isClosed) throw new Error('The search engine is closed.');
      await work();
      await this.tidy();
    });
    this.writes = written.catch(() => {});
    return written;
  }

  /** Keeps what was written from piling up, in memory at once and on disk when it is quiet. */
  private async tidy(): Promise<void> {
    const { index } = this.current;
    if (index.needsPacking) await index.pack(pauseBetweenSlices());
    if (!this.storage?.isSavingDue) return;
    if (this.saveTimer) clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.save(), SAVE_AFTER_MS).unref();
  }

  private async save(): Promise<void> {
    try {
      await this.storage?.save(this.current.index);
    } catch (error) {
      // Nothing is lost: the journal holds it, and the next save tries again.
      this.log?.warn({ err: error }, 'The search index could not be saved');
    }
  }
}
