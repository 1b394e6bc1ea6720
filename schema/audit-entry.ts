import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from './page-info.js';
import { DateTime } from './scalars.js';

export enum AuditOutcome {
  DONE = 'DONE',
  REFUSED = 'REFUSED',
}
registerEnumType(AuditOutcome, {
  name: 'AuditOutcome',
  description: 'Whether something on record was done.',
});

@ObjectType({ simpleResolvers: true, description: 'One thing that was done, or was refused.' })
export class AuditEntry {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'The member who did it. Null for strangers and for the command line.',
  })
  readonly memberId!: string | null;

  @Field(() => String, { description: 'A dotted name, such as "session.start".' })
  readonly action!: string;

  @Field(() => ID, { nullable: true, description: 'What it was done to.' })
  readonly target!: string | null;

  @Field(() => AuditOutcome)
  readonly outcome!: AuditOutcome;

  @Field(() => String, { nullable: true, description: 'The network that it came from.' })
  readonly address!: string | null;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;
}

@InputType({ description: 'Every part that is given narrows the list.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'Who did it.' })
  readonly memberId?: string | null;

  @Field(() => String, { nullable: true, description: 'A dotted name, such as "session.start".' })
  readonly action?: string | null;

  @Field(() => ID, { nullable: true, description: 'What it was done to.' })
  readonly target?: string | null;

  @Field(() => AuditOutcome, { nullable: true })
  readonly outcome?: AuditOutcome | null;

  @Field(() => DateTime, { nullable: true, description: 'The first moment.' })
  readonly since?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The moment after the last.' })
  readonly until?: Date | null;
}

@ObjectType({ simpleResolvers: true, description: 'A place in a list.' })
export class AuditEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => AuditEntry)
  readonly node!: AuditEntry;
}

@ObjectType({ simpleResolvers: true, description: 'One page of a list.' })
export class AuditConnection {
  @Field(() => [AuditEdge])
  readonly edges!: readonly AuditEdge[];

  @Field(() => [AuditEntry], { description: 'The same entries without their cursors.' })
  readonly nodes!: readonly AuditEntry[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
