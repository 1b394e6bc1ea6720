import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Models } from '../../server/mongo/models.js';
import { CommandError } from '../fail.js';
import { recordProblem } from './check-record.js';
import {
  closing,
  collectionOf,
  fromLine,
  header,
  modelOf,
  type StoredRecord,
  TRANSFERRED,
  type TransferredModel,
} from './transfer-format.js';
import { linesOf } from './whole-file.js';

const MOST_PROBLEMS = 20;

const recordLine = z.object({
  collection: z.string(),
  document: z.looseObject({ _id: z.string().min(1) }),
});

/** What is known of a file once every line of it was found right. */
export interface CheckedFile {
  readonly path: string;
  readonly documents: number;
  /** Per model; what `--replace` may keep. */
  readonly ids: ReadonlyMap<TransferredModel, ReadonlySet<string>>;
  /** Models that the hub which wrote it knew of; `--replace` leaves others alone. */
  readonly models: ReadonlySet<TransferredModel>;
}

export interface Placed {
  readonly name: TransferredModel;
  readonly record: StoredRecord;
}

/** Reads a whole file without writing anything; rejects with all that is wrong, a line each. */
export async function checkFile(
  models: Models,
  path: string,
  shownAs: string,
  progress: (done: number, total: number) => void,
): Promise<CheckedFile> {
  const check = new FileCheck(models, shownAs, progress);
  for await (const line of linesOf(path)) await check.take(line);
  check.finish();
  return { path, documents: check.documents, ids: check.ids, models: check.told };
}

/** The records of a file that was checked. */
export async function* recordsOf(models: Models, path: string): AsyncGenerator<Placed> {
  const names = namesByCollection(models);
  for await (const line of linesOf(path)) {
    const { collection, document } = (fromLine(line) ?? {}) as Record<string, unknown>;
    const name = names.get(String(collection));
    if (name && document) yield { name, record: document as StoredRecord };
  }
}

const namesByCollection = (models: Models): ReadonlyMap<string, TransferredModel> =>
  new Map(TRANSFERRED.map((name) => [collectionOf(models, name), name]));

class FileCheck {
  documents = 0;
  readonly ids = new Map<TransferredModel, Set<string>>();
  readonly told = new Set<TransferredModel>();
  private readonly problems: string[] = [];
  private readonly names: ReadonlyMap<string, TransferredModel>;
  private readonly hash = createHash('sha256');
  private number = 0;
  private expected = 0;
  private isClosed = false;

  constructor(
    private readonly models: Models,
    private readonly shownAs: string,
    private readonly progress: (done: number, total: number) => void,
  ) {
    this.names = namesByCollection(models);
  }

  async take(line: string): Promise<void> {
    this.number += 1;
    const value = fromLine(line);
    if (this.number === 1) this.takeHeader(value);
    else if (this.isClosed) this.report('there must be nothing after the closing line');
    else if (isClosing(value)) this.takeClosing(value);
    else await this.takeRecord(value);
    if (!this.isClosed) this.hash.update(`${line}\n`);
  }

  /** Throws a `CommandError` when anything was wrong. */
  finish(): void {
    if (this.number === 0) this.report('the file is empty');
    else if (!this.isClosed) this.report('the file is cut off: its closing line is missing');
    if (this.problems.length > 0) this.refuse();
  }

  private takeHeader(value: unknown): void {
    const result = header.safeParse(value);
    if (result.success) {
      const { counts } = result.data;
      this.expected = Object.values(counts).reduce((sum, count) => sum + count, 0);
      for (const [collection, name] of this.names) if (collection in counts) this.told.add(name);
      return;
    }
    const [issue] = result.error.issues;
    const isOurs = typeof value === 'object' && value !== null && 'saberes' in value;
    this.report(isOurs ? `the header is wrong: ${issue?.message}` : 'this is no export of a hub');
    this.refuse();
  }

  private takeClosing(value: unknown): void {
    this.isClosed = true;
    const result = closing.safeParse(value);
    if (!result.success) this.report('the closing line is wrong');
    else if (result.data.documents !== this.documents) {
      this.report(`${result.data.documents} records were written, ${this.documents} are here`);
    } else if (result.data.sha256 !== this.hash.copy().digest('hex')) {
      this.report('the checksum differs: the file was changed or damaged after the export');
    }
  }

  private async takeRecord(value: unknown): Promise<void> {
    this.documents += 1;
    this.progress(this.documents, Math.max(this.documents, this.expected));
    const name = this.nameOf(value);
    if (!name) return;
    // The value itself, since a checked copy has lost the types of what is in it.
    const { document } = value as { document: StoredRecord };
    const problem = await recordProblem(modelOf(this.models, name), document);
    if (problem) this.report(`${document._id}: ${problem}`);
    const ids = this.ids.get(name) ?? new Set();
    this.ids.set(name, ids.add(document._id));
  }

  private nameOf(value: unknown): TransferredModel | undefined {
    const result = recordLine.safeParse(value);
    const name = result.success ? this.names.get(result.data.collection) : undefined;
    if (value === undefined) this.report('this is not JSON');
    else if (!result.success) this.report('a line needs "collection" and "document" with "_id"');
    else if (!name) this.report(`there is no collection "${result.data.collection}"`);
    return name;
  }

  private report(message: string): void {
    this.problems.push(`${this.shownAs}:${this.number}: ${message}`);
    if (this.problems.length >= MOST_PROBLEMS) this.refuse();
  }

  private refuse(): never {
    throw new CommandError(['Nothing was imported:', ...this.problems].join('\n'));
  }
}

const isClosing = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'end' in value;
