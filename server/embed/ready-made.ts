import type { GraphQLSchema } from 'graphql';
import { type OperationName, readOperation } from '../../schema/operations/operation-file.js';
import { EmbedQuery } from './embed-query.js';
import type { VariableRule } from './query-parameters.js';

const limit: VariableRule = { least: 1, most: 50 };
const set: VariableRule = { isSet: true };
const FILTERED = { country: set, theme: set, kind: set, challenge: set, limit } as const;

interface ReadyMade {
  readonly operation: OperationName;
  readonly rules: Readonly<Record<string, VariableRule>>;
}

const READY_MADE: Readonly<Record<string, ReadyMade>> = {
  search: { operation: 'embed-search', rules: FILTERED },
  newest: { operation: 'embed-newest', rules: FILTERED },
  item: { operation: 'embed-item', rules: {} },
  country: { operation: 'embed-country', rules: { limit } },
  theme: { operation: 'embed-theme', rules: { limit } },
  challenge: { operation: 'embed-challenge', rules: { limit } },
};

/** Ids that no partner's query may have. */
export const READY_MADE_IDS: readonly string[] = Object.keys(READY_MADE);

/** What anybody may ask from any site, without a key. */
export class ReadyMadeQueries {
  private readonly made = new Map<string, EmbedQuery>();

  constructor(private readonly schema: GraphQLSchema) {}

  find(id: string): EmbedQuery | null {
    const found = this.made.get(id);
    if (found) return found;
    if (!Object.hasOwn(READY_MADE, id)) return null;
    const { operation, rules } = READY_MADE[id] as ReadyMade;
    const source = readOperation(operation);
    const query = new EmbedQuery(this.schema, { id, mark: id, source, operationName: null, rules });
    this.made.set(id, query);
    return query;
  }
}
