import { Field, ID, InputType } from 'type-graphql';
import { ItemStatus } from './knowledge-enums.js';
import { Locale } from './locale.js';

@InputType({ description: 'A text in one language.' })
export class LocalizedTextInput {
  @Field(() => Locale)
  readonly locale!: Locale;

  @Field(() => String, { description: 'In that language.' })
  readonly text!: string;
}

@InputType({ description: 'Different fields all have to hold.' })
export class EditorialFilter {
  @Field(() => ID, { nullable: true, description: 'Id of an institution; empty: all of yours.' })
  readonly institution?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: drafts that you wrote in.' })
  readonly mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: drafts that you are to review.' })
  readonly assignedToMe?: boolean | null;

  @Field(() => [ItemStatus], { nullable: true, description: 'Status of the draft.' })
  readonly draftStatus?: ItemStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: those to be looked at again.' })
  readonly reviewDue?: boolean | null;
}
