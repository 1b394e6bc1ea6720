import { Field, Int, ObjectType } from 'type-graphql';
import { Member } from './member.js';
import { PageInfo } from './page-info.js';

@ObjectType({ simpleResolvers: true, description: 'A place in a list.' })
export class MemberEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Member)
  readonly node!: Member;
}

@ObjectType({ simpleResolvers: true, description: 'One page of a list.' })
export class MemberConnection {
  @Field(() => [MemberEdge])
  readonly edges!: readonly MemberEdge[];

  @Field(() => [Member], { description: 'The same members without their cursors.' })
  readonly nodes!: readonly Member[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  readonly totalCount!: number;
}
