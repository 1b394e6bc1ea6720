import type { SearchCodes, SearchField } from '../search-engine.js';
import { Bitmap } from './bitmap.js';

/** One vocabulary of codes: which records carry each, and which each record carries. */
class FieldCodes {
  private readonly numbers = new Map<string, number>();
  private readonly codes: string[] = [];
  private readonly holders: Bitmap[] = [];
  private readonly bySlot: number[][] = [];

  set(slot: number, codes: readonly string[]): void {
    this.clear(slot);
    const numbers = [...new Set(codes)].map((code) => this.numberOf(code));
    for (const number of numbers) this.holders[number]?.add(slot);
    this.bySlot[slot] = numbers;
  }

  clear(slot: number): void {
    for (const number of this.bySlot[slot] ?? []) this.holders[number]?.delete(slot);
    this.bySlot[slot] = [];
  }

  holdersOf(codes: readonly string[]): Bitmap {
    const found = new Bitmap();
    for (const code of codes) {
      const holders = this.holders[this.numbers.get(code) ?? -1];
      if (holders) found.unite(holders);
    }
    return found;
  }

  /** Counts by cutting bitmaps, or by walking the hits where those are few. */
  count(hits: Bitmap, slots: readonly number[], slotCount: number): Map<string, number> {
    const counts = new Uint32Array(this.codes.length);
    if (slots.length * 8 < (this.codes.length * slotCount) / 32) {
      for (const slot of slots) {
        for (const number of this.bySlot[slot] ?? []) counts[number] = (counts[number] ?? 0) + 1;
      }
    } else {
      this.holders.forEach((holders, number) => {
        counts[number] = holders.countCommon(hits);
      });
    }
    const found = new Map<string, number>();
    counts.forEach((count, number) => {
      if (count > 0) found.set(this.codes[number] ?? '', count);
    });
    return found;
  }

  codesOf(slot: number): string[] {
    return (this.bySlot[slot] ?? []).map((number) => this.codes[number] ?? '');
  }

  private numberOf(code: string): number {
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    const number = this.codes.push(code) - 1;
    this.numbers.set(code, number);
    this.holders.push(new Bitmap());
    return number;
  }
}

/** Beside the fields of the port: what is filtered by but never counted. */
export type CodeField = SearchField | 'EVENT' | 'IN_FORCE';

/** Codes of all records as sets of slots: filters and facets never look at a record. */
export class CodeIndex {
  private readonly fields = new Map<CodeField, FieldCodes>();

  set(slot: number, codes: Partial<Record<CodeField, readonly string[]>>): void {
    for (const [field, values] of Object.entries(codes) as [CodeField, readonly string[]][]) {
      this.field(field).set(slot, values);
    }
  }

  clear(slot: number): void {
    for (const field of this.fields.values()) field.clear(slot);
  }

  holdersOf(field: CodeField, codes: readonly string[]): Bitmap {
    return this.field(field).holdersOf(codes);
  }

  codesOf(slot: number): Partial<Record<CodeField, readonly string[]>> {
    return Object.fromEntries(
      [...this.fields].map(([field, codes]) => [field, codes.codesOf(slot)]),
    );
  }

  /** All values of a field among the hits, busiest first. */
  facet(field: SearchField, hits: Bitmap, slots: readonly number[], slotCount: number) {
    const counts = this.field(field).count(hits, slots, slotCount);
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  private field(field: CodeField): FieldCodes {
    const known = this.fields.get(field);
    if (known) return known;
    const codes = new FieldCodes();
    this.fields.set(field, codes);
    return codes;
  }
}

export type FacetCodes = Partial<Record<CodeField, readonly string[]>>;

export function codesToSet(
  codes: SearchCodes,
  event: string | null,
  inForce: boolean | null,
): FacetCodes {
  return {
    ...codes,
    EVENT: event === null ? [] : [event],
    IN_FORCE: inForce === null ? [] : [String(inForce)],
  };
}
