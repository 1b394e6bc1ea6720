import type {
  CountsQuery,
  FacetField,
  KnowledgeFilter,
} from '../../schema/operations/operation-types.js';
import { Refusal } from '../hub-port.js';
import type { PageContext } from '../page-context.js';

/** How many records there are, altogether and by what they are filed under. */
export class RecordCounts {
  readonly total: number;
  private readonly byField: ReadonlyMap<FacetField, ReadonlyMap<string, number>>;

  constructor({ totalCount, facets }: CountsQuery['search']) {
    this.total = totalCount;
    this.byField = new Map(
      facets.map(({ field, values }) => [
        field,
        new Map(values.map(({ value, count }) => [value, count])),
      ]),
    );
  }

  of(field: FacetField, value: string): number {
    return this.byField.get(field)?.get(value) ?? 0;
  }
}

/** Null while search is down: pages then show what they have without numbers. */
export async function countRecords(
  context: PageContext,
  filter: KnowledgeFilter = {},
): Promise<RecordCounts | null> {
  const counted = await unlessSearchIsDown(context.ask('counts', { filter }));
  return counted && new RecordCounts(counted.search);
}

/** Null instead of a refusal because search is down; whatever else goes wrong is thrown on. */
export async function unlessSearchIsDown<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'SEARCH_UNAVAILABLE') return null;
    throw error;
  }
}
