import { Field, Float, ObjectType } from 'type-graphql';
import { LocalDate } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'What a partner asked for on one day.' })
export class UsageOfDay {
  @Field(() => LocalDate, { description: 'In UTC.' })
  readonly day!: string;

  @Field(() => Float)
  readonly requests!: number;

  @Field(() => Float, { description: 'What quotas count.' })
  readonly cost!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How often one query was asked for.' })
export class UsageOfQuery {
  @Field(() => String, {
    nullable: true,
    description: 'Id of a stored or ready-made query; null for operations of the caller’s own.',
  })
  readonly query!: string | null;

  @Field(() => Float)
  readonly requests!: number;

  @Field(() => Float, { description: 'What quotas count.' })
  readonly cost!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How often a site asked.' })
export class UsageOfOrigin {
  @Field(() => String, {
    nullable: true,
    description: 'Null for servers, which have none; "*" for all beyond 200 rows a day.',
  })
  readonly origin!: string | null;

  @Field(() => Float)
  readonly requests!: number;

  @Field(() => Float, { description: 'What quotas count.' })
  readonly cost!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What a partner asked for in some days.' })
export class PartnerUsage {
  @Field(() => LocalDate, { description: 'The first day.' })
  readonly since!: string;

  @Field(() => LocalDate, { description: 'The last day.' })
  readonly until!: string;

  @Field(() => Float)
  readonly requests!: number;

  @Field(() => Float, { description: 'What quotas count.' })
  readonly cost!: number;

  @Field(() => [UsageOfDay], { description: 'Oldest first; days without use are left out.' })
  readonly days!: readonly UsageOfDay[];

  @Field(() => [UsageOfQuery], { description: 'The 500 busiest, with the busiest first.' })
  readonly queries!: readonly UsageOfQuery[];

  @Field(() => [UsageOfOrigin], { description: 'The 500 busiest, with the busiest first.' })
  readonly origins!: readonly UsageOfOrigin[];
}
