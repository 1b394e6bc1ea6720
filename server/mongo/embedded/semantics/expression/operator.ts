/** An operator on evaluated arguments, with how many it takes. */
export interface ValueOperator {
  readonly least: number;
  readonly most: number;
  readonly apply: (args: readonly unknown[]) => unknown;
}

export const one = (apply: (value: unknown) => unknown): ValueOperator => ({
  least: 1,
  most: 1,
  apply: ([value]) => apply(value),
});

export const two = (apply: (a: unknown, b: unknown) => unknown): ValueOperator => ({
  least: 2,
  most: 2,
  apply: ([a, b]) => apply(a, b),
});

export const many = (apply: ValueOperator['apply']): ValueOperator => ({
  least: 0,
  most: Number.POSITIVE_INFINITY,
  apply,
});
