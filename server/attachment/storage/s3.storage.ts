import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3';
import { CheckedContent } from './checked-content.js';
import {
  type ByteRange,
  type FileKey,
  type FileStorage,
  placeOf,
  StorageUnavailable,
} from './file-storage.js';

export interface S3Settings {
  /** Empty: Amazon's own, for the region. */
  readonly endpoint?: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const TIMES = {
  connectionTimeout: 2_000,
  socketTimeout: 10_000,
  requestTimeout: 60_000,
  throwOnRequestTimeout: true,
};
const ATTEMPTS = 2;

const silent = (): void => {};
/** What goes wrong is thrown; the client would write to the console besides. */
const SILENT = { debug: silent, info: silent, warn: silent, error: silent };

/** Files in a bucket of S3 or of a server that speaks its protocol. */
export class S3Storage implements FileStorage {
  readonly name = 's3';
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings) {
    this.bucket = bucket;
    this.client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: true,
      maxAttempts: ATTEMPTS,
      requestHandler: TIMES,
      logger: SILENT,
      // Other servers than Amazon's do not take a stream with a checksum behind it.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: FileKey, content: Readable): Promise<void> {
    if (!(await this.has(key.hash))) await this.send(key, content);
    content.destroy();
  }

  async has(hash: string): Promise<boolean> {
    const command = new HeadObjectCommand(this.at(hash));
    return (await this.unlessMissing(() => this.client.send(command))) !== null;
  }

  async open(hash: string, range?: ByteRange): Promise<Readable | null> {
    const Range = range && `bytes=${range.start}-${range.end}`;
    const command = new GetObjectCommand({ ...this.at(hash), Range });
    const answer = await this.unlessMissing(() => this.client.send(command));
    return answer && (answer.Body instanceof Readable ? answer.Body : Readable.from([]));
  }

  async remove(hash: string): Promise<void> {
    const command = new DeleteObjectCommand(this.at(hash));
    await this.unlessMissing(() => this.client.send(command));
  }

  async close(): Promise<void> {
    this.client.destroy();
  }

  private async send(key: FileKey, content: Readable): Promise<void> {
    const checked = new CheckedContent(key);
    // A body that fails would leave the request waiting for the rest of it.
    const stop = new AbortController();
    const reading: { failure?: Error } = {};
    const fail = (error: Error) => {
      reading.failure ??= error;
      stop.abort();
    };
    content.on('error', fail);
    checked.on('error', fail);
    const Body = content.pipe(checked);
    const command = new PutObjectCommand({
      ...this.at(key.hash),
      Body,
      ContentLength: key.bytes,
    });
    try {
      await this.client.send(command, { abortSignal: stop.signal });
    } catch (error) {
      throw reading.failure ?? toFailure(error);
    } finally {
      content.destroy();
      checked.destroy();
    }
  }

  private async unlessMissing<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (isMissing(error)) return null;
      throw toFailure(error);
    }
  }

  private at(hash: string) {
    return { Bucket: this.bucket, Key: placeOf(hash).join('/') };
  }
}

/** A bucket that is missing is a fault of the storage, not a file that is not there. */
function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as S3ServiceException;
  return $metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket';
}

function toFailure(error: unknown): StorageUnavailable {
  const { name, message } = error as Error;
  return new StorageUnavailable(`${name}: ${message}`, { cause: error });
}
