import type { IndexedDocument } from '../knowledge/knowledge.indexing.js';
import type { Locale } from '../locale.js';
import type { SearchTexts } from '../search/search-engine.js';

/** Texts of a record in languages that it lacks. */
export type MadeTexts = Partial<Record<Locale, SearchTexts>>;

/** What an index takes of records beside their own texts. */
export interface MachineTexts {
  /** What is kept for these records as they are now, by id; the rest is made in the background. */
  forIndexing(records: readonly IndexedDocument[]): Promise<ReadonlyMap<string, MadeTexts>>;
  /** To be called for records that nobody may find any more. */
  forget(ids: readonly string[]): Promise<void>;
  /** Records that got theirs at this data version or later. */
  madeSince(dataVersion: number): Promise<readonly string[]>;
}

const NONE: ReadonlyMap<string, MadeTexts> = new Map();

/** Where there is no translation service. */
export const NO_MACHINE_TEXTS: MachineTexts = {
  forIndexing: async () => NONE,
  forget: async () => {},
  madeSince: async () => [],
};
