import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { StoredQueryStatus } from './partner-enums.js';
import { MutationPayload } from './problem.js';
import { DateTime } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'One of the variables of a stored query.' })
export class StoredQueryVariable {
  @Field(() => String)
  readonly name!: string;

  @Field(() => [String], {
    description:
      'As in an address: one text, several for a list, none for nothing. Fixed, or what it is when a visitor gives none.',
  })
  readonly values!: readonly string[];

  @Field(() => Boolean, { description: 'Whether a visitor may give other values.' })
  readonly isOpen!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A query of a partner that its pages ask for by name.',
})
export class StoredQuery {
  @Field(() => ID, { description: 'Part of its address: /embed/<id>.json.' })
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: 'GraphQL.' })
  readonly document!: string;

  @Field(() => String, { description: 'For /graphql?documentId=…, as "sha256:…".' })
  readonly documentId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Which of several operations in the document is answered.',
  })
  readonly operationName!: string | null;

  @Field(() => [StoredQueryVariable])
  readonly variables!: readonly StoredQueryVariable[];

  @Field(() => StoredQueryStatus)
  readonly status!: StoredQueryStatus;

  @Field(() => Int, { description: 'Give it as "expectedVersion" with the next change.' })
  readonly version!: number;

  @Field(() => DateTime)
  readonly createdAt!: Date;

  @Field(() => DateTime)
  readonly updatedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'To a few seconds.' })
  readonly lastUsedAt!: Date | null;
}

@InputType({ description: 'One of the variables of a stored query.' })
export class StoredQueryVariableInput {
  @Field(() => String, { description: 'As the document declares it, without the dollar sign.' })
  readonly name!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'As in an address: one text, several for a list, none for nothing. Fixed, or what it is when a visitor gives none.',
  })
  readonly values?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a visitor may give other values; otherwise not.',
  })
  readonly isOpen?: boolean | null;
}

@InputType({ description: 'A query that a partner’s pages are to ask for.' })
export class SaveStoredQueryInput {
  @Field(() => ID, { description: 'Of the partner.' })
  readonly partner!: string;

  @Field(() => ID, {
    description: 'Lower-case letters, digits and hyphens, 3 to 60; nobody else’s in the hub.',
  })
  readonly id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you read; nothing for a new query.',
  })
  readonly expectedVersion?: number | null;

  @Field(() => String, { description: 'For people, up to 200 characters.' })
  readonly title!: string;

  @Field(() => String, {
    description: 'A GraphQL query without introspection, up to 20,000 characters.',
  })
  readonly document!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Which operation is answered, where the document holds several.',
  })
  readonly operationName?: string | null;

  @Field(() => [StoredQueryVariableInput], {
    nullable: true,
    description: 'Every variable that the operation declares.',
  })
  readonly variables?: StoredQueryVariableInput[] | null;
}

@InputType({ description: 'Whether a stored query is to be answered.' })
export class ChangeStoredQueryStatusInput {
  @Field(() => ID, { description: 'Of the stored query.' })
  readonly id!: string;

  @Field(() => Int, { description: 'The version that you read; CONFLICT when it has moved on.' })
  readonly expectedVersion!: number;

  @Field(() => StoredQueryStatus)
  readonly status!: StoredQueryStatus;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'A stored query after a change.',
})
export class StoredQueryPayload extends MutationPayload {
  @Field(() => StoredQuery, { nullable: true })
  readonly storedQuery!: StoredQuery | null;
}
