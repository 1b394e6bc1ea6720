import { Field, ObjectType } from 'type-graphql';
import { KnowledgeItem } from './knowledge-item.js';
import { Result } from './knowledge-parts.js';
import { Node } from './node.js';
import { LocalDate } from './scalars.js';

@ObjectType({
  simpleResolvers: true,
  implements: [KnowledgeItem, Node],
  description: 'What one institution or country did, in its context, and what came of it.',
})
export class CaseStudy extends KnowledgeItem {
  @Field(() => String, { nullable: true, description: 'The situation that it began in.' })
  readonly context!: string | null;

  @Field(() => String, { nullable: true, description: 'How it was done.' })
  readonly approach!: string | null;

  @Field(() => [Result])
  readonly results!: readonly Result[];

  @Field(() => LocalDate, { nullable: true })
  readonly startDate!: string | null;

  @Field(() => LocalDate, { nullable: true })
  readonly endDate!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Null when nobody has said.' })
  readonly stillRunning!: boolean | null;
}
