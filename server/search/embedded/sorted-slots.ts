/** Slots kept in an order, so that a sorted page is read off instead of sorted. */
export class SortedSlots {
  private order: number[] = [];

  constructor(private readonly compare: (a: number, b: number) => number) {}

  get slots(): readonly number[] {
    return this.order;
  }

  add(slot: number): void {
    const at = this.search((other) => this.compare(other, slot));
    this.order.splice(at, 0, slot);
  }

  delete(slot: number): void {
    // By place, not by comparing: what the order depends on may be gone already.
    const at = this.order.indexOf(slot);
    if (at >= 0) this.order.splice(at, 1);
  }

  /** The first place whose slot does not come before; `order` is negative for those that do. */
  search(order: (slot: number) => number): number {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (order(this.order[middle] ?? 0) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  load(slots: readonly number[]): void {
    this.order = [...slots];
  }
}
