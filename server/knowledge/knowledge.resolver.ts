import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { KnowledgeFilter, KnowledgeSort } from '../../schema/knowledge-filter.js';
import { KnowledgeItem } from '../../schema/knowledge-item.js';
import { KnowledgeItemConnection } from '../../schema/knowledge-item-connection.js';
import { Protocol } from '../../schema/protocol.js';
import { Tombstone } from '../../schema/tombstone.js';
import type { HubContext } from '../graphql/context.js';
import { pageSize } from '../graphql/page.js';
import { selectedFields } from '../graphql/selection.js';
import { OaiIdentifiers } from '../oai/oai-identifiers.js';
import type { KnowledgeService } from './knowledge.service.js';

const MAX_RELATED = 20;

@Resolver(() => KnowledgeItem)
export class KnowledgeResolver {
  constructor(private readonly knowledge: KnowledgeService) {}

  @Query(() => KnowledgeItem, {
    nullable: true,
    description: 'One record, by id or by slug; null when the hub has none that is public.',
  })
  knowledgeItem(
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('slug', () => String, { nullable: true }) slug: string | null,
    @Ctx() { reader }: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<KnowledgeItem | null> {
    return this.knowledge.find({ id, slug }, selectedFields(info, []), reader);
  }

  @Query(() => Tombstone, {
    nullable: true,
    description: 'What is left of a withdrawn record, by id or by slug; null when there is none.',
  })
  tombstone(
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('slug', () => String, { nullable: true }) slug: string | null,
    @Ctx() { reader }: HubContext,
  ): Promise<Tombstone | null> {
    return this.knowledge.tombstone({ id, slug }, reader);
  }

  @Query(() => KnowledgeItemConnection, {
    description: 'Records by filter, a page at a time. To find records by words use "search".',
  })
  knowledgeItems(
    @Arg('filter', () => KnowledgeFilter, { nullable: true }) filter: KnowledgeFilter | null,
    @Arg('sort', () => KnowledgeSort, { nullable: true, defaultValue: KnowledgeSort.NEWEST })
    sort: KnowledgeSort | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() { reader }: HubContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const request = {
      filter: this.knowledge.resolveFilter(filter, reader),
      sort: sort ?? KnowledgeSort.NEWEST,
      first: first ?? 20,
      after,
      fields: selectedFields(info, ['nodes'], ['edges', 'node']),
      withTotal: selectedFields(info, []).includes('totalCount'),
    };
    return this.knowledge.list(request, reader);
  }

  @FieldResolver()
  oaiIdentifier(@Root() { id }: KnowledgeItem, @Ctx() { reader }: HubContext): string {
    return new OaiIdentifiers(reader.publicUrl).of(id);
  }

  @FieldResolver()
  async related(
    @Root() item: KnowledgeItem,
    @Arg('first', () => Int, { nullable: true, defaultValue: 5, description: '1 to 20.' })
    first: number | null,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly KnowledgeItem[]> {
    const most = pageSize(first ?? 5, MAX_RELATED);
    const codes = (links: readonly { readonly code: string }[]) => links.map(({ code }) => code);
    const ids = await context.related.load({
      id: item.id,
      themes: codes(item.themes),
      challenges: codes(item.challenges),
      actors: item.actors.map(({ actor }) => actor.id),
      countries: codes(item.countries),
    });
    const items = context.items.reading(selectedFields(info, []));
    const loaded = await items.loadMany(ids.slice(0, most));
    return loaded.flatMap((found) => (found instanceof KnowledgeItem ? [found] : []));
  }
}

@Resolver(() => Protocol)
export class ProtocolResolver {
  constructor(private readonly knowledge: KnowledgeService) {}

  @FieldResolver()
  editions(
    @Root() protocol: Protocol,
    @Ctx() { reader }: HubContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.knowledge.editions(protocol.family, selectedFields(info, []), reader);
  }
}
