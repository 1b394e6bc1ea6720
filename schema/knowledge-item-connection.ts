import { Field, Int, ObjectType } from 'type-graphql';
import { KnowledgeItem } from './knowledge-item.js';
import { PageInfo } from './page-info.js';

@ObjectType({ simpleResolvers: true, description: 'A place in a list.' })
export class KnowledgeItemEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => KnowledgeItem)
  readonly node!: KnowledgeItem;
}

@ObjectType({ simpleResolvers: true, description: 'One page of a list.' })
export class KnowledgeItemConnection {
  @Field(() => [KnowledgeItemEdge])
  readonly edges!: readonly KnowledgeItemEdge[];

  @Field(() => [KnowledgeItem], { description: 'The same records without their cursors.' })
  readonly nodes!: readonly KnowledgeItem[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  readonly totalCount!: number;
}
