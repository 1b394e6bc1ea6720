import { Field, ObjectType } from 'type-graphql';
import { LessonLevel, LessonNature } from './knowledge-enums.js';
import { KnowledgeItem } from './knowledge-item.js';
import { Node } from './node.js';

@ObjectType({
  simpleResolvers: true,
  implements: [KnowledgeItem, Node],
  description: 'A conclusion drawn from experience, or a challenge that was stated.',
})
export class LessonLearned extends KnowledgeItem {
  @Field(() => String, { nullable: true, description: 'What was seen.' })
  readonly observation!: string | null;

  @Field(() => String, { nullable: true, description: 'What follows from it.' })
  readonly lesson!: string | null;

  @Field(() => String, { nullable: true, description: 'What to do about it.' })
  readonly recommendation!: string | null;

  @Field(() => LessonLevel, { nullable: true })
  readonly level!: LessonLevel | null;

  @Field(() => LessonNature)
  readonly nature!: LessonNature;
}
