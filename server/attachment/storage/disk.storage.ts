import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CheckedContent } from './checked-content.js';
import {
  type ByteRange,
  type FileKey,
  type FileStorage,
  placeOf,
  StorageUnavailable,
  WrongContent,
} from './file-storage.js';

/** Files in a folder of this machine: there whole or not at all, also after a power cut. */
export class DiskStorage implements FileStorage {
  readonly name = 'disk';

  constructor(private readonly folder: string) {}

  async put(key: FileKey, content: Readable): Promise<void> {
    const path = this.pathOf(key.hash);
    try {
      if (await this.has(key.hash)) {
        content.destroy();
        return;
      }
      await mkdir(dirname(path), { recursive: true });
      await this.write(path, key, content);
    } catch (error) {
      throw toFailure(error);
    }
  }

  async has(hash: string): Promise<boolean> {
    try {
      return (await stat(this.pathOf(hash))).isFile();
    } catch (error) {
      if (isMissing(error)) return false;
      throw toFailure(error);
    }
  }

  async open(hash: string, range?: ByteRange): Promise<Readable | null> {
    try {
      const file = await open(this.pathOf(hash), 'r');
      return file.createReadStream(range);
    } catch (error) {
      if (isMissing(error)) return null;
      throw toFailure(error);
    }
  }

  async remove(hash: string): Promise<void> {
    try {
      await rm(this.pathOf(hash), { force: true });
    } catch (error) {
      throw toFailure(error);
    }
  }

  async close(): Promise<void> {}

  private async write(path: string, key: FileKey, content: Readable): Promise<void> {
    const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    const file = await open(temporary, 'wx', 0o600);
    try {
      await pipeline(content, new CheckedContent(key), writingTo(file));
      await file.sync();
      await file.close();
      await rename(temporary, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await file.close().catch(() => {});
      await rm(temporary, { force: true });
      throw error;
    }
  }

  private pathOf(hash: string): string {
    return join(this.folder, ...placeOf(hash));
  }
}

/** Leaves the file open, to be made durable before it gets its name. */
const writingTo =
  (file: FileHandle) =>
  async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of pieces) await file.writeFile(piece);
  };

/** A new name in a folder survives a power cut only once the folder is written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isMissing = (error: unknown): boolean => {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
};

function toFailure(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!code || error instanceof WrongContent || code.startsWith('ERR_')) return error;
  return new StorageUnavailable(message, { cause: error });
}
