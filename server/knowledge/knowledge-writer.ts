import type { mongo } from 'mongoose';
import type { Clock } from '../clock.js';
import { LOCALES, type Locale } from '../locale.js';
import { preferredLocales } from '../localized.js';
import { foldWord } from '../search/words/fold.js';
import type { KnowledgeDocument } from './knowledge.document.js';
import type { KnowledgeModel } from './knowledge.model.js';
import { isPublic } from './knowledge.policy.js';

/** What a writer gives; the rest follows from it. */
export type KnowledgeContent = Omit<
  KnowledgeDocument,
  'public' | 'version' | 'locales' | 'titleKeys' | 'updatedAt' | 'unindexedSince'
>;

const BATCH = 500;

/** Writes records together with the mark of the indexer, each in one atomic update. */
export class KnowledgeWriter {
  constructor(
    private readonly model: KnowledgeModel,
    private readonly clock: Clock,
  ) {}

  /** Adds records or replaces their content, by id; those with the same fingerprint stay. */
  async putShipped(
    contents: readonly KnowledgeContent[],
    progress: (done: number) => void = () => {},
  ): Promise<number> {
    const stored = await this.model.collection
      .find({ seedHash: { $exists: true } })
      .project({ seedHash: 1, revision: 1 })
      .toArray();
    const known = new Map(stored.map((one) => [String(one._id), one]));
    const changed = contents.filter(({ _id, seedHash }) => {
      const one = known.get(_id);
      // What people have worked on is theirs.
      return one?.seedHash !== seedHash && !one?.revision;
    });
    await this.put(changed, progress);
    return changed.length;
  }

  async put(
    contents: readonly KnowledgeContent[],
    progress: (done: number) => void = () => {},
  ): Promise<void> {
    for (let start = 0; start < contents.length; start += BATCH) {
      const batch = contents.slice(start, start + BATCH);
      await this.model.collection.bulkWrite(
        batch.map((content) => this.toWrite(content)) as unknown as mongo.AnyBulkWriteOperation[],
        { ordered: false },
      );
      progress(start + batch.length);
    }
  }

  /** Has every record indexed again, because what they link to has changed its name. */
  async markAll(): Promise<void> {
    await this.model.collection.updateMany({}, { $set: { unindexedSince: this.clock.now() } });
  }

  private toWrite(content: KnowledgeContent) {
    const { _id, ...rest } = content;
    const now = this.clock.now();
    const derived = { ...derivedFrom(content), updatedAt: now, unindexedSince: now };
    return {
      updateOne: {
        filter: { _id },
        update: { $set: { ...rest, ...derived }, $inc: { version: 1 } },
        upsert: true,
      },
    };
  }
}

/** Fields that follow from the content and are stored for filters and orders. */
export function derivedFrom({ status, texts }: Pick<KnowledgeContent, 'status' | 'texts'>) {
  const titleKey = (locale: Locale) => {
    const shown = preferredLocales(locale).find((candidate) => texts[candidate]);
    return titleSortKey(shown ? (texts[shown]?.title ?? '') : '');
  };
  return {
    public: isPublic(status),
    locales: LOCALES.filter((locale) => texts[locale]),
    titleKeys: Object.fromEntries(
      LOCALES.map((locale) => [locale, titleKey(locale)]),
    ) as KnowledgeDocument['titleKeys'],
  };
}

/** Letters and digits without accents or case, so that “Índice” stands beside “indicador”. */
const titleSortKey = (title: string): string =>
  foldWord(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 120);
