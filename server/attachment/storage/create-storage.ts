import { join } from 'node:path';
import { type Config, ConfigError } from '../../config.js';
import { DiskStorage } from './disk.storage.js';
import type { FileStorage } from './file-storage.js';
import { LateStorage } from './late.storage.js';

type StorageSettings = Pick<
  Config,
  | 'DATA_DIR'
  | 'S3_ENDPOINT'
  | 'S3_BUCKET'
  | 'S3_REGION'
  | 'S3_ACCESS_KEY_ID'
  | 'S3_SECRET_ACCESS_KEY'
>;

/** A bucket where one is configured, otherwise a folder. */
export function createFileStorage(config: StorageSettings): FileStorage {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = config;
  if (!S3_BUCKET) return new DiskStorage(join(config.DATA_DIR, 'attachments'));
  if (!S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    throw new ConfigError('S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY beside it.');
  }
  const settings = {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
  return new LateStorage('s3', async () => {
    const { S3Storage } = await import('./s3.storage.js');
    return new S3Storage(settings);
  });
}
