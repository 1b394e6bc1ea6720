import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { LocalizedTextInput } from './editorial-inputs.js';
import { Locale } from './locale.js';
import { MutationPayload } from './problem.js';
import { ThematicArea } from './thematic-area.js';

@InputType({ description: 'Other words for a concept in one language.' })
export class SynonymsInput {
  @Field(() => Locale)
  readonly locale!: Locale;

  @Field(() => [String], { description: 'At most 20.' })
  readonly texts!: string[];
}

@InputType({ description: 'A concept of the thesaurus as it is to be.' })
export class ThematicAreaInput {
  @Field(() => String, { description: 'Lower-case letters, digits and hyphens; never changes.' })
  readonly code!: string;

  @Field(() => [LocalizedTextInput], { description: 'One in each of the four languages.' })
  readonly labels!: LocalizedTextInput[];

  @Field(() => [SynonymsInput], { nullable: true, description: 'Left out: none.' })
  readonly synonyms?: SynonymsInput[] | null;

  @Field(() => String, { nullable: true, description: 'Code of the wider theme, if any.' })
  readonly broader?: string | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The theme after the change, or problems.',
})
export class ThematicAreaPayload extends MutationPayload {
  @Field(() => ThematicArea, { nullable: true, description: 'Null when there are problems.' })
  readonly thematicArea!: ThematicArea | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Give it as "expectedVersion" with the next change.',
  })
  readonly version!: number | null;
}
