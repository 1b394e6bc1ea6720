import type { GraphQLResolveInfo } from 'graphql';
import type { KnowledgeItemConnection } from '../../schema/knowledge-item-connection.js';
import type { HubContext } from '../graphql/context.js';
import { selectedFields } from '../graphql/selection.js';
import type { RelationRequest } from './knowledge-relations.js';

interface ItemsArguments extends Pick<RelationRequest, 'path' | 'codes'> {
  readonly first: number | null;
  readonly after: string | null;
}

/** Resolves the field `items` of whatever records are linked to. */
export const itemsOf = (
  { relations }: HubContext,
  info: GraphQLResolveInfo,
  { path, codes, first, after }: ItemsArguments,
): Promise<KnowledgeItemConnection> =>
  relations.load({
    path,
    codes,
    first: first ?? 20,
    after,
    fields: selectedFields(info, ['nodes'], ['edges', 'node']),
    withTotal: selectedFields(info, []).includes('totalCount'),
  });
