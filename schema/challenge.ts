import { Field, Int, ObjectType } from 'type-graphql';
import { KnowledgeItemConnection } from './knowledge-item-connection.js';
import { Node } from './node.js';
import { URLText } from './scalars.js';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'One of the 25 challenges that the founding meeting named.',
})
export class Challenge extends Node {
  @Field(() => String, { description: 'H1 to H25.' })
  readonly code!: string;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the challenge asks for, in a sentence.',
  })
  readonly description!: string | null;

  @Field(() => KnowledgeItemConnection, { description: 'Records that answer it, newest first.' })
  readonly items!: KnowledgeItemConnection;

  @Field(() => URLText, { description: 'The page of the challenge in the language of the answer.' })
  readonly url!: string;
}
