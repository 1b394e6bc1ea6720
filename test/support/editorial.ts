import type { Problem } from '../../schema/problem.js';
import { asMember } from './members.js';
import type { TestHub } from './start-test-hub.js';

const RECORD = `record {
  id slug kind version status title
  institution { id }
  actions
  draft {
    status
    authors { name } assignee { name } reviewNote { text }
    missing { code field }
    textStates { locale status isStale }
    content { originalLocale themes countries texts { locale title summary lesson } }
  }
}
problems { code message field currentVersion }`;

const STEPS = {
  createDraft: [
    '$institution: ID!, $kind: KnowledgeKind!, $content: RecordContentInput, $externalId: String',
  ],
  editItem: ['$id: ID!, $expectedVersion: Int!'],
  saveDraft: ['$id: ID!, $expectedVersion: Int!, $content: RecordContentInput!, $note: String'],
  discardDraft: ['$id: ID!, $expectedVersion: Int!'],
  submitDraft: ['$id: ID!, $expectedVersion: Int!, $note: String'],
  recallDraft: ['$id: ID!, $expectedVersion: Int!'],
  assignReviewer: ['$id: ID!, $expectedVersion: Int!, $member: ID'],
  requestChanges: ['$id: ID!, $expectedVersion: Int!, $note: String!'],
  publishDraft: ['$id: ID!, $expectedVersion: Int!, $note: String'],
  withdrawItem: ['$id: ID!, $expectedVersion: Int!, $reason: [LocalizedTextInput!]!'],
  endorseItem: ['$id: ID!, $expectedVersion: Int!, $country: CountryCode!, $note: String'],
  handOverItem: ['$id: ID!, $expectedVersion: Int!, $institution: ID!'],
  createEdition: ['$from: ID!, $institution: ID'],
  translateDraft: ['$id: ID!, $expectedVersion: Int!, $locale: Locale!'],
  reviewTranslation: [
    '$id: ID!, $expectedVersion: Int!, $locale: Locale!, $status: TranslationStatus!',
  ],
  restoreRevision: ['$id: ID!, $number: Int!, $expectedVersion: Int!'],
} as const;

export type EditorialStep = keyof typeof STEPS;

export interface EditorialAnswer {
  readonly record: {
    readonly id: string;
    readonly slug: string;
    readonly version: number;
    readonly status: string;
    readonly actions: readonly string[];
    readonly draft: { readonly status: string; readonly [name: string]: unknown } | null;
  } | null;
  readonly problems: readonly Problem[];
}

/** The document of a step, with all that tests look at in its answer. */
export function stepDocument(step: EditorialStep): string {
  const [declared] = STEPS[step];
  const names = [...declared.matchAll(/\$(\w+)/g)].map(([, name]) => `${name}: $${name}`);
  return `mutation (${declared}) { ${step}(${names.join(', ')}) { ${RECORD} } }`;
}

/** Takes one step as a member. */
export async function takeStep(
  hub: TestHub,
  member: string,
  step: EditorialStep,
  variables: Record<string, unknown>,
): Promise<EditorialAnswer> {
  const data = await asMember(hub, member)<Record<string, EditorialAnswer>>(
    stepDocument(step),
    variables,
  );
  return data[step] as EditorialAnswer;
}

export const LESSON = {
  originalLocale: 'ES',
  texts: [
    {
      locale: 'ES',
      title: 'Comprar juntos abarata las pruebas',
      summary: 'Dos institutos compraron pruebas en común y pagaron menos.',
      lesson: 'Quien compra en común paga menos.',
    },
  ],
};

/** Steps of one record, each with the version that the last one left. */
export class RecordSteps {
  private constructor(
    private readonly hub: TestHub,
    readonly id: string,
    public version: number,
  ) {}

  static async create(
    hub: TestHub,
    member: string,
    institution: string,
    content: Record<string, unknown>,
    kind = 'LESSON_LEARNED',
  ): Promise<RecordSteps> {
    const { record, problems } = await takeStep(hub, member, 'createDraft', {
      institution,
      kind,
      content,
    });
    if (!record) throw new Error(JSON.stringify(problems));
    return new RecordSteps(hub, record.id, record.version);
  }

  static of(hub: TestHub, { id, version }: { id: string; version: number }): RecordSteps {
    return new RecordSteps(hub, id, version);
  }

  async take(
    member: string,
    step: EditorialStep,
    variables: Record<string, unknown> = {},
  ): Promise<EditorialAnswer> {
    const whole = { id: this.id, expectedVersion: this.version, ...variables };
    const answer = await takeStep(this.hub, member, step, whole);
    this.version = answer.record?.version ?? this.version;
    return answer;
  }
}
