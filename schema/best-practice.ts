import { Field, ObjectType } from 'type-graphql';
import { KnowledgeItem } from './knowledge-item.js';
import { Result } from './knowledge-parts.js';
import { Node } from './node.js';

@ObjectType({
  simpleResolvers: true,
  implements: [KnowledgeItem, Node],
  description: 'A way of doing something that worked and that others can take up.',
})
export class BestPractice extends KnowledgeItem {
  @Field(() => String, { nullable: true, description: 'What it solves.' })
  readonly problem!: string | null;

  @Field(() => String, { nullable: true, description: 'How it is done.' })
  readonly approach!: string | null;

  @Field(() => [String], { description: 'What helped.' })
  readonly enablers!: readonly string[];

  @Field(() => [String], { description: 'What stood in the way.' })
  readonly obstacles!: readonly string[];

  @Field(() => [Result])
  readonly results!: readonly Result[];

  @Field(() => String, { nullable: true, description: 'What others need to do the same.' })
  readonly replicability!: string | null;
}
