import { Field, Int, ObjectType } from 'type-graphql';
import { Event } from './event.js';
import { PageInfo } from './page-info.js';

@ObjectType({ simpleResolvers: true, description: 'A place in a list.' })
export class EventEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Event)
  readonly node!: Event;
}

@ObjectType({ simpleResolvers: true, description: 'One page of a list.' })
export class EventConnection {
  @Field(() => [EventEdge])
  readonly edges!: readonly EventEdge[];

  @Field(() => [Event], { description: 'The same records without their cursors.' })
  readonly nodes!: readonly Event[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  readonly totalCount!: number;
}
