/** What every record has that can be shown; what else depends on the question. */
export interface ShownRecord {
  readonly title: string;
  readonly url: string;
}

interface ListOf<Entry> {
  readonly nodes: readonly Entry[];
}

type Fields = Readonly<Record<string, unknown>>;
export type AnsweredRecord = ShownRecord & Fields;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Its address leads to the web, whoever follows it. */
export const isRecord = (value: unknown): value is AnsweredRecord =>
  isObject(value) &&
  typeof value.title === 'string' &&
  /\S/.test(value.title) &&
  typeof value.url === 'string' &&
  /^https?:\/\//.test(value.url);

const isList = (value: unknown): value is ListOf<unknown> =>
  isObject(value) && Array.isArray(value.nodes);

const isFilled = (value: unknown): value is ListOf<unknown> =>
  isList(value) && value.nodes.some(isRecord);

const isEmpty = (value: unknown): value is ListOf<unknown> =>
  isList(value) && value.nodes.length === 0;

/**
 * The first list of records in the answer to any question, in its own order; entries that are no
 * records are passed over. An empty one, which could be of anything, where no other has records.
 */
export function firstList(data: unknown): ListOf<AnsweredRecord> | null {
  const found = firstIn(data, isFilled) ?? firstIn(data, isEmpty);
  return found && { ...found, nodes: found.nodes.filter(isRecord) };
}

/** The first record in an answer. */
export const firstRecord = (data: unknown): AnsweredRecord | null => firstIn(data, isRecord);

function firstIn<T>(data: unknown, isWanted: (value: unknown) => value is T): T | null {
  if (isWanted(data)) return data;
  if (!isObject(data)) return null;
  for (const value of Object.values(data)) {
    const found = firstIn(value, isWanted);
    if (found) return found;
  }
  return null;
}
