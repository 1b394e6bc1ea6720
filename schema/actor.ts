import { Field, ObjectType } from 'type-graphql';
import { ActorKind } from './actor-enums.js';
import { Country } from './country.js';
import { KnowledgeItemConnection } from './knowledge-item-connection.js';
import { Node } from './node.js';
import { URLText } from './scalars.js';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'An institution, body, fund, committee, network or platform.',
})
export class Actor extends Node {
  @Field(() => String)
  readonly slug!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'In the language of the answer.' })
  readonly acronym!: string | null;

  @Field(() => [String], { description: 'Other names, and acronyms of other languages.' })
  readonly aliases!: readonly string[];

  @Field(() => ActorKind)
  readonly kind!: ActorKind;

  @Field(() => Country, { nullable: true })
  readonly country!: Country | null;

  @Field(() => Actor, { nullable: true, description: 'What it is a part of.' })
  readonly parent!: Actor | null;

  @Field(() => [Actor], { description: 'Its parts and its members today.' })
  readonly members!: readonly Actor[];

  @Field(() => URLText, { nullable: true })
  readonly website!: string | null;

  @Field(() => String, { nullable: true })
  readonly description!: string | null;

  @Field(() => KnowledgeItemConnection, { description: 'Records it took part in, newest first.' })
  readonly items!: KnowledgeItemConnection;
}
