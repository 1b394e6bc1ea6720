import { Field, ObjectType } from 'type-graphql';
import { KnowledgeItemConnection } from './knowledge-item-connection.js';
import { Node } from './node.js';
import { URLText } from './scalars.js';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description:
    'A concept of the hub’s thesaurus: labels and synonyms in every language, broader and narrower concepts.',
})
export class ThematicArea extends Node {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [String], { description: 'Other words for it in the language of the answer.' })
  readonly synonyms!: readonly string[];

  @Field(() => ThematicArea, { nullable: true })
  readonly broader!: ThematicArea | null;

  @Field(() => [ThematicArea])
  readonly narrower!: readonly ThematicArea[];

  @Field(() => KnowledgeItemConnection, {
    description: 'Records filed under it or under a narrower concept, newest first.',
  })
  readonly items!: KnowledgeItemConnection;

  @Field(() => URLText, { description: 'The page of the theme in the language of the answer.' })
  readonly url!: string;
}
