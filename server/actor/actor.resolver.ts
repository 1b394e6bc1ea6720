import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Actor } from '../../schema/actor.js';
import { ActorConnection } from '../../schema/actor-connection.js';
import { ActorKind } from '../../schema/actor-enums.js';
import { CountryCode } from '../../schema/scalars.js';
import { badInput } from '../errors.js';
import type { HubContext } from '../graphql/context.js';
import { itemsOf } from '../knowledge/items-of.js';
import { listActors } from './actor-list.js';

@Resolver(() => Actor)
export class ActorResolver {
  @Query(() => Actor, { nullable: true, description: 'One actor, by id or by slug.' })
  actor(
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('slug', () => String, { nullable: true }) slug: string | null,
    @Ctx() { reader: { reference } }: HubContext,
  ): Actor | null {
    if (id != null && slug == null) return reference.actors.get(id) ?? null;
    if (slug != null && id == null) return reference.actorBySlug(slug);
    throw badInput('id', 'Give either "id" or "slug".');
  }

  @Query(() => ActorConnection, { description: 'Actors in the order of their names.' })
  actors(
    @Arg('query', () => String, {
      nullable: true,
      description: 'Words that a name, acronym or alias has to begin with; accents do not matter.',
    })
    query: string | null,
    @Arg('kinds', () => [ActorKind], { nullable: true }) kinds: ActorKind[] | null,
    @Arg('countries', () => [CountryCode], { nullable: true }) countries: string[] | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() { reader }: HubContext,
  ) {
    return listActors({ query, kinds, countries, first: first ?? 20, after }, reader);
  }

  @FieldResolver()
  items(
    @Root() actor: Actor,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const codes = [actor.id];
    return itemsOf(context, info, { path: 'actors.actor', codes, first, after });
  }
}
