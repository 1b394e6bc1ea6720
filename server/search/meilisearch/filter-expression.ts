import type { SearchFilter } from '../search-engine.js';

/**
 * The filter in Meilisearch's language. Field names are the port's own; values are always quoted,
 * so that nothing in them has a meaning.
 */
export function filterExpression(filter: SearchFilter): string[] {
  const codes = Object.entries(filter.codes ?? {}).flatMap(([field, values]) =>
    values ? [oneOf(field, values)] : [],
  );
  const { event, inForce, publishedFrom, publishedTo } = filter;
  return [
    ...codes,
    ...(event === undefined ? [] : [`event = ${quoted(event)}`]),
    ...(inForce === undefined ? [] : [`inForce = ${inForce}`]),
    ...(publishedFrom === undefined ? [] : [`publishedAt >= ${publishedFrom}`]),
    ...(publishedTo === undefined ? [] : [`publishedAt <= ${publishedTo}`]),
  ];
}

export const oneOf = (field: string, values: readonly string[]): string =>
  `${field} IN [${values.map(quoted).join(', ')}]`;

const quoted = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
