import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFileStorage } from '../server/attachment/storage/create-storage.js';
import { DiskStorage } from '../server/attachment/storage/disk.storage.js';
import { StorageUnavailable } from '../server/attachment/storage/file-storage.js';
import { S3Storage } from '../server/attachment/storage/s3.storage.js';
import { ConfigError, readConfig } from '../server/config.js';
import { describeFileStorage } from './contracts/file-storage.contract.js';
import { type S3Server, startS3Server } from './support/s3-server.js';

const freshFolder = () => mkdtemp(join(tmpdir(), 'saberes-files-'));

describeFileStorage('disk', async () => {
  const folder = await freshFolder();
  const stop = () => rm(folder, { recursive: true });
  return { storage: new DiskStorage(folder), folder, stop };
});

describeFileStorage('S3', async () => {
  const server = await startS3Server();
  const { endpoint, bucket, accessKeyId, secretAccessKey } = server.settings;
  const storage = createFileStorage(
    readConfig({
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    }),
  );
  const stop = async () => {
    await storage.close();
    await server.stop();
  };
  return { storage, folder: server.folder, stop };
});

const content = Buffer.from('content');
const key = {
  hash: createHash('sha256').update(content).digest('hex'),
  bytes: content.length,
};

describe('A file storage that is lost', () => {
  let server: S3Server;
  let folder: string;
  beforeAll(async () => {
    server = await startS3Server();
    folder = await freshFolder();
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('says so when nobody answers', async () => {
    const gone = new S3Storage({ ...server.settings, endpoint: 'http://127.0.0.1:9' });

    await expect(gone.put(key, Readable.from([content]))).rejects.toThrow(StorageUnavailable);
    await expect(gone.has(key.hash)).rejects.toThrow(StorageUnavailable);
    await expect(gone.open(key.hash)).rejects.toThrow(StorageUnavailable);
    await expect(gone.remove(key.hash)).rejects.toThrow(StorageUnavailable);
  });

  it('says so when the bucket is not there', async () => {
    const gone = new S3Storage({ ...server.settings, bucket: 'another' });

    await expect(gone.put(key, Readable.from([content]))).rejects.toThrow(StorageUnavailable);
    await expect(gone.open(key.hash)).rejects.toThrow(StorageUnavailable);
  });

  it('says so when the key is not taken, without repeating the secret', async () => {
    const gone = new S3Storage({
      ...server.settings,
      accessKeyId: 'nobody',
      secretAccessKey: 'a-secret',
    });

    const failure = await gone.put(key, Readable.from([content])).catch((error: Error) => error);

    expect(failure).toBeInstanceOf(StorageUnavailable);
    expect(String(failure)).not.toContain('a-secret');
  });

  it('says so when the folder cannot be made', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const gone = new DiskStorage(join(file, 'attachments'));

    await expect(gone.put(key, Readable.from([content]))).rejects.toThrow(StorageUnavailable);
    expect(await gone.open(key.hash)).toBeNull();
  });
});

describe('The settings of attachments', () => {
  it('keep files in the data folder when nothing is set', () => {
    expect(createFileStorage(readConfig({})).name).toBe('disk');
  });

  it('take a bucket with its keys', () => {
    const config = { S3_BUCKET: 'ours', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };

    expect(createFileStorage(readConfig(config)).name).toBe('s3');
  });

  it('refuse a bucket without keys', () => {
    expect(() => createFileStorage(readConfig({ S3_BUCKET: 'ours' }))).toThrow(ConfigError);
  });
});
