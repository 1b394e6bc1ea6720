import type { AttachmentTexts } from '../attachment/attachment-texts.js';
import { type IndexedDocument, toSearchDocument } from '../knowledge/knowledge.indexing.js';
import type { Reference } from '../reference/reference.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import type { SearchDocument, SearchEngine } from '../search/search-engine.js';
import type { MachineTexts } from '../translation/machine-texts.js';
import type { KnowledgeMarks, Marked } from './knowledge-marks.js';

const BATCH = 500;

/** Brings an index into the state of the store: whole, by difference, or record by record. */
export class IndexBuilder {
  constructor(
    private readonly engine: SearchEngine,
    private readonly marks: KnowledgeMarks,
    private readonly references: ReferenceCache,
    private readonly beside: { readonly attached: AttachmentTexts; readonly machine: MachineTexts },
  ) {}

  /** Builds a fresh index from all public records, swaps it in and clears the marks it covers. */
  async rebuild(
    progress?: (done: number) => void,
    /** Called once everything can be found, before the marks are cleared. */
    findable: () => void = () => {},
  ): Promise<number> {
    const reference = await this.references.get();
    const covered: Marked[] = [];
    const documents = await this.engine.rebuild(this.documents(reference, covered), progress);
    findable();
    for (let start = 0; start < covered.length; start += BATCH) {
      await this.marks.clear(covered.slice(start, start + BATCH));
    }
    return documents;
  }

  /** Puts what the public sees and removes what it does not. */
  async apply(documents: readonly IndexedDocument[]): Promise<void> {
    const reference = await this.references.get();
    const shown = documents.filter((document) => document.public);
    const hidden = documents.filter((document) => !document.public);
    if (shown.length > 0) {
      await this.engine.put(await this.toDocuments(shown, reference));
    }
    if (hidden.length > 0) await this.drop(hidden.map(({ _id }) => _id));
  }

  /**
   * Puts and removes whatever differs from the store; gives how many records did. Versions do not
   * tell what a machine has made since the index followed the store.
   */
  async reconcile(followed: number | null = null): Promise<number> {
    const [indexed, stored] = await Promise.all([this.engine.versions(), this.marks.versions()]);
    const old = [...stored].filter(([id, version]) => indexed.get(id) !== version);
    const gone = [...indexed.keys()].filter((id) => !stored.has(id));
    for (let start = 0; start < old.length; start += BATCH) {
      const ids = old.slice(start, start + BATCH).map(([id]) => id);
      await this.apply(await this.marks.byIds(ids));
    }
    if (gone.length > 0) await this.drop(gone);
    if (followed !== null) await this.applyMade(followed);
    return old.length + gone.length;
  }

  /** Takes over what any process changed since then, unless the index has it already. */
  async catchUp(since: Date, followed: number): Promise<number> {
    const changed = await this.marks.changedSince(since);
    const indexed = await this.engine.versions();
    const news = changed.filter(({ _id, version, public: shown }) =>
      shown ? indexed.get(_id) !== version : indexed.has(_id),
    );
    await this.apply(news);
    await this.applyMade(followed);
    return news.length;
  }

  private async applyMade(followed: number): Promise<void> {
    const ids = await this.beside.machine.madeSince(followed);
    for (let start = 0; start < ids.length; start += BATCH) {
      await this.apply(await this.marks.byIds(ids.slice(start, start + BATCH)));
    }
  }

  private async drop(ids: readonly string[]): Promise<void> {
    await this.engine.remove(ids);
    await this.beside.machine.forget(ids);
  }

  private async toDocuments(records: readonly IndexedDocument[], reference: Reference) {
    const [attached, made] = await Promise.all([
      this.beside.attached.ofRecords(records),
      this.beside.machine.forIndexing(records),
    ]);
    return records.map((record) => {
      const beside = { attached: attached.get(record._id), machine: made.get(record._id) };
      return toSearchDocument(record, reference, beside);
    });
  }

  /** Gives what the index takes, and notes which marks it answers. */
  private async *documents(
    reference: Reference,
    covered: Marked[],
  ): AsyncGenerator<SearchDocument> {
    for await (const page of this.marks.pages()) {
      for (const { _id, version, unindexedSince } of page) {
        if (unindexedSince) covered.push({ _id, version, unindexedSince });
      }
      yield* await this.toDocuments(page, reference);
    }
  }
}
