import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: "An institution's own way to sign in." })
export class IdentityProvider {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String, {
    description: 'The path to go to; "?to=/es/…" names the page to come back to.',
  })
  readonly startPath!: string;
}
