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
import { isBuiltWithThese } from './index-settings.js';
import { type IndexedDocument, keyOf, toIndexed } from './indexed-document.js';
import { type ConnectionOptions, codeOf, MeilisearchConnection } from './meilisearch.connection.js';
import { MeilisearchRebuild } from './meilisearch.rebuild.js';
import { PageSearch } from './page-search.js';
import { suggestTitles } from './title-suggestions.js';

export interface MeilisearchEngineOptions extends ConnectionOptions {
  /** Its index, and how the names of those begin that it builds beside it. */
  readonly indexName?: string;
  readonly log?: { warn(details: object, message: string): void };
}

export const createMeilisearchEngine = (options: MeilisearchEngineOptions): SearchEngine =>
  new MeilisearchEngine(options);

const VERSIONS_PER_PAGE = 1_000;
const IDS_PER_QUESTION = 500;

/** Searches in a Meilisearch server, which several hub processes may share. */
class MeilisearchEngine implements SearchEngine {
  readonly name = 'meilisearch';
  readonly shared = true;
  private readonly connection: MeilisearchConnection;
  private readonly indexName: string;
  private isRebuilding = false;
  /** Takes over what is written while it is being filled. */
  private fresh: MeilisearchRebuild | null = null;
  private writes: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor({ indexName = 'saberes', ...connection }: MeilisearchEngineOptions) {
    this.connection = new MeilisearchConnection(connection);
    this.indexName = indexName;
  }

  async open(): Promise<IndexState> {
    return this.connection.ask(async () => {
      try {
        const settings = await this.connection.asking.index(this.indexName).getSettings();
        return isBuiltWithThese(settings) ? 'ready' : 'stale';
      } catch (error) {
        if (codeOf(error) === 'index_not_found') return 'missing';
        throw error;
      }
    });
  }

  put(documents: readonly SearchDocument[]): Promise<void> {
    return this.inTurn(async () => {
      const newer = await this.withoutOlder(documents);
      if (newer.length === 0) return;
      const index = this.connection.writing.index<IndexedDocument>(this.indexName);
      await this.connection.write(index.addDocuments(newer.map(toIndexed), { primaryKey: 'key' }));
      await this.fresh?.put(newer);
    });
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      if (ids.length === 0) return;
      const index = this.connection.writing.index(this.indexName);
      await this.connection.write(index.deleteDocuments(ids.map(keyOf)));
      await this.fresh?.remove(ids);
    });
  }

  search(request: SearchRequest): Promise<SearchResult> {
    return this.connection.ask((init) => {
      if (matchesNothing(request)) return Promise.resolve(nothing(request));
      return new PageSearch(this.connection, this.indexName, request, init).run();
    }, request.signal);
  }

  suggest(prefix: string, locale: Locale, first: number): Promise<readonly SearchSuggestion[]> {
    const asked = { prefix, locale, first };
    return this.connection.ask((init) =>
      suggestTitles(this.connection, this.indexName, asked, init),
    );
  }

  async rebuild(
    documents: AsyncIterable<SearchDocument>,
    progress?: (done: number) => void,
  ): Promise<number> {
    if (this.isRebuilding) throw new Error('The search index is being rebuilt already.');
    this.isRebuilding = true;
    const rebuild = new MeilisearchRebuild(this.connection, this.indexName);
    try {
      await this.inTurn(async () => {
        await rebuild.begin();
        this.fresh = rebuild;
      });
      await rebuild.fill(documents, () => this.isClosed, progress);
      return await this.inTurn(async () => {
        const count = await rebuild.takePlace();
        this.fresh = null;
        return count;
      });
    } finally {
      await this.afterWrites(async () => {
        this.fresh = null;
        await rebuild.drop();
      });
      this.isRebuilding = false;
    }
  }

  async stats(): Promise<EngineStats> {
    const stats = await this.connection.ask(() =>
      this.connection.asking.index(this.indexName).getStats(),
    );
    return { name: this.name, documents: stats.numberOfDocuments };
  }

  /** Every hub process looks into this index: the marks in the store say what it lacks. */
  async follow(): Promise<void> {}

  followed(): null {
    return null;
  }

  async versions(): Promise<ReadonlyMap<string, number>> {
    const versions = new Map<string, number>();
    for (let offset = 0; ; offset += VERSIONS_PER_PAGE) {
      const page = await this.connection.ask(() =>
        this.connection.asking.index<IndexedDocument>(this.indexName).getDocuments({
          fields: ['id', 'version'],
          limit: VERSIONS_PER_PAGE,
          offset,
        }),
      );
      for (const { id, version } of page.results) versions.set(id, version);
      if (page.results.length < VERSIONS_PER_PAGE) return versions;
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.writes;
  }

  /** An old write that comes late must not replace what is newer. */
  private async withoutOlder(documents: readonly SearchDocument[]): Promise<SearchDocument[]> {
    const newer: SearchDocument[] = [];
    const index = this.connection.asking.index<IndexedDocument>(this.indexName);
    for (let at = 0; at < documents.length; at += IDS_PER_QUESTION) {
      const asked = documents.slice(at, at + IDS_PER_QUESTION);
      const { results } = await this.connection.ask(() =>
        index.getDocuments({
          ids: asked.map(({ id }) => keyOf(id)),
          fields: ['id', 'version'],
          limit: asked.length,
        }),
      );
      const present = new Map(results.map(({ id, version }) => [id, version]));
      newer.push(...asked.filter(({ id, version }) => version >= (present.get(id) ?? version)));
    }
    return newer;
  }

  private inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    return this.afterWrites(async () => {
      if (this.isClosed) throw new Error('The search engine is closed.');
      return work();
    });
  }

  private afterWrites<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = this.writes.then(work);
    this.writes = done.catch(() => {});
    return done;
  }
}

/** An empty list of values matches nothing; the engine's language cannot say that. */
const matchesNothing = ({ filter }: SearchRequest): boolean =>
  Object.values(filter.codes ?? {}).some((values) => values?.length === 0);

const nothing = ({ facets }: SearchRequest): SearchResult => ({
  hits: [],
  total: 0,
  hasNext: false,
  hasPrevious: false,
  facets: Object.fromEntries(facets.map((field) => [field, []])),
  didYouMean: null,
});
