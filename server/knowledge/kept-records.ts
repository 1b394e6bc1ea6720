import type { KnowledgeItem } from '../../schema/knowledge-item.js';
import type { DataVersion } from '../mongo/data-version.js';
import { VersionedCache } from '../mongo/versioned-cache.js';
import type { Reader } from './knowledge.service.js';

const MIB = 1_048_576;
/** Two bytes a character, and about as much again for links and properties. */
const BYTES_PER_CHARACTER = 2;
const BYTES_PER_RECORD = 2_000;

/** Records as readers of one language see them, so that pages share them; all are public. */
export class KeptRecords {
  private readonly records: VersionedCache<KnowledgeItem>;

  constructor(dataVersion: DataVersion, megabytes: number) {
    this.records = new VersionedCache(dataVersion, megabytes * MIB, sizeOf);
  }

  get(key: string, fields: readonly string[], reader: Reader): KnowledgeItem | undefined {
    return this.records.get(keyOf(key, fields, reader));
  }

  keep(key: string, item: KnowledgeItem, fields: readonly string[], reader: Reader): void {
    this.records.keep(keyOf(key, fields, reader), item, reader.generation);
  }
}

const keyOf = (key: string, fields: readonly string[], { locale }: Reader): string =>
  `${locale} ${key} ${fields.join()}`;

/** An estimate in bytes: the long texts decide. */
function sizeOf(item: KnowledgeItem, key: string): number {
  let characters = key.length;
  for (const value of Object.values(item))
    if (typeof value === 'string') characters += value.length;
  return BYTES_PER_RECORD + characters * BYTES_PER_CHARACTER;
}
