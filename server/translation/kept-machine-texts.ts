import type { mongo } from 'mongoose';
import type { Clock } from '../clock.js';
import type { KnowledgeMarks } from '../indexing/knowledge-marks.js';
import type { IndexedDocument } from '../knowledge/knowledge.indexing.js';
import { LOCALES, type Locale } from '../locale.js';
import type { MachineTextDocument, MachineTextModel } from './machine-text.model.js';
import type { MachineTexts, MadeTexts } from './machine-texts.js';
import { sourceOf } from './translation-source.js';

/** A record that waits, as it was read. */
export type Waiting = Required<Pick<MachineTextDocument, '_id' | 'waitingFor'>> &
  MachineTextDocument;

/** What was made of a record. */
export type Made = Required<Pick<MachineTextDocument, '_id' | 'hash' | 'version' | 'texts'>>;

type Write = { readonly updateOne: object } | { readonly deleteOne: object };

const BATCH = 500;
/** Processes may be so many data versions apart. */
const VERSIONS_APART = 20;
const WAITING = { waitingSince: { $exists: true } };

/** Keeps in the store what a machine made of records, and which records wait for it. */
export class KeptMachineTexts implements MachineTexts {
  constructor(
    private readonly model: MachineTextModel,
    private readonly clock: Clock,
    /** Called when a record has begun to wait. */
    private readonly begin: () => void,
  ) {}

  async forIndexing(records: readonly IndexedDocument[]) {
    const made = new Map<string, MadeTexts>();
    if (records.length === 0) return made;
    const kept = await this.byId(records.map(({ _id }) => _id));
    const writes = records.flatMap((record): Write[] => {
      const entry = kept.get(record._id);
      const source = sourceOf(record);
      if (!source) return entry ? [{ deleteOne: { filter: { _id: record._id } } }] : [];
      const texts = textsFor(entry, source.hash, source.lacking);
      if (Object.keys(texts).length > 0) made.set(record._id, texts);
      if (Object.keys(texts).length < source.lacking.length) {
        return entry?.waitingFor === record.version ? [] : [this.toWait(record)];
      }
      return entry?.version === record.version ? [] : [noteVersion(record)];
    });
    await this.write(writes);
    if (writes.length > 0) this.begin();
    return made;
  }

  async forget(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.model.collection.deleteMany({ _id: { $in: [...ids] } } as object);
  }

  async madeSince(dataVersion: number): Promise<readonly string[]> {
    const found = await this.model.collection
      .find({ dataVersion: { $gte: dataVersion - VERSIONS_APART } })
      .project({ _id: 1 })
      .toArray();
    return found.map(({ _id }) => String(_id));
  }

  /** Longest waiting first. */
  async waiting(most: number): Promise<readonly Waiting[]> {
    const cursor = this.model.collection.find(WAITING).sort({ waitingSince: 1, _id: 1 });
    return (await cursor.limit(most).toArray()) as unknown as Waiting[];
  }

  async countWaiting(): Promise<number> {
    return this.model.collection.countDocuments(WAITING);
  }

  /** Keeps what was made, unless the record has changed since it was read; it goes on waiting. */
  async keep(made: readonly (Made & Pick<Waiting, 'waitingFor'>)[], dataVersion: number) {
    await this.write(
      made.map(({ _id, waitingFor, ...rest }) => ({
        updateOne: { filter: { _id, waitingFor }, update: { $set: { ...rest, dataVersion } } },
      })),
    );
  }

  /** Ends the waiting of those that have not changed meanwhile. */
  async done(waiting: readonly Pick<Waiting, '_id' | 'waitingFor'>[]): Promise<void> {
    await this.write(
      waiting.map(({ _id, waitingFor }) => ({
        updateOne: {
          filter: { _id, waitingFor },
          update: { $unset: { waitingSince: '', waitingFor: '' } },
        },
      })),
    );
  }

  /** One that failed lets the others go first. */
  async postpone(_id: string): Promise<void> {
    const update = { $set: { waitingSince: this.clock.now() } };
    await this.write([{ updateOne: { filter: { _id, ...WAITING }, update } }]);
  }

  /**
   * Compares with all records: what came while no translation service was set, or what went. Once,
   * when a process begins to translate; after that, indexing tells.
   */
  async survey(marks: KnowledgeMarks): Promise<void> {
    const kept = new Map<string, MachineTextDocument>();
    const cursor = this.model.collection.find({}).project({ version: 1, waitingFor: 1 });
    for await (const entry of cursor) kept.set(String(entry._id), entry as never);
    let writes: Write[] = [];
    for await (const { _id, version, locales } of marks.languages()) {
      if (locales.length === LOCALES.length) continue;
      const entry = kept.get(_id);
      kept.delete(_id);
      if (entry?.version !== version && entry?.waitingFor !== version) {
        writes.push(this.toWait({ _id, version }));
      }
      if (writes.length < BATCH) continue;
      await this.write(writes);
      writes = [];
    }
    await this.write(writes);
    const gone = [...kept.keys()];
    for (let at = 0; at < gone.length; at += BATCH) await this.forget(gone.slice(at, at + BATCH));
  }

  private async byId(ids: readonly string[]): Promise<ReadonlyMap<string, MachineTextDocument>> {
    const found = await this.model.collection.find({ _id: { $in: ids } } as object).toArray();
    return new Map(found.map((entry) => [String(entry._id), entry as never]));
  }

  private toWait({ _id, version }: Pick<IndexedDocument, '_id' | 'version'>): Write {
    const update = { $set: { waitingSince: this.clock.now(), waitingFor: version } };
    return { updateOne: { filter: { _id }, update, upsert: true } };
  }

  private async write(writes: readonly Write[]): Promise<void> {
    if (writes.length === 0) return;
    await this.model.collection.bulkWrite(writes as unknown as mongo.AnyBulkWriteOperation[], {
      ordered: false,
    });
  }
}

const noteVersion = ({ _id, version }: IndexedDocument): Write => ({
  updateOne: { filter: { _id }, update: { $set: { version } } },
});

/** What is kept and still true: made from the present texts, in languages that are still lacking. */
export function textsFor(
  entry: MachineTextDocument | undefined,
  hash: string,
  lacking: readonly Locale[],
): MadeTexts {
  if (!entry?.texts || entry.hash !== hash) return {};
  const { texts } = entry;
  return Object.fromEntries(
    lacking.flatMap((locale) => (texts[locale] ? [[locale, texts[locale]]] : [])),
  );
}
