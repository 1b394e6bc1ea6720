import type { Readable } from 'node:stream';
import type { ByteRange, FileKey, FileStorage } from './file-storage.js';

/** A storage whose code is big and is loaded when the first file comes or is asked for. */
export class LateStorage implements FileStorage {
  private loading: Promise<FileStorage> | null = null;

  constructor(
    readonly name: string,
    private readonly load: () => Promise<FileStorage>,
  ) {}

  async put(key: FileKey, content: Readable): Promise<void> {
    return (await this.loaded()).put(key, content);
  }

  async has(hash: string): Promise<boolean> {
    return (await this.loaded()).has(hash);
  }

  async open(hash: string, range?: ByteRange): Promise<Readable | null> {
    return (await this.loaded()).open(hash, range);
  }

  async remove(hash: string): Promise<void> {
    return (await this.loaded()).remove(hash);
  }

  async close(): Promise<void> {
    await (await this.loading)?.close();
  }

  private loaded(): Promise<FileStorage> {
    this.loading ??= this.load();
    return this.loading;
  }
}
