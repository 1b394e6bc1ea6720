import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { IndexState } from '../search-engine.js';
import { type JournalEntry, JournalFile, journalNumbers, removeJournal } from './journal.file.js';
import { SearchIndex } from './search-index.js';
import { readSnapshot, writeSnapshot } from './snapshot.file.js';
import { pauseBetweenSlices } from './time-slice.js';

/** Raise it with every change to what is written or to how texts become words. */
const INDEX_FORMAT = 'saberes-index-3';

const SAVE_FROM_PART = 1 / 20;

/**
 * The index on disk: saved whole now and then, and a journal of what came since. An index that was
 * never built whole is not kept at all, so that what is found at the next start can be trusted.
 */
export class IndexStorage {
  private journal: JournalFile | null = null;
  private savedBytes = 0;
  private followed: number | null = null;
  private saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly format: string = INDEX_FORMAT,
  ) {}

  async open(): Promise<{ state: IndexState; index: SearchIndex }> {
    await mkdir(dirname(this.path), { recursive: true });
    const snapshot = await readSnapshot(this.path, this.format);
    if (snapshot.state !== 'ready') return { state: snapshot.state, index: new SearchIndex() };

    const { index, header, bytes } = snapshot;
    this.savedBytes = bytes;
    this.followed = header.follows;
    const pause = pauseBetweenSlices();
    for (const number of journalNumbers(this.path)) {
      if (number < header.journal) removeJournal(this.path, number);
      else {
        this.journal?.close();
        this.journal = JournalFile.continue(this.path, number, (entry) =>
          this.replay(index, entry),
        );
      }
      await pause();
    }
    this.journal ??= JournalFile.create(this.path, header.journal);
    return { state: 'ready', index };
  }

  /** What is appended is there at the next start, even if the process is killed right after. */
  append(entry: JournalEntry): void {
    this.journal?.append(entry);
  }

  /** The data version of the store that the index follows, as far as it is known. */
  get follows(): number | null {
    return this.followed;
  }

  follow(dataVersion: number): void {
    if (dataVersion === this.followed) return;
    this.followed = dataVersion;
    this.append({ follows: dataVersion });
  }

  private replay(index: SearchIndex, entry: JournalEntry): void {
    if ('follows' in entry) this.followed = entry.follows;
    else apply(index, entry);
  }

  get hasUnsaved(): boolean {
    return (this.journal?.size ?? 0) > 0;
  }

  /** The journal has grown enough for writing the whole index to pay. */
  get isSavingDue(): boolean {
    return (this.journal?.size ?? 0) > this.savedBytes * SAVE_FROM_PART;
  }

  /** Saves an index whole; writes that come meanwhile go to the next journal. */
  save(index: SearchIndex): Promise<void> {
    const saved = this.saving.then(() => this.saveNow(index));
    this.saving = saved.catch(() => {});
    return saved;
  }

  async close(): Promise<void> {
    await this.saving;
    this.journal?.close();
    this.journal = null;
  }

  private async saveNow(index: SearchIndex): Promise<void> {
    const number = Math.max(0, ...journalNumbers(this.path)) + 1;
    const before = this.journal;
    this.journal = JournalFile.create(this.path, number);
    before?.close();
    const pause = pauseBetweenSlices();
    await index.pack(pause);
    const header = { format: this.format, journal: number, follows: this.followed };
    this.savedBytes = await writeSnapshot(this.path, header, index, pause);
    for (const older of journalNumbers(this.path)) {
      if (older < number) removeJournal(this.path, older);
    }
  }
}

function apply(
  index: SearchIndex,
  entry: Exclude<JournalEntry, { readonly follows: number }>,
): void {
  if ('put' in entry) for (const document of entry.put) index.put(document);
  else for (const id of entry.remove) index.remove(id);
}
