import { Field, Int, ObjectType } from 'type-graphql';
import { Actor } from './actor.js';
import { PageInfo } from './page-info.js';

@ObjectType({ simpleResolvers: true, description: 'A place in a list.' })
export class ActorEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Actor)
  readonly node!: Actor;
}

@ObjectType({ simpleResolvers: true, description: 'One page of a list.' })
export class ActorConnection {
  @Field(() => [ActorEdge])
  readonly edges!: readonly ActorEdge[];

  @Field(() => [Actor], { description: 'The same records without their cursors.' })
  readonly nodes!: readonly Actor[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  readonly totalCount!: number;
}
