import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Node } from '../../schema/node.js';
import { badInput } from '../errors.js';
import { ID_PREFIX, kindOfId } from '../ids.js';
import type { LocalizedReference } from '../reference/localized-reference.js';
import type { HubContext } from './context.js';
import { MAX_PAGE_SIZE } from './page.js';
import { selectedFields } from './selection.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its id; null when there is none.',
  })
  node(
    @Arg('id', () => ID) id: string,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Node | null> {
    return findNode(id, context, selectedFields(info, []));
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Up to 100 things by their ids, in that order; null where there is none.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'At most 100, of any types.' }) ids: string[],
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly (Node | null)[]> {
    if (ids.length > MAX_PAGE_SIZE) {
      throw badInput('ids', `"ids" takes at most ${MAX_PAGE_SIZE} ids; it has ${ids.length}.`);
    }
    const fields = selectedFields(info, []);
    return Promise.all(ids.map((id) => findNode(id, context, fields)));
  }
}

async function findNode(
  id: string,
  context: HubContext,
  fields: readonly string[],
): Promise<Node | null> {
  const kind = kindOfId(id);
  if (kind === null) return null;
  if (kind === 'item') return context.items.reading(fields).load(id);
  return inReference(id, kind, context.reader.reference);
}

function inReference(
  id: string,
  kind: Exclude<keyof typeof ID_PREFIX, 'item'>,
  reference: LocalizedReference,
): Node | null {
  const code = id.slice(ID_PREFIX[kind].length + 1);
  switch (kind) {
    case 'actor':
      return reference.actors.get(id) ?? null;
    case 'event':
      return reference.events.get(id) ?? null;
    case 'country':
      return reference.countries.get(code) ?? null;
    case 'group':
      return reference.groups.get(code) ?? null;
    case 'theme':
      return reference.themes.get(code) ?? null;
    case 'challenge':
      return reference.challenges.get(code) ?? null;
    case 'hazard':
      return reference.hazards.get(code) ?? null;
    case 'sdg':
      return reference.sdgs.get(code) ?? null;
  }
}
