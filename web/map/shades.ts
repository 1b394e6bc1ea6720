/** How dark a country is drawn, from 1 to 5; 0 where there is nothing. */
export type Shade = 0 | 1 | 2 | 3 | 4 | 5;

/** The numbers that a shade stands for, both ends among them. */
export interface ShadeRange {
  readonly shade: Shade;
  readonly from: number;
  readonly to: number;
}

const STEPS = [1, 2, 3, 4, 5] as const;

/** Shades that double rather than add, so that few and many can both be told apart. */
export class Shades {
  readonly ranges: readonly ShadeRange[];

  constructor(counts: readonly number[]) {
    const most = Math.max(1, ...counts);
    const upTo = (step: number) => Math.ceil((most + 1) ** (step / STEPS.length)) - 1;
    this.ranges = STEPS.map((shade) => ({ shade, from: upTo(shade - 1) + 1, to: upTo(shade) }))
      .map((range) => ({ ...range, to: range.shade === STEPS.length ? most : range.to }))
      .filter(({ from, to }) => from <= to);
  }

  of(count: number): Shade {
    if (count === 0) return 0;
    return this.ranges.find(({ to }) => count <= to)?.shade ?? STEPS.length;
  }
}
