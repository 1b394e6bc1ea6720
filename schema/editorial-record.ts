import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Actor } from './actor.js';
import { ItemStatus, KnowledgeKind } from './knowledge-enums.js';
import { KnowledgeItem } from './knowledge-item.js';
import { PageInfo } from './page-info.js';
import { MutationPayload, Problem } from './problem.js';
import { RecordContent, TextState } from './record-content.js';
import { DateTime, LocalDate } from './scalars.js';

/** What a member may do with a record at this moment. */
export enum EditorialAction {
  SAVE = 'SAVE',
  SUBMIT = 'SUBMIT',
  RECALL = 'RECALL',
  ASSIGN = 'ASSIGN',
  REQUEST_CHANGES = 'REQUEST_CHANGES',
  PUBLISH = 'PUBLISH',
  DISCARD = 'DISCARD',
  EDIT = 'EDIT',
  NEW_EDITION = 'NEW_EDITION',
  WITHDRAW = 'WITHDRAW',
  ENDORSE = 'ENDORSE',
}
registerEnumType(EditorialAction, {
  name: 'EditorialAction',
  description: 'A step that a member may take with a record at this moment.',
});

@ObjectType({ simpleResolvers: true, description: 'A member, as others see her.' })
export class MemberName {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What a reviewer wrote to the authors.' })
export class ReviewNote {
  @Field(() => MemberName)
  readonly by!: MemberName;

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => String)
  readonly text!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The version of a record that is being worked on; the public does not see it.',
})
export class Draft {
  @Field(() => ItemStatus, { description: 'DRAFT, IN_REVIEW or CHANGES_REQUESTED.' })
  readonly status!: ItemStatus;

  @Field(() => RecordContent)
  readonly content!: RecordContent;

  @Field(() => [TextState], { description: 'Every language there is, the original first.' })
  readonly textStates!: readonly TextState[];

  @Field(() => [MemberName], { description: 'All who wrote since the last publication.' })
  readonly authors!: readonly MemberName[];

  @Field(() => MemberName, { nullable: true, description: 'Who is to review it.' })
  readonly assignee!: MemberName | null;

  @Field(() => ReviewNote, { nullable: true })
  readonly reviewNote!: ReviewNote | null;

  @Field(() => DateTime)
  readonly savedAt!: Date;

  @Field(() => MemberName)
  readonly savedBy!: MemberName;

  @Field(() => [Problem], { description: 'What is missing before it can be submitted.' })
  readonly missing!: readonly Problem[];

  @Field(() => KnowledgeItem, { description: 'As it would be published, in the asked language.' })
  readonly preview!: KnowledgeItem;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A record as the members of its institution see it.',
})
export class EditorialRecord {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly slug!: string;

  @Field(() => KnowledgeKind)
  readonly kind!: KnowledgeKind;

  @Field(() => Int, { description: 'Give it as "expectedVersion" with the next change.' })
  readonly version!: number;

  @Field(() => ItemStatus, { description: 'What the public sees; DRAFT and on until published.' })
  readonly status!: ItemStatus;

  @Field(() => String, { description: 'Of the draft, else of what is published; may be empty.' })
  readonly title!: string;

  @Field(() => Actor, { nullable: true, description: 'The institution that answers for it.' })
  readonly institution!: Actor | null;

  @Field(() => String, { nullable: true, description: 'Its name in the system it came from.' })
  readonly externalId!: string | null;

  @Field(() => Draft, { nullable: true, description: 'Null when nobody is working on it.' })
  readonly draft!: Draft | null;

  @Field(() => DateTime, { description: 'Of the last step in its history.' })
  readonly touchedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly publishedAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it has to be looked at again.' })
  readonly reviewBy!: string | null;

  @Field(() => Boolean, { description: 'True when that day has come.' })
  readonly isReviewDue!: boolean;

  @Field(() => [EditorialAction], { description: 'What you may do with it now.' })
  readonly actions!: readonly EditorialAction[];
}

@ObjectType({ simpleResolvers: true, description: 'One page of a list.' })
export class EditorialRecordConnection {
  @Field(() => [EditorialRecord])
  readonly nodes!: readonly EditorialRecord[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are on all pages.' })
  readonly totalCount!: number;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The record after the change, or problems.',
})
export class EditorialRecordPayload extends MutationPayload {
  @Field(() => EditorialRecord, { nullable: true, description: 'Null when there are problems.' })
  readonly record!: EditorialRecord | null;
}
