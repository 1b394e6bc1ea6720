import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum SuggestionKind {
  ITEM = 'ITEM',
  THEME = 'THEME',
  COUNTRY = 'COUNTRY',
  ACTOR = 'ACTOR',
}
registerEnumType(SuggestionKind, {
  name: 'SuggestionKind',
  description: 'What a suggestion leads to.',
});

@ObjectType({
  simpleResolvers: true,
  description:
    '`value` is what to follow: a slug for items and actors, a code for themes and countries.',
})
export class Suggestion {
  @Field(() => SuggestionKind)
  readonly kind!: SuggestionKind;

  @Field(() => String)
  readonly text!: string;

  @Field(() => String)
  readonly value!: string;
}
