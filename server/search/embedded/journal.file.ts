import {
  closeSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SearchDocument } from '../search-engine.js';
import { frame, framesOf } from './frames.js';

export type JournalEntry =
  | { readonly put: readonly SearchDocument[] }
  | { readonly remove: readonly string[] }
  /** The index follows the store up to this data version. */
  | { readonly follows: number };

/**
 * What was written since the index was last saved: a file of numbered ones beside the saved index.
 * Appending reaches the system before it returns, so what was acknowledged outlives the process.
 */
export class JournalFile {
  private constructor(
    private readonly path: string,
    private readonly file: number,
    private bytes: number,
  ) {}

  get size(): number {
    return this.bytes;
  }

  append(entry: JournalEntry): void {
    const framed = frame(entry);
    try {
      for (let at = 0; at < framed.length; ) {
        at += writeSync(this.file, framed, at, framed.length - at, this.bytes + at);
      }
    } catch (error) {
      // A torn entry would hide those behind it; reading stops there.
      ftruncateSync(this.file, this.bytes);
      throw error;
    }
    this.bytes += framed.length;
  }

  close(): void {
    closeSync(this.file);
  }

  remove(): void {
    this.close();
    rmSync(this.path, { force: true });
  }

  static create(index: string, number: number): JournalFile {
    const path = journalPath(index, number);
    return new JournalFile(path, openSync(path, 'w'), 0);
  }

  /** Opens a journal to go on with, behind its last whole entry. */
  static continue(
    index: string,
    number: number,
    replay: (entry: JournalEntry) => void,
  ): JournalFile {
    const path = journalPath(index, number);
    const bytes = JournalFile.replay(path, replay);
    const file = openSync(path, 'r+');
    ftruncateSync(file, bytes);
    return new JournalFile(path, file, bytes);
  }

  private static replay(path: string, visit: (entry: JournalEntry) => void): number {
    let end = 0;
    for (const { value, end: next } of framesOf(readFileSync(path))) {
      visit(value as JournalEntry);
      end = next;
    }
    return end;
  }
}

/** Numbers of the journals that lie beside an index, in their order. */
export function journalNumbers(index: string): readonly number[] {
  const start = `${basename(index)}.journal-`;
  const names = readdirSync(dirname(index)).filter((name) => name.startsWith(start));
  const numbers = names.map((name) => Number(name.slice(start.length)));
  return numbers.filter(Number.isSafeInteger).sort((a, b) => a - b);
}

export function removeJournal(index: string, number: number): void {
  rmSync(journalPath(index, number), { force: true });
}

const journalPath = (index: string, number: number): string =>
  join(dirname(index), `${basename(index)}.journal-${number}`);
