import type { Doc } from '../semantics/document.js';
import { compileFilter } from '../semantics/filter.js';
import { indexKeys, type Path, splitPath } from '../semantics/keys.js';
import { fieldThroughDocs, meetsArray, pathExists } from './index-paths.js';
import { KeyWriter } from './key-encoding.js';
import type { Space } from './spaces.js';

export type Direction = 1 | -1;

/** An index as clients describe it. */
export interface IndexSpec {
  readonly name: string;
  readonly key: Readonly<Record<string, Direction>>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly partialFilterExpression?: Doc;
  /** Kept and listed, without effect. */
  readonly hidden?: boolean;
}

export interface IndexField {
  readonly name: string;
  readonly path: Path;
  readonly descending: boolean;
}

/** What is stored about an index. */
export interface IndexState {
  readonly spec: IndexSpec;
  readonly space: Space;
  readonly multikey: readonly boolean[];
  readonly ready: boolean;
}

const writer = new KeyWriter();

export class StoredIndex {
  readonly fields: readonly IndexField[];
  readonly isId: boolean;
  readonly unique: boolean;
  /** Per field: whether some document has an array on its path. Never goes back. */
  readonly multikey: boolean[];
  readonly #covers: ((doc: Doc) => boolean) | null;

  constructor(
    readonly spec: IndexSpec,
    readonly space: Space,
    multikey: readonly boolean[] = [],
    /** False while existing documents are being added; such an index is maintained, but answers nothing. */
    public ready = true,
  ) {
    this.fields = Object.entries(spec.key).map(([name, direction]) => ({
      name,
      path: splitPath(name),
      descending: direction < 0,
    }));
    this.isId = spec.name === '_id_';
    this.unique = this.isId || spec.unique === true;
    this.multikey = this.fields.map((_, index) => multikey[index] ?? false);
    const { partialFilterExpression: partial } = spec;
    this.#covers = partial === undefined ? null : compileFilter(partial);
  }

  get isMultikey(): boolean {
    return this.multikey.includes(true);
  }

  get state(): IndexState {
    const { spec, space, multikey, ready } = this;
    return { spec, space, multikey: [...multikey], ready };
  }

  /** Encoded keys of a document, without duplicates; none when the index leaves the document out. */
  keysOf(doc: Doc): Buffer[] {
    if (this.#covers && !this.#covers(doc)) return [];
    if (!this.arraysIn(doc).includes(true)) return this.#skips(doc) ? [] : [this.#plainKey(doc)];
    const tuples = indexKeys(
      doc,
      this.fields.map(({ path }) => path),
    );
    // Only now: parallel arrays are refused even where a sparse index would hold nothing.
    if (this.#skips(doc)) return [];
    return distinct(tuples.map((tuple) => this.encode(tuple)));
  }

  encode(values: readonly unknown[]): Buffer {
    writer.reset();
    for (const [at, { descending }] of this.fields.entries()) writer.field(values[at], descending);
    return writer.takeBody();
  }

  /** Per field: whether the document has an array on its path. */
  arraysIn(doc: Doc): boolean[] {
    return this.fields.map(({ path }) => meetsArray(doc, path));
  }

  /** The values that a duplicate key error names. */
  keyValue(doc: Doc, body: Buffer): Doc {
    const paths = this.fields.map(({ path }) => path);
    const tuples = indexKeys(doc, paths);
    const tuple = tuples.find((values) => this.encode(values).equals(body)) ?? tuples[0] ?? [];
    return Object.fromEntries(this.fields.map(({ name }, at) => [name, tuple[at] ?? null]));
  }

  #skips(doc: Doc): boolean {
    return this.spec.sparse === true && !this.fields.some(({ path }) => pathExists(doc, path));
  }

  #plainKey(doc: Doc): Buffer {
    writer.reset();
    for (const { path, descending } of this.fields) {
      writer.field(fieldThroughDocs(doc, path) ?? null, descending);
    }
    return writer.takeBody();
  }
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  const seen = new Map(keys.map((key) => [key.toString('latin1'), key]));
  return [...seen.values()];
}
