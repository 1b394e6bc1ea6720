import { LOCALES, type Locale } from '../../locale.js';
import type { SearchDocument } from '../search-engine.js';
import { Bitmap } from './bitmap.js';
import { CodeIndex, codesToSet, type FacetCodes } from './code-index.js';
import { readWords } from './document-words.js';
import { machineBits, placesIn, shownPlaces } from './place.js';
import { Postings, type SavedPostings } from './postings.js';
import { SortedSlots } from './sorted-slots.js';
import { packTexts, type StoredDocument, titleFor } from './stored-document.js';
import { type SavedVocabulary, Vocabulary } from './vocabulary.js';
import { WordPlaces } from './word-places.js';

export interface SavedIndex {
  readonly vocabulary: SavedVocabulary;
  readonly postings: SavedPostings;
  readonly slots: readonly SavedSlot[];
  readonly newest: readonly number[];
  readonly byTitle: readonly (readonly number[])[];
}

export interface SavedSlot {
  readonly slot: number;
  readonly document: StoredDocument;
  readonly codes: FacetCodes;
}

const PACK_FROM = 200_000;

/** All records in memory: words, codes, orders. Every record has a slot, a small whole number. */
export class SearchIndex {
  readonly codes = new CodeIndex();
  readonly alive = new Bitmap();
  readonly documents: (StoredDocument | undefined)[] = [];
  /** By slot, because searches ask for it with every word of every record. */
  readonly machine: number[] = [];
  readonly newest: SortedSlots;
  readonly byTitle: ReadonlyMap<Locale, SortedSlots>;
  private readonly places = new WordPlaces();
  private readonly slotById = new Map<string, number>();
  private free: number[] = [];
  /** Removed, but still among the postings. */
  private gone: number[] = [];
  private packing: Promise<void> = Promise.resolve();

  constructor(
    readonly vocabulary: Vocabulary = new Vocabulary(),
    readonly postings: Postings = new Postings(),
  ) {
    this.newest = new SortedSlots((a, b) => this.compareNewest(a, b));
    const byTitle = LOCALES.map((locale) => [locale, this.titleOrder(locale)] as const);
    this.byTitle = new Map(byTitle);
  }

  get size(): number {
    return this.slotById.size;
  }

  /** Slots are below this; the arrays of a search are this long. */
  get slotCount(): number {
    return this.documents.length;
  }

  /** Whether any record that is still here holds the word. */
  holds(word: number): boolean {
    return this.postings.some(word, (slot) => this.alive.has(slot));
  }

  /** Whether any record holds the word in what may be shown of it. */
  shows(word: number): boolean {
    return this.postings.some(
      word,
      (slot, packed) =>
        this.alive.has(slot) && shownPlaces(placesIn(packed), this.machine[slot] ?? 0) !== 0,
    );
  }

  versions(): ReadonlyMap<string, number> {
    const versions = new Map<string, number>();
    for (const [id, slot] of this.slotById) versions.set(id, this.documents[slot]?.version ?? 0);
    return versions;
  }

  slotOf(id: string): number | undefined {
    return this.slotById.get(id);
  }

  /** Adds or replaces, unless a newer version is indexed. */
  put(document: SearchDocument): void {
    const present = this.documents[this.slotById.get(document.id) ?? -1];
    if (present && present.version > document.version) return;
    this.remove(document.id);

    const slot = this.free.pop() ?? this.documents.length;
    const sequences = readWords(document, this.vocabulary, this.places);
    this.places.take((word, packed) => this.postings.add(word, slot, packed));
    this.codes.set(slot, codesToSet(document.codes, document.event, document.inForce));
    const { id, version, publishedAt, inForce } = document;
    const titles = LOCALES.map((locale) => document.texts[locale]?.title ?? null);
    const texts = packTexts(document);
    const machine = machineBits(
      (locale) => !document.texts[locale] && !!document.machine?.[locale],
    );
    this.seat(slot, { id, version, publishedAt, inForce, titles, machine, texts, sequences });
    this.newest.add(slot);
    for (const order of this.byTitle.values()) order.add(slot);
  }

  remove(id: string): void {
    const slot = this.slotById.get(id);
    if (slot === undefined) return;
    this.newest.delete(slot);
    for (const order of this.byTitle.values()) order.delete(slot);
    this.slotById.delete(id);
    this.alive.delete(slot);
    this.codes.clear(slot);
    this.documents[slot] = undefined;
    this.gone.push(slot);
  }

  /** Enough has changed for packing to pay. */
  get needsPacking(): boolean {
    const { unpacked, saved } = this.postings;
    const isMuchNew = unpacked > Math.max(PACK_FROM, saved.pairs.length / 4);
    return isMuchNew || this.gone.length > Math.max(1_000, this.size / 3);
  }

  /** Merges postings and gives the slots of removed records back. */
  pack(pause: () => Promise<void>): Promise<void> {
    // Saving and tidying up may both ask for it; two at once would lose what the first took.
    this.packing = this.packing.then(() => this.packNow(pause));
    return this.packing;
  }

  private async packNow(pause: () => Promise<void>): Promise<void> {
    const gone = new Bitmap(this.slotCount);
    const freed = this.gone;
    this.gone = [];
    for (const slot of freed) gone.add(slot);
    await this.postings.pack(gone, pause);
    this.free.push(...freed);
  }

  *savedSlots(): Generator<SavedSlot> {
    for (let slot = 0; slot < this.documents.length; slot++) {
      const document = this.documents[slot];
      if (document) yield { slot, document, codes: this.codes.codesOf(slot) };
    }
  }

  static load(saved: SavedIndex): SearchIndex {
    const index = new SearchIndex(Vocabulary.load(saved.vocabulary), new Postings(saved.postings));
    for (const { slot, document, codes } of saved.slots) {
      while (index.documents.length < slot) {
        index.documents.push(undefined);
        index.machine.push(0);
      }
      // Copies, so that the file that they were read from can be let go.
      const { texts, sequences } = document;
      index.seat(slot, {
        ...document,
        texts: new Uint8Array(texts),
        sequences: new Uint32Array(sequences),
      });
      index.codes.set(slot, codes);
    }
    // Empty slots may still be named by postings: they come free when those are packed.
    for (let slot = 0; slot < index.documents.length; slot++) {
      if (!index.documents[slot]) index.gone.push(slot);
    }
    const isAlive = (slot: number) => index.alive.has(slot);
    index.newest.load(saved.newest.filter(isAlive));
    LOCALES.forEach((locale, at) => {
      index.byTitle.get(locale)?.load((saved.byTitle[at] ?? []).filter(isAlive));
    });
    return index;
  }

  private seat(slot: number, document: StoredDocument): void {
    this.documents[slot] = document;
    this.machine[slot] = document.machine;
    this.slotById.set(document.id, slot);
    this.alive.add(slot);
  }

  private compareNewest(a: number, b: number): number {
    const [first, second] = [this.documents[a], this.documents[b]];
    const byDate = (second?.publishedAt ?? -Infinity) - (first?.publishedAt ?? -Infinity);
    return byDate || compareIds(first?.id ?? '', second?.id ?? '');
  }

  private titleOrder(locale: Locale): SortedSlots {
    const collator = new Intl.Collator(locale);
    return new SortedSlots((a, b) => {
      const [first, second] = [this.documents[a], this.documents[b]];
      if (!first || !second) return a - b;
      const byTitle = collator.compare(titleFor(first, locale), titleFor(second, locale));
      return byTitle || compareIds(first.id, second.id);
    });
  }
}

export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
