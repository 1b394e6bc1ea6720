import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Member } from './member.js';
import { HubRole, InstitutionRole } from './member-enums.js';
import { MutationPayload } from './problem.js';

@InputType({ description: 'What a member of an institution is to be for it.' })
export class ChangeMemberRoleInput {
  @Field(() => ID, { description: 'The id of a member.' })
  readonly member!: string;

  @Field(() => ID, { description: 'The id of an actor.' })
  readonly institution!: string;

  @Field(() => InstitutionRole)
  readonly role!: InstitutionRole;
}

@InputType({ description: 'Who is to leave an institution.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: 'The id of a member.' })
  readonly member!: string;

  @Field(() => ID, { description: 'The id of an actor.' })
  readonly institution!: string;
}

@InputType({ description: 'What a member is to be for the whole hub.' })
export class SetHubRolesInput {
  @Field(() => ID, { description: 'The id of a member.' })
  readonly member!: string;

  @Field(() => [HubRole], { description: 'All of them; an empty list takes them away.' })
  readonly hubRoles!: HubRole[];
}

@InputType({ description: 'Which member.' })
export class MemberInput {
  @Field(() => ID, { description: 'The id of a member.' })
  readonly member!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'A member after a change; sessions from before it have ended.',
})
export class MemberPayload extends MutationPayload {
  @Field(() => Member, { nullable: true })
  readonly member!: Member | null;
}
