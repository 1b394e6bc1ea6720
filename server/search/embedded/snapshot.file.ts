import { open, rename, rm } from 'node:fs/promises';
import { frame, readFrames } from './frames.js';
import { type SavedIndex, type SavedSlot, SearchIndex } from './search-index.js';

/** Who can read the file: another format or another way of reading words makes it stale. */
export interface SnapshotHeader {
  readonly format: string;
  /** The first journal that has to be replayed on top. */
  readonly journal: number;
  /** The data version of the store that it follows. */
  readonly follows: number | null;
}

export type ReadSnapshot =
  | {
      readonly state: 'ready';
      readonly index: SearchIndex;
      readonly header: SnapshotHeader;
      readonly bytes: number;
    }
  | { readonly state: 'missing' | 'stale' };

const SLOTS_PER_FRAME = 100;
const WORDS_PER_FRAME = 20_000;
const PAIRS_PER_FRAME = 250_000;

type Part =
  | { readonly words: readonly string[]; readonly stemNumbers: Int32Array }
  | { readonly stems: readonly string[]; readonly acronyms: readonly string[] }
  | { readonly offsets: Uint32Array }
  | { readonly pairs: Uint32Array }
  | { readonly slots: readonly SavedSlot[] }
  | { readonly newest: readonly number[]; readonly byTitle: readonly (readonly number[])[] }
  | { readonly end: true };

/** Writes beside and renames, so that the file is either the old one or the new one, whole. */
export async function writeSnapshot(
  path: string,
  header: SnapshotHeader,
  index: SearchIndex,
  pause: () => Promise<void>,
): Promise<number> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w');
  let bytes = 0;
  try {
    const write = async (value: SnapshotHeader | Part) => {
      const framed = frame(value);
      await file.writeFile(framed);
      bytes += framed.length;
      await pause();
    };
    await write(header);
    for (const part of partsOf(index)) await write(part);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path).catch(async (error: unknown) => {
    await rm(temporary, { force: true });
    throw error;
  });
  return bytes;
}

function* partsOf(index: SearchIndex): Generator<Part> {
  // Packed postings are taken first: slots that they name are not given away before.
  const { offsets, pairs } = index.postings.saved;
  yield { offsets };
  for (let at = 0; at < pairs.length; at += PAIRS_PER_FRAME) {
    yield { pairs: pairs.slice(at, at + PAIRS_PER_FRAME) };
  }
  const { words, stems, stemNumbers, acronyms } = index.vocabulary.save();
  const perWord = stemNumbers.length / Math.max(1, words.length);
  for (let at = 0; at < words.length; at += WORDS_PER_FRAME) {
    const end = Math.min(words.length, at + WORDS_PER_FRAME);
    yield {
      words: words.slice(at, end),
      stemNumbers: stemNumbers.slice(at * perWord, end * perWord),
    };
  }
  yield { stems, acronyms };
  let slots: SavedSlot[] = [];
  for (const slot of index.savedSlots()) {
    slots.push(slot);
    if (slots.length < SLOTS_PER_FRAME) continue;
    yield { slots };
    slots = [];
  }
  yield { slots };
  yield {
    newest: index.newest.slots,
    byTitle: [...index.byTitle.values()].map((order) => order.slots),
  };
  yield { end: true };
}

/** Reads what was written; anything that is not whole and of this format is not an index. */
export async function readSnapshot(path: string, format: string): Promise<ReadSnapshot> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return { state: 'missing' };
  try {
    const frames = readFrames(file);
    const header = (await frames.next()).value as SnapshotHeader | undefined;
    if (!header) return { state: 'missing' };
    if (header.format !== format) return { state: 'stale' };

    const collected = new CollectedParts();
    for await (const part of frames) collected.add(part as Part);
    const saved = collected.whole();
    if (!saved) return { state: 'missing' };
    const { size } = await file.stat();
    return { state: 'ready', index: SearchIndex.load(saved), header, bytes: size };
  } finally {
    await file.close();
  }
}

class CollectedParts {
  private readonly parts: Part[] = [];

  add(part: Part): void {
    this.parts.push(part);
  }

  /** Everything that was written, or null when the end is missing. */
  whole(): SavedIndex | null {
    if (!this.parts.some((part) => 'end' in part)) return null;
    const words = this.parts.flatMap((part) => ('words' in part ? [part] : []));
    const names = this.parts.find((part) => 'stems' in part);
    const orders = this.parts.find((part) => 'newest' in part);
    const offsets = this.parts.find((part) => 'offsets' in part)?.offsets;
    const pairs = this.parts.flatMap((part) => ('pairs' in part ? [part.pairs] : []));
    if (!names || !orders || !offsets) return null;
    return {
      vocabulary: {
        words: words.flatMap((part) => part.words),
        stemNumbers: concatenate(
          words.map((part) => part.stemNumbers),
          Int32Array,
        ),
        stems: names.stems,
        acronyms: names.acronyms,
      },
      postings: { offsets, pairs: concatenate(pairs, Uint32Array) },
      slots: this.parts.flatMap((part) => ('slots' in part ? part.slots : [])),
      newest: orders.newest,
      byTitle: orders.byTitle,
    };
  }
}

function concatenate<Numbers extends Int32Array | Uint32Array>(
  parts: readonly Numbers[],
  Kind: new (length: number) => Numbers,
): Numbers {
  const whole = new Kind(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
