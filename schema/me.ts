import { Field, ObjectType } from 'type-graphql';
import { AccessToken } from './access-token.js';
import { Member } from './member.js';
import { TokenScope } from './member-enums.js';
import { Session } from './session.js';

@ObjectType({ simpleResolvers: true, description: 'The member who asks.' })
export class Me {
  @Field(() => Member)
  readonly member!: Member;

  @Field(() => [TokenScope], { description: 'All of them, unless a token with less is used.' })
  readonly scopes!: readonly TokenScope[];

  @Field(() => [Session], { description: 'Newest first.' })
  readonly sessions!: readonly Session[];

  @Field(() => [AccessToken], { description: 'Newest first.' })
  readonly accessTokens!: readonly AccessToken[];
}
