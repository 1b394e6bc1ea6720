import type { SearchDocument } from '../search-engine.js';
import { indexSettings } from './index-settings.js';
import { keyOf, toIndexed } from './indexed-document.js';
import type { MeilisearchConnection } from './meilisearch.connection.js';
import { WordFamilies } from './word-families.js';

const DOCUMENTS_PER_TASK = 1_000;

/** A fresh index beside the present one: filled, compared, swapped, and dropped again if it fails. */
export class MeilisearchRebuild {
  private readonly freshName: string;
  private readonly families = new WordFamilies();
  /** Written since the rebuild began: newer than what the stream may still bring. */
  private readonly versions = new Map<string, number>();
  private readonly removed = new Set<string>();
  private batch: SearchDocument[] = [];

  constructor(
    private readonly connection: MeilisearchConnection,
    private readonly indexName: string,
  ) {
    this.freshName = `${indexName}_${Date.now().toString(36)}`;
  }

  async put(documents: readonly SearchDocument[]): Promise<void> {
    for (const { id, version } of documents) {
      this.versions.set(id, version);
      this.removed.delete(id);
    }
    await this.connection.write(this.fresh.addDocuments(documents.map(toIndexed)));
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.removed.add(id);
      this.versions.delete(id);
    }
    await this.connection.write(this.fresh.deleteDocuments(ids.map(keyOf)));
  }

  async run(
    documents: AsyncIterable<SearchDocument>,
    isStopped: () => boolean,
    progress?: (done: number) => void,
  ): Promise<number> {
    try {
      await this.connection.write(
        this.connection.writing.createIndex(this.freshName, { primaryKey: 'key' }),
      );
      await this.connection.write(this.fresh.updateSettings(indexSettings()));
      await this.fill(documents, isStopped, progress);
      const count = await this.check();
      await this.swap();
      return count;
    } finally {
      // After the swap this is the old index, after a failure the unfinished one.
      await this.connection
        .write(this.connection.writing.deleteIndex(this.freshName))
        .catch(() => {});
    }
  }

  private async fill(
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
    await this.connection.write(this.fresh.updateSynonyms(this.families.synonyms()));
  }

  private async flush(): Promise<void> {
    const isCurrent = ({ id, version }: SearchDocument) =>
      !this.removed.has(id) && version >= (this.versions.get(id) ?? version);
    const documents = this.batch.filter(isCurrent);
    this.batch = [];
    if (documents.length === 0) return;
    for (const { id, version } of documents) this.streamed.set(id, version);
    await this.connection.write(this.fresh.addDocuments(documents.map(toIndexed)));
  }

  /** Which records the fresh index has to hold in the end. */
  private readonly streamed = new Map<string, number>();

  private async check(): Promise<number> {
    const expected = new Set([...this.streamed.keys(), ...this.versions.keys()]);
    for (const id of this.removed) expected.delete(id);
    const { numberOfDocuments } = await this.fresh.getStats();
    if (numberOfDocuments !== expected.size) {
      throw new Error(
        `The rebuilt index holds ${numberOfDocuments} records instead of ${expected.size}; the present one stays.`,
      );
    }
    return numberOfDocuments;
  }

  private async swap(): Promise<void> {
    const { writing } = this.connection;
    const exists = await writing.getRawIndex(this.indexName).then(
      () => true,
      () => false,
    );
    if (!exists)
      await this.connection.write(writing.createIndex(this.indexName, { primaryKey: 'key' }));
    await this.connection.write(
      writing.swapIndexes([{ indexes: [this.indexName, this.freshName], rename: false }]),
    );
  }

  private get fresh() {
    return this.connection.writing.index(this.freshName);
  }
}
