import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ByteRange,
  type FileKey,
  type FileStorage,
  WrongContent,
} from '../../server/attachment/storage/file-storage.js';

/** A storage with nothing in it, and the folder where its files end up. */
export interface StartedStorage {
  readonly storage: FileStorage;
  readonly folder: string;
  stop(): Promise<void>;
}

const keyOf = (content: Buffer): FileKey => ({
  hash: createHash('sha256').update(content).digest('hex'),
  bytes: content.length,
});

/** What every storage of files promises. */
export function describeFileStorage(name: string, start: () => Promise<StartedStorage>) {
  describe(`the file storage: ${name}`, () => {
    let started: StartedStorage;
    let storage: FileStorage;
    beforeAll(async () => {
      started = await start();
      storage = started.storage;
    });
    afterAll(() => started.stop());

    const stored = async (content: Buffer): Promise<FileKey> => {
      const key = keyOf(content);
      await storage.put(key, Readable.from([content]));
      return key;
    };

    const read = async (hash: string, range?: ByteRange): Promise<Buffer | null> => {
      const content = await storage.open(hash, range);
      return content && buffer(content);
    };

    /** Names of all files, so that nothing half-written can hide. */
    const files = async (): Promise<readonly string[]> => {
      const found = await readdir(started.folder, { recursive: true, withFileTypes: true });
      return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
    };

    it('gives back what it was given, byte by byte', async () => {
      const content = randomBytes(300_000);

      const { hash } = await stored(content);

      expect(await storage.has(hash)).toBe(true);
      expect((await read(hash))?.equals(content)).toBe(true);
    });

    it('takes a file that comes in many pieces', async () => {
      const pieces = Array.from({ length: 200 }, () => randomBytes(1_000));
      const content = Buffer.concat(pieces);

      await storage.put(keyOf(content), Readable.from(pieces));

      expect((await read(keyOf(content).hash))?.equals(content)).toBe(true);
    });

    it('keeps a file of one byte', async () => {
      const { hash } = await stored(Buffer.from('a'));

      expect(String(await read(hash))).toBe('a');
    });

    it('gives a part of a file', async () => {
      const { hash } = await stored(Buffer.from('0123456789'));

      expect(String(await read(hash, { start: 2, end: 5 }))).toBe('2345');
      expect(String(await read(hash, { start: 9, end: 9 }))).toBe('9');
    });

    it('stores the same file once, however often it comes', async () => {
      const content = randomBytes(5_000);
      const { hash } = await stored(content);
      const before = await files();

      await stored(content);
      await Promise.all([stored(content), stored(content)]);

      expect(await files()).toEqual(before);
      expect((await read(hash))?.equals(content)).toBe(true);
    });

    it('takes the same new file from several at once', async () => {
      const content = randomBytes(200_000);

      await Promise.all(Array.from({ length: 5 }, () => stored(content)));

      expect((await read(keyOf(content).hash))?.equals(content)).toBe(true);
      expect((await files()).filter((file) => file.includes('.tmp'))).toEqual([]);
    });

    it.each([
      ['other content', (content: Buffer) => Buffer.from(content).fill(0, 0, 10)],
      ['a part', (content: Buffer) => content.subarray(0, -1)],
      ['more', (content: Buffer) => Buffer.concat([content, Buffer.from('!')])],
      ['nothing', () => Buffer.alloc(0)],
    ])('stores nothing when it is given %s instead', async (_what, falsify) => {
      const content = randomBytes(100_000);
      const key = keyOf(content);
      const before = await files();

      const wrong = storage.put(key, Readable.from([falsify(content)]));

      await expect(wrong).rejects.toThrow(WrongContent);
      expect(await storage.has(key.hash)).toBe(false);
      expect(await files()).toEqual(before);
    });

    it('stores nothing of a stream that breaks off', async () => {
      const content = randomBytes(100_000);
      const key = keyOf(content);
      const before = await files();
      const breaking = Readable.from(
        (async function* () {
          yield content.subarray(0, 50_000);
          throw new Error('the line was cut');
        })(),
      );

      await expect(storage.put(key, breaking)).rejects.toThrow('the line was cut');

      expect(await storage.has(key.hash)).toBe(false);
      expect(await files()).toEqual(before);
    });

    it('says that it does not have a file', async () => {
      const { hash } = keyOf(randomBytes(10));

      expect(await storage.has(hash)).toBe(false);
      expect(await storage.open(hash)).toBeNull();
    });

    it('removes a file, and one that is gone already', async () => {
      const { hash } = await stored(randomBytes(1_000));

      await storage.remove(hash);
      await storage.remove(hash);

      expect(await storage.has(hash)).toBe(false);
      expect(await storage.open(hash)).toBeNull();
    });

    it.each(['', '..', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`])(
      'takes no name that is not a hash: %j',
      async (name) => {
        const key = { hash: name, bytes: 1 };

        await expect(storage.put(key, Readable.from([Buffer.from('a')]))).rejects.toThrow(
          TypeError,
        );
        await expect(storage.open(name)).rejects.toThrow(TypeError);
        await expect(storage.has(name)).rejects.toThrow(TypeError);
        await expect(storage.remove(name)).rejects.toThrow(TypeError);
      },
    );
  });
}
