import { toDouble } from '../numbers.js';

/** Adds as MongoDB does, keeping the rounding error in a second double, so that 0.1 ten times is 1. */
export class PreciseSum {
  private sum = 0;
  private rest = 0;
  private special = 0;

  add(value: number): void {
    this.special += value;
    const total = this.sum + value;
    const shadow = total - this.sum;
    const error = this.sum - (total - shadow) + (value - shadow);
    const rest = this.rest + error;
    this.sum = total + rest;
    this.rest = rest - (this.sum - total);
  }

  value(): number {
    const result = this.sum + this.rest;
    return Number.isFinite(result) ? result : this.special;
  }
}

export function preciseSum(values: readonly unknown[]): number {
  const sum = new PreciseSum();
  for (const value of values) sum.add(toDouble(value));
  return sum.value();
}
