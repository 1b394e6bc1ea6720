import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Actor } from './actor.js';
import { PageInfo } from './page-info.js';
import { PartnerKeyKind } from './partner-enums.js';
import { PartnerUsage } from './partner-usage.js';
import { DateTime } from './scalars.js';
import { StoredQuery } from './stored-query.js';

@ObjectType({
  simpleResolvers: true,
  description: 'What a partner’s pages or servers say who they are with.',
})
export class PartnerKey {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => PartnerKeyKind)
  readonly kind!: PartnerKeyKind;

  @Field(() => String, { description: 'Its first letters; the rest was shown only once.' })
  readonly prefix!: string;

  @Field(() => String)
  readonly lastFour!: string;

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'To about five minutes.' })
  readonly lastUsedAt!: Date | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Who shows the hub’s answers on sites of their own.',
})
export class Partner {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Actor, {
    nullable: true,
    description: 'Whose editors keep the partner. Null: administrators alone do.',
  })
  readonly actor!: Actor | null;

  @Field(() => String, { description: 'The e-mail address of whoever answers for its sites.' })
  readonly contact!: string;

  @Field(() => [String], {
    description: 'Where public keys are good: https://www.example.org or https://*.example.org.',
  })
  readonly origins!: readonly string[];

  @Field(() => [PartnerKey])
  readonly keys!: readonly PartnerKey[];

  @Field(() => [StoredQuery], { description: 'By id.' })
  readonly storedQueries?: readonly StoredQuery[];

  @Field(() => PartnerUsage, { description: 'The last thirty days, unless others are asked for.' })
  readonly usage?: PartnerUsage;

  @Field(() => Int, { description: 'Give it as "expectedVersion" with the next change.' })
  readonly version!: number;

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => DateTime)
  readonly updatedAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: 'A place in a list.' })
export class PartnerEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Partner)
  readonly node!: Partner;
}

@ObjectType({ simpleResolvers: true, description: 'One page of a list.' })
export class PartnerConnection {
  @Field(() => [PartnerEdge])
  readonly edges!: readonly PartnerEdge[];

  @Field(() => [Partner], { description: 'The same partners without their cursors.' })
  readonly nodes!: readonly Partner[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  readonly totalCount!: number;
}
