import { Field, ID, ObjectType } from 'type-graphql';
import { Actor } from './actor.js';
import { Locale } from './locale.js';
import { HubRole, InstitutionRole } from './member-enums.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'What a member is for one institution.' })
export class Membership {
  @Field(() => Actor, { nullable: true, description: 'Null once the institution has gone.' })
  readonly institution!: Actor | null;

  @Field(() => InstitutionRole)
  readonly role!: InstitutionRole;
}

@ObjectType({ simpleResolvers: true, description: 'A person who works with the hub.' })
export class Member {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'For the member, the editors of an institution of theirs, and administrators.',
  })
  readonly email!: string | null;

  @Field(() => Locale, { description: 'The language of mail.' })
  readonly locale!: Locale;

  @Field(() => [Membership])
  readonly memberships!: readonly Membership[];

  @Field(() => [HubRole])
  readonly hubRoles!: readonly HubRole[];

  @Field(() => Boolean, { description: 'May not sign in.' })
  readonly isDisabled!: boolean;

  @Field(() => DateTime)
  readonly createdAt!: Date;
}
