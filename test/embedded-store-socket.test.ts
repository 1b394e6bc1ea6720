import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { type EmbeddedStore, startEmbeddedStore } from '../server/mongo/embedded/start-store.js';
import { type Note, socketPath, withClient, withStoreIn } from './support/embedded-notes.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-socket-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const withStore = <T>(use: (store: EmbeddedStore) => Promise<T>) => withStoreIn(folder, use);

describe('garbage on the socket', () => {
  const message = (length: number, opCode: number, rest = Buffer.alloc(0)) => {
    const head = Buffer.alloc(16);
    head.writeInt32LE(length, 0);
    head.writeInt32LE(opCode, 12);
    return Buffer.concat([head, rest]);
  };
  const bodies: readonly (readonly [string, Buffer])[] = [
    ['a negative length', message(-1, 2013)],
    ['a length beyond the limit', message(0x7fffffff, 2013)],
    ['a length shorter than the header', message(3, 2013)],
    ['an unknown operation', message(16, 4711)],
    ['a message without sections', message(20, 2013, Buffer.alloc(4))],
    [
      'a document longer than its message',
      message(26, 2013, Buffer.from('00000000007fffff7f00', 'hex')),
    ],
    [
      'a sequence with a negative length',
      message(26, 2013, Buffer.from('0000000001ffffffff00', 'hex')),
    ],
    ['plain text', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ];

  it('ends that connection and no other', async () => {
    await withStore(async ({ uri }) => {
      await withClient(uri, async (notes) => {
        await notes.insertOne({ _id: 'a', text: 'still here' });
        for (const [, bytes] of bodies) {
          await new Promise<void>((resolve, reject) => {
            const socket = connect(socketPath(uri), () => socket.write(bytes));
            socket.setTimeout(5000, () => reject(new Error('the connection stayed open')));
            socket.on('close', () => resolve());
            socket.on('error', () => {});
          });
          expect(await notes.findOne({ _id: 'a' })).toMatchObject({ text: 'still here' });
        }
      });
    });
  });

  it('is answered with an error when only the document in it is broken', async () => {
    await withStore(async ({ uri }) => {
      const deep = Array.from({ length: 120 }).reduce<object>((inner) => ({ inner }), {});
      await withClient(uri, async (notes) => {
        const broken = { _id: 'deep', text: '', ...deep };
        await expect(notes.insertOne(broken)).rejects.toMatchObject({ code: 15 });
        expect(await notes.countDocuments()).toBe(0);
      });
    });
  });
});

describe('a reader that is slow', () => {
  const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const textOf = (letter: string) => letter.repeat(100_000);

  function question(namespace: { readonly db: string; readonly name: string }, _id: string) {
    const body = mongo.BSON.serialize({
      find: namespace.name,
      filter: { _id },
      $db: namespace.db,
    });
    const head = Buffer.alloc(21);
    head.writeInt32LE(head.length + body.length, 0);
    head.writeInt32LE(2013, 12);
    return Buffer.concat([head, body]);
  }

  /** The texts of so many answers, in the order in which they come. */
  async function answersOn(socket: Socket, count: number): Promise<readonly string[]> {
    let bytes = Buffer.alloc(0);
    const texts: string[] = [];
    for await (const chunk of socket) {
      bytes = Buffer.concat([bytes, chunk as Buffer]);
      while (bytes.length >= 4 && bytes.length >= bytes.readInt32LE(0)) {
        const { cursor } = mongo.BSON.deserialize(bytes.subarray(21, bytes.readInt32LE(0)));
        const [found] = (cursor as { firstBatch: readonly Note[] }).firstBatch;
        texts.push(found?.text ?? '');
        bytes = bytes.subarray(bytes.readInt32LE(0));
      }
      if (texts.length === count) break;
    }
    return texts;
  }

  it('gets its own answers, whatever others were told meanwhile', async () => {
    await withStore(async ({ uri }) => {
      await withClient(uri, async (notes) => {
        await notes.insertMany(LETTERS.map((_id) => ({ _id, text: textOf(_id) })));
        await notes.insertOne({ _id: 'other', text: 'z'.repeat(100_000) });
        const namespace = { db: notes.dbName, name: notes.collectionName };
        const socket = connect(socketPath(uri));
        socket.write(Buffer.concat(LETTERS.map((id) => question(namespace, id))));
        for (const _ of LETTERS) await notes.findOne({ _id: 'other' });

        expect(await answersOn(socket, LETTERS.length)).toEqual(LETTERS.map(textOf));
      });
    });
  });
});

describe('the socket', () => {
  it('can be reached by this user only', async () => {
    await withStore(async ({ uri }) => {
      const path = socketPath(uri);
      expect(statSync(join(path, '..')).mode & 0o077).toBe(0);
    });
  });

  it('moves to the temporary folder when the data folder is too deep for it', async () => {
    const dataDir = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    mkdirSync(dataDir, { recursive: true });
    const store = await startEmbeddedStore({ dataDir });
    try {
      expect(Buffer.byteLength(socketPath(store.uri))).toBeLessThan(104);
      expect(await withClient(store.uri, (notes) => notes.countDocuments())).toBe(0);
    } finally {
      await store.stop();
    }
    expect(existsSync(socketPath(store.uri))).toBe(false);
  });
});

describe('a port on loopback', () => {
  it('lets in only who has the password', async () => {
    const store = await startEmbeddedStore({ dataDir: folder, access: 'loopback' });
    try {
      const { password, host } = new URL(store.uri);
      await withClient(store.uri, async (notes) => {
        await notes.insertOne({ _id: 'a', text: 'ours' });
        expect(await notes.findOne({ _id: 'a' })).toMatchObject({ text: 'ours' });
      });
      const read = (uri: string) => withClient(uri, (notes) => notes.findOne());
      await expect(read(store.uri.replace(password, 'guess'))).rejects.toMatchObject({ code: 18 });
      await expect(read(`mongodb://${host}/?directConnection=true`)).rejects.toMatchObject({
        code: 13,
      });
    } finally {
      await store.stop();
    }
  });
});
