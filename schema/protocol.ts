import { Field, ObjectType } from 'type-graphql';
import { KnowledgeItem } from './knowledge-item.js';
import { ProtocolStep } from './knowledge-parts.js';
import { Node } from './node.js';
import { LocalDate } from './scalars.js';

@ObjectType({
  simpleResolvers: true,
  implements: [KnowledgeItem, Node],
  description: 'A plan, regulation or procedure; one edition of its family is in force.',
})
export class Protocol extends KnowledgeItem {
  @Field(() => String, { nullable: true })
  readonly purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'Whom and what it applies to.' })
  readonly scope!: string | null;

  @Field(() => String, { nullable: true, description: 'The rule or decision that it rests on.' })
  readonly legalBasis!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who issued this edition, its label, and whether it is the one in force.',
  })
  readonly edition!: string | null;

  @Field(() => String, { nullable: true, description: 'What is new in this edition.' })
  readonly changeNote!: string | null;

  /** Not exposed: the resolver finds `editions` by it. */
  readonly family!: string;

  @Field(() => Boolean)
  readonly inForce!: boolean;

  @Field(() => LocalDate, { nullable: true })
  readonly inForceFrom!: string | null;

  @Field(() => [Protocol], {
    description: 'All editions of the family, this one too; the one in force first, then newest.',
  })
  readonly editions!: readonly Protocol[];

  @Field(() => [ProtocolStep])
  readonly steps!: readonly ProtocolStep[];
}
