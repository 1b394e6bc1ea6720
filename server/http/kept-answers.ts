import type { DataVersion } from '../mongo/data-version.js';
import { VersionedCache } from '../mongo/versioned-cache.js';
import type { FinishedAnswer } from './json-answer.js';

const MIB = 1_048_576;

/**
 * Finished answers of anonymous reads, until anything public changes. Everybody gets the same
 * answer, so the request's own text and its language are the key.
 */
export class KeptAnswers extends VersionedCache<FinishedAnswer> {
  constructor(megabytes: number, dataVersion: DataVersion) {
    super(dataVersion, megabytes * MIB, ({ bytes }, key) => bytes.length + key.length);
  }
}
