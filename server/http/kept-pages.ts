import type { DataVersion } from '../mongo/data-version.js';
import { VersionedCache } from '../mongo/versioned-cache.js';

const MIB = 1_048_576;

/** A page as it is sent, plain and compressed. */
export interface FinishedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzipped: Buffer;
}

/** Finished pages, by address, until anything public changes. */
export class KeptPages extends VersionedCache<FinishedPage> {
  constructor(megabytes: number, dataVersion: DataVersion) {
    super(
      dataVersion,
      megabytes * MIB,
      ({ plain, gzipped }, key) => plain.length + gzipped.length + key.length,
    );
  }
}
