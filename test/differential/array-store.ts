import { distinctValues } from '../../server/mongo/embedded/semantics/distinct.js';
import { StoreError } from '../../server/mongo/embedded/semantics/errors.js';
import { compileFilter } from '../../server/mongo/embedded/semantics/filter.js';
import { equalValues } from '../../server/mongo/embedded/semantics/order.js';
import { runPipeline } from '../../server/mongo/embedded/semantics/pipeline.js';
import { compileProjection } from '../../server/mongo/embedded/semantics/project.js';
import { sortDocuments } from '../../server/mongo/embedded/semantics/sort.js';
import { compileUpdate } from '../../server/mongo/embedded/semantics/update.js';
import type { Fields } from './document.arbitrary.js';
import type { CommandStore } from './stores.js';

type Handler = (command: Fields) => Fields | Promise<Fields>;

/** The store's semantics over plain arrays, without storage, indexes or a wire: what any of those must not change. */
export class ArrayStore implements CommandStore {
  readonly name = 'semantics on arrays';
  private readonly collections = new Map<string, Fields[]>();
  private readonly handlers: Readonly<Record<string, Handler>> = {
    dropIndexes: () => ({}),
    insert: (command) => this.insert(command),
    delete: (command) => this.delete(command),
    find: (command) => this.find(command),
    count: (command) => ({ n: this.matching('docs', command.query).length }),
    distinct: (command) => ({
      values: distinctValues(this.matching('docs', command.query), String(command.key)),
    }),
    aggregate: async (command) => {
      const find = (name: string, filter: Fields) => this.matching(name, filter);
      return batch(await runPipeline(this.docs('docs'), command.pipeline as Fields[], { find }));
    },
    update: (command) => this.update(command),
    findAndModify: (command) => this.findAndModify(command),
  };

  async command(command: Fields): Promise<Fields> {
    const [name = ''] = Object.keys(command);
    try {
      return { ok: 1, ...(await this.handlers[name]?.(command)) };
    } catch (error) {
      if (error instanceof StoreError) return { ok: 0, code: error.code, errmsg: error.message };
      throw error;
    }
  }

  private docs(name: string): Fields[] {
    const found = this.collections.get(name) ?? [];
    this.collections.set(name, found);
    return found;
  }

  private matching(name: string, filter: unknown): Fields[] {
    const matches = compileFilter((filter ?? {}) as Fields);
    return this.docs(name).filter((doc) => matches(doc));
  }

  private insert({ insert: name, documents }: Fields): Fields {
    const docs = this.docs(String(name));
    const writeErrors: Fields[] = [];
    for (const [index, doc] of (documents as Fields[]).entries()) {
      if (docs.some(({ _id: id }) => equalValues(id, doc._id)))
        writeErrors.push({ index, code: 11000 });
      else docs.push(doc);
    }
    const n = (documents as Fields[]).length - writeErrors.length;
    return writeErrors.length === 0 ? { n } : { n, writeErrors };
  }

  private delete({ delete: name, deletes }: Fields): Fields {
    const [{ q } = { q: {} }] = deletes as { q: Fields }[];
    return inWrite({ n: 0 }, () => {
      const gone = new Set(this.matching(String(name), q));
      this.collections.set(
        String(name),
        this.docs(String(name)).filter((doc) => !gone.has(doc)),
      );
      return { n: gone.size };
    });
  }

  private find({ filter, sort, projection, skip = 0, limit = 0, find }: Fields): Fields {
    const project = compileProjection((projection ?? {}) as Fields, {
      filter: (filter ?? {}) as Fields,
    });
    const found = sortDocuments(this.matching(String(find), filter), (sort ?? {}) as Fields);
    const end = limit === 0 ? undefined : Number(skip) + Number(limit);
    return batch(found.slice(Number(skip), end).map(project));
  }

  private update({ updates }: Fields): Fields {
    const [{ q, u, multi, upsert, arrayFilters }] = updates as [
      { q: Fields; u: unknown; multi: boolean; upsert: boolean; arrayFilters?: Fields[] },
    ];
    return inWrite({ n: 0, nModified: 0 }, () => {
      const compiled = compileUpdate(u, { filter: q, arrayFilters, upsert });
      const all = this.matching('docs', q);
      if (all.length === 0 && upsert) {
        this.add(compiled.upsert());
        return { n: 1, nModified: 0 };
      }
      let nModified = 0;
      const chosen = multi ? all : all.slice(0, 1);
      for (const doc of chosen) if (this.replace(doc, compiled.apply(doc))) nModified += 1;
      return { n: chosen.length, nModified };
    });
  }

  private findAndModify({ query, sort, update, upsert, new: isNew, fields }: Fields): Fields {
    const project = compileProjection(fields as Fields, { filter: query as Fields });
    const compiled = compileUpdate(update, { filter: query as Fields, upsert: upsert === true });
    const [doc] = sortDocuments(this.matching('docs', query), sort as Fields, 1);
    if (doc !== undefined) {
      const changed = compiled.apply(doc) as Fields;
      const value = project(isNew ? changed : doc);
      this.replace(doc, changed);
      return { value, lastErrorObject: { n: 1, updatedExisting: true } };
    }
    if (!upsert) return { value: null, lastErrorObject: { n: 0, updatedExisting: false } };
    const inserted = compiled.upsert();
    const value = isNew ? project(inserted) : null;
    this.add(inserted);
    return { value, lastErrorObject: { n: 1, updatedExisting: false, upserted: inserted._id } };
  }

  private add(doc: Fields): void {
    if (this.docs('docs').some(({ _id: id }) => equalValues(id, doc._id)))
      throw new StoreError(11000, 'DuplicateKey', 'duplicate');
    this.docs('docs').push(doc);
  }

  private replace(before: Fields, after: Fields): boolean {
    if (before === after) return false;
    const docs = this.docs('docs');
    docs[docs.indexOf(before)] = after;
    return true;
  }
}

const batch = (docs: readonly unknown[]): Fields => ({ cursor: { firstBatch: docs } });

/** A failed write is part of a successful answer. */
function inWrite(nothing: Fields, run: () => Fields): Fields {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { ...nothing, writeErrors: [{ index: 0, code: error.code }] };
  }
}
