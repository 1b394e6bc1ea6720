import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Event } from '../../schema/event.js';
import { EventConnection } from '../../schema/event-connection.js';
import { badInput } from '../errors.js';
import type { HubContext } from '../graphql/context.js';
import { listFingerprint, pageOf } from '../graphql/page.js';
import { itemsOf } from '../knowledge/items-of.js';

@Resolver(() => Event)
export class EventResolver {
  @Query(() => Event, { nullable: true, description: 'One event, by id or by slug.' })
  event(
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('slug', () => String, { nullable: true }) slug: string | null,
    @Ctx() { reader: { reference } }: HubContext,
  ): Event | null {
    if (id != null && slug == null) return reference.events.get(id) ?? null;
    if (slug != null && id == null) return reference.eventBySlug(slug);
    throw badInput('id', 'Give either "id" or "slug".');
  }

  @Query(() => EventConnection, { description: 'Meetings and conferences, latest first.' })
  events(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() { reader: { reference } }: HubContext,
  ) {
    const all = [...reference.events.values()];
    const latestFirst = ({ startDate }: Event) => -Date.parse(startDate ?? '1900-01-01');
    return pageOf(all, listFingerprint('events'), latestFirst, { first: first ?? 20, after });
  }

  @FieldResolver()
  items(
    @Root() event: Event,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const codes = [event.id];
    return itemsOf(context, info, { path: 'event', codes, first, after });
  }
}
