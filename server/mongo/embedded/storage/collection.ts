import type { Space } from './spaces.js';
import type { IndexState, StoredIndex } from './stored-index.js';

/** What is stored about a collection. */
export interface CollectionState {
  readonly db: string;
  readonly name: string;
  readonly uuid: string;
  readonly space: Space;
  readonly indexes: readonly IndexState[];
}

/** A collection as held in memory: where its documents are, and its indexes, `_id_` first. */
export class Collection {
  nextRecordId = 1;

  constructor(
    readonly db: string,
    readonly name: string,
    readonly uuid: string,
    readonly space: Space,
    readonly indexes: StoredIndex[],
  ) {}

  get namespace(): string {
    return `${this.db}.${this.name}`;
  }

  get idIndex(): StoredIndex {
    return this.indexes[0] as StoredIndex;
  }

  get state(): CollectionState {
    const { db, name, uuid, space } = this;
    return { db, name, uuid, space, indexes: this.indexes.map((index) => index.state) };
  }
}
