import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MemberName } from './editorial-record.js';
import { ItemStatus } from './knowledge-enums.js';
import { Locale } from './locale.js';
import { PageInfo } from './page-info.js';
import { RecordContent } from './record-content.js';
import { DateTime } from './scalars.js';

/** What was done in one step of a record's life. */
export enum RevisionAction {
  SHIPPED = 'SHIPPED',
  CREATED = 'CREATED',
  EDITED = 'EDITED',
  SAVED = 'SAVED',
  DISCARDED = 'DISCARDED',
  SUBMITTED = 'SUBMITTED',
  RECALLED = 'RECALLED',
  ASSIGNED = 'ASSIGNED',
  HANDED_OVER = 'HANDED_OVER',
  CHANGES_REQUESTED = 'CHANGES_REQUESTED',
  PUBLISHED = 'PUBLISHED',
  ENDORSED = 'ENDORSED',
  TRANSLATED = 'TRANSLATED',
  TRANSLATION_REVIEWED = 'TRANSLATION_REVIEWED',
  RESTORED = 'RESTORED',
  IN_FORCE = 'IN_FORCE',
  SUPERSEDED = 'SUPERSEDED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(RevisionAction, {
  name: 'RevisionAction',
  description: 'What was done in one step of a record’s life.',
  valuesConfig: {
    SHIPPED: { description: 'Came with the hub.' },
    HANDED_OVER: { description: 'Another institution answers for it now.' },
    EDITED: { description: 'A next version of what is published was begun.' },
    RESTORED: { description: 'An earlier revision was made the draft.' },
    IN_FORCE: { description: 'The edition came into force.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'One step of a record’s life; never changed.' })
export class Revision {
  @Field(() => Int, { description: 'The version that the record had after it.' })
  readonly number!: number;

  @Field(() => RevisionAction)
  readonly action!: RevisionAction;

  @Field(() => MemberName, { nullable: true, description: 'Null: the hub itself.' })
  readonly by!: MemberName | null;

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => ItemStatus, { description: 'Of what was worked on, after the step.' })
  readonly status!: ItemStatus;

  @Field(() => RecordContent)
  readonly content!: RecordContent;
}

@ObjectType({ simpleResolvers: true, description: 'One page of a history, latest first.' })
export class RevisionConnection {
  @Field(() => [Revision])
  readonly nodes!: readonly Revision[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'A field that differs between two revisions.' })
export class FieldChange {
  @Field(() => String, { description: 'As in the input, such as "themes" or "title".' })
  readonly field!: string;

  @Field(() => Locale, { nullable: true, description: 'Of a text.' })
  readonly locale!: Locale | null;

  @Field(() => String, { nullable: true, description: 'Null when there was none.' })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: 'Null when there is none any more.' })
  readonly after!: string | null;
}
