import { Field, ObjectType } from 'type-graphql';
import { Actor } from './actor.js';
import { KnowledgeItemConnection } from './knowledge-item-connection.js';
import { Node } from './node.js';
import { LocalDate } from './scalars.js';

@ObjectType({ simpleResolvers: true, implements: Node, description: 'A meeting or conference.' })
export class Event extends Node {
  @Field(() => String)
  readonly slug!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true })
  readonly description!: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly startDate!: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly endDate!: string | null;

  @Field(() => String, { nullable: true })
  readonly place!: string | null;

  @Field(() => [Actor])
  readonly organizers!: readonly Actor[];

  @Field(() => KnowledgeItemConnection, { description: 'Records presented there, newest first.' })
  readonly items!: KnowledgeItemConnection;
}
