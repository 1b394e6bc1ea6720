import { setTimeout as sleep } from 'node:timers/promises';
import type { EnqueuedTaskPromise, IndexObject } from 'meilisearch';
import type { SearchDocument } from '../search-engine.js';
import { indexSettings } from './index-settings.js';
import { keyOf, toIndexed } from './indexed-document.js';
import { codeOf, type MeilisearchConnection } from './meilisearch.connection.js';
import { WordFamilies } from './word-families.js';

const DOCUMENTS_PER_TASK = 1_000;
/** An index that is being filled changes all the time; its process was killed when it does not. */
const ABANDONED_MS = 60 * 60_000;
const INDEXES_LOOKED_AT = 1_000;
const SWAP_PATIENCE_MS = 60_000;
const LOOK_MS = 50;

/**
 * A fresh index beside the present one: begun, filled, swapped in, and dropped. No other write may
 * go on while it begins, takes its place or is dropped.
 */
export class MeilisearchRebuild {
  /** How the names of all indexes begin that are not whole yet. */
  private readonly unfinished: string;
  private readonly freshName: string;
  private readonly families = new WordFamilies();
  /** Which records the fresh index has to hold in the end. */
  private readonly streamed = new Set<string>();
  /** Written since the rebuild began: newer than what the stream may still bring. */
  private readonly versions = new Map<string, number>();
  private readonly removed = new Set<string>();
  private batch: SearchDocument[] = [];
  private writes: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: MeilisearchConnection,
    private readonly indexName: string,
  ) {
    this.unfinished = `${indexName}_rebuild_`;
    this.freshName = `${this.unfinished}${Date.now().toString(36)}`;
  }

  async begin(): Promise<void> {
    const { writing } = this.connection;
    await this.dropAbandoned();
    await this.connection.write(writing.createIndex(this.freshName, { primaryKey: 'key' }));
    await this.connection.write(this.fresh.updateSettings(indexSettings()));
  }

  put(documents: readonly SearchDocument[]): Promise<void> {
    for (const { id, version } of documents) {
      this.versions.set(id, version);
      this.removed.delete(id);
    }
    return this.write(() => this.fresh.addDocuments(documents.map(toIndexed)));
  }

  remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.removed.add(id);
      this.versions.delete(id);
    }
    return this.write(() => this.fresh.deleteDocuments(ids.map(keyOf)));
  }

  async fill(
    documents: AsyncIterable<SearchDocument>,
    isStopped: () => boolean,
    progress?: (done: number) => void,
  ): Promise<void> {
    let done = 0;
    for await (const document of documents) {
      if (isStopped()) throw new Error('The search engine was closed during a rebuild.');
      this.families.add(document);
      this.batch.push(document);
      progress?.(++done);
      if (this.batch.length >= DOCUMENTS_PER_TASK) await this.flush();
    }
    await this.flush();
    // Synonyms are looked up when a search comes in, so they can follow the records.
    await this.write(() => this.fresh.updateSynonyms(this.families.synonyms()));
  }

  /** Counts the records and swaps; gives how many there are. */
  async takePlace(): Promise<number> {
    const count = await this.check();
    const { writing } = this.connection;
    const { createdAt } = await writing.getRawIndex(this.freshName);
    const exists = (await this.present()) !== null;
    const indexes: [string, string] = [this.freshName, this.indexName];
    try {
      await this.connection.write(writing.swapIndexes([{ indexes, rename: !exists }]));
    } catch (error) {
      // A key for some indexes alone may start a swap, but not see what becomes of it.
      if (codeOf(error) !== 'task_not_found') throw error;
      await this.arrival(createdAt);
    }
    return count;
  }

  /** After the swap this is the old index, after a failure the unfinished one. */
  async drop(): Promise<void> {
    await this.delete(this.freshName).catch(() => {});
  }

  private async dropAbandoned(): Promise<void> {
    const { writing } = this.connection;
    const { results } = await writing.getRawIndexes({ limit: INDEXES_LOOKED_AT });
    for (const { uid, updatedAt } of results) {
      const isOld = Date.now() - Date.parse(updatedAt) > ABANDONED_MS;
      if (isOld && uid.startsWith(this.unfinished)) await this.delete(uid);
    }
  }

  private delete(name: string): Promise<void> {
    return this.connection.write(this.connection.writing.deleteIndex(name));
  }

  private async flush(): Promise<void> {
    const { batch } = this;
    this.batch = [];
    const isCurrent = ({ id, version }: SearchDocument) =>
      !this.removed.has(id) && version >= (this.versions.get(id) ?? version);
    await this.write(() => {
      const documents = batch.filter(isCurrent);
      if (documents.length === 0) return null;
      for (const { id } of documents) this.streamed.add(id);
      return this.fresh.addDocuments(documents.map(toIndexed));
    });
  }

  private async check(): Promise<number> {
    const expected = new Set([...this.streamed, ...this.versions.keys()]);
    for (const id of this.removed) expected.delete(id);
    const { numberOfDocuments } = await this.fresh.getStats();
    if (numberOfDocuments !== expected.size) {
      throw new Error(
        `The rebuilt index holds ${numberOfDocuments} records instead of ${expected.size}; the present one stays.`,
      );
    }
    return numberOfDocuments;
  }

  /** Resolves once the index of that moment has its place. */
  private async arrival(createdAt: string): Promise<void> {
    const end = Date.now() + SWAP_PATIENCE_MS;
    while ((await this.present())?.createdAt !== createdAt) {
      if (Date.now() > end) throw new Error('Meilisearch did not swap in the rebuilt index.');
      await sleep(LOOK_MS);
    }
  }

  private async present(): Promise<IndexObject | null> {
    try {
      return await this.connection.writing.getRawIndex(this.indexName);
    } catch (error) {
      if (codeOf(error) === 'index_not_found') return null;
      throw error;
    }
  }

  /** One after the other: a large batch under way must not arrive behind what is newer. */
  private write(start: () => EnqueuedTaskPromise | null): Promise<void> {
    const written = this.writes.then(async () => {
      const task = start();
      if (task) await this.connection.write(task);
    });
    this.writes = written.catch(() => {});
    return written;
  }

  private get fresh() {
    return this.connection.writing.index(this.freshName);
  }
}
