import { randomUUID } from 'node:crypto';
import { decodeTrusted, encode } from './bson.js';
import { Collection, type CollectionState } from './collection.js';
import { keyIn, META_SPACE, recordIdAtEnd, type Space, spaceRange, spaceStart } from './spaces.js';
import type { StoreFile } from './store-file.js';
import { type IndexSpec, type IndexState, StoredIndex } from './stored-index.js';

const NEXT_SPACE = keyIn(META_SPACE, Buffer.from('n'));
const COLLECTIONS = { start: metaKey('c'), end: metaKey('d') };
const DROPPED = { start: metaKey('g'), end: metaKey('h') };

function metaKey(text: string): Buffer {
  return keyIn(META_SPACE, Buffer.from(text));
}

const collectionKey = (namespace: string) => metaKey(`c${namespace}`);
const droppedKey = (space: Space) =>
  keyIn(META_SPACE, Buffer.concat([Buffer.from('g'), spaceStart(space)]));

const ID_INDEX: IndexSpec = { name: '_id_', key: { _id: 1 } };

/** Which collections and indexes there are. Changes happen inside a write, in the file and in memory at once. */
export class Catalog {
  #collections = new Map<string, Collection>();
  #nextSpace: Space = META_SPACE + 1;

  constructor(private readonly file: StoreFile) {
    this.reload();
  }

  /** Back to what is committed; also after a failed commit. */
  reload(): void {
    const previous = this.#collections;
    this.#collections = new Map();
    this.file.refresh();
    this.#nextSpace = this.file.get(NEXT_SPACE)?.readUInt32BE(0) ?? META_SPACE + 1;
    for (const { value } of this.file.entries(COLLECTIONS)) {
      const collection = revive(decodeTrusted(value) as unknown as CollectionState);
      const known = previous.get(collection.namespace)?.nextRecordId ?? 1;
      collection.nextRecordId = Math.max(this.#lastRecordId(collection) + 1, known);
      this.#collections.set(collection.namespace, collection);
    }
  }

  find(db: string, name: string): Collection | undefined {
    return this.#collections.get(`${db}.${name}`);
  }

  all(): Collection[] {
    return [...this.#collections.values()];
  }

  inDatabase(db: string): Collection[] {
    return this.all().filter((collection) => collection.db === db);
  }

  create(db: string, name: string): Collection {
    const space = this.#takeSpace();
    const ids = new StoredIndex(ID_INDEX, this.#takeSpace());
    const collection = new Collection(db, name, randomUUID(), space, [ids]);
    this.#collections.set(collection.namespace, collection);
    this.save(collection);
    return collection;
  }

  drop(collection: Collection): void {
    this.#collections.delete(collection.namespace);
    this.file.remove(collectionKey(collection.namespace));
    for (const { space } of [collection, ...collection.indexes]) this.#discard(space);
  }

  addIndex(collection: Collection, spec: IndexSpec, ready: boolean): StoredIndex {
    const index = new StoredIndex(spec, this.#takeSpace(), [], ready);
    collection.indexes.push(index);
    this.save(collection);
    return index;
  }

  dropIndex(collection: Collection, index: StoredIndex): void {
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
    this.save(collection);
    this.#discard(index.space);
  }

  save(collection: Collection): void {
    const state = encode({ ...collection.state });
    this.file.put(collectionKey(collection.namespace), state);
  }

  /** Key spaces of what was dropped and not yet cleared away. */
  droppedSpaces(): Space[] {
    return this.file.keys(DROPPED).map((key) => key.readUInt32BE(key.length - 4));
  }

  forget(space: Space): void {
    this.file.remove(droppedKey(space));
  }

  #discard(space: Space): void {
    this.file.put(droppedKey(space), Buffer.of(1));
  }

  #takeSpace(): Space {
    const space = this.#nextSpace;
    this.#nextSpace += 1;
    this.file.put(NEXT_SPACE, spaceStart(this.#nextSpace));
    return space;
  }

  #lastRecordId(collection: Collection): number {
    const [last] = this.file.keys({ ...spaceRange(collection.space), reverse: true, limit: 1 });
    return last === undefined ? 0 : recordIdAtEnd(last);
  }
}

function revive(state: CollectionState): Collection {
  const indexes = state.indexes.map(
    ({ spec, space, multikey, ready }: IndexState) => new StoredIndex(spec, space, multikey, ready),
  );
  return new Collection(state.db, state.name, state.uuid, state.space, indexes);
}
