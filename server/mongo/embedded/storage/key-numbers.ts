const NUMBER_CLASSES = new Set(['Long', 'Int32', 'Double', 'Decimal128']);

/** Index keys hold doubles: longs beyond 2^53 and decimals are rounded there, and found by the filter that follows. */
export function numberAsDouble(
  className: string,
  value: { toString(): string },
): number | undefined {
  if (!NUMBER_CLASSES.has(className)) return undefined;
  return Number(value.toString());
}
