import { Arg, Ctx, ID, Int, Mutation, Resolver, UseMiddleware } from 'type-graphql';
import { EditorialRecordPayload } from '../../schema/editorial-record.js';
import { KnowledgeKind, TranslationStatus } from '../../schema/knowledge-enums.js';
import { Locale } from '../../schema/locale.js';
import { RecordContent } from '../../schema/record-content.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import { toPayload } from './editorial-payload.js';
import type { Publishing } from './publishing.js';

const VERSION = { description: 'The version that you read; CONFLICT when it has moved on.' };

/** Writing: what authors do. */
@Resolver()
export class DraftingResolver {
  constructor(private readonly publishing: Publishing) {}

  @Mutation(() => EditorialRecordPayload, { description: 'Begins a record of an institution.' })
  @UseMiddleware(ReturnProblems)
  async createDraft(
    @Arg('institution', () => ID, { description: 'Id of an actor that you work for.' })
    institution: string,
    @Arg('kind', () => KnowledgeKind) kind: KnowledgeKind,
    @Arg('content', () => RecordContent, { nullable: true }) content: RecordContent | null,
    @Arg('externalId', () => String, {
      nullable: true,
      description: 'Its name in your own system; unique within the institution.',
    })
    externalId: string | null,
    @Ctx() context: HubContext,
  ) {
    const { viewer, reader } = context;
    const start = { institution, kind, content, externalId, locale: reader.locale };
    const record = await this.publishing.drafting.create(viewer, start, reader.all);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'Begins the next version of a published record, which goes on being served.',
  })
  @UseMiddleware(ReturnProblems)
  async editItem(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Ctx() context: HubContext,
  ) {
    const record = await this.publishing.drafting.edit(context.viewer, id, expectedVersion);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, { description: 'Saves a draft; nothing is published.' })
  @UseMiddleware(ReturnProblems)
  async saveDraft(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Arg('content', () => RecordContent) input: RecordContent,
    @Arg('note', () => String, { nullable: true, description: 'For the history.' })
    note: string | null,
    @Ctx() context: HubContext,
  ) {
    const { viewer, reader } = context;
    const change = { input, note };
    const { drafting } = this.publishing;
    const record = await drafting.save(viewer, id, expectedVersion, change, reader.all);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'Gives a draft up. What is published stays; the history keeps what was written.',
  })
  @UseMiddleware(ReturnProblems)
  async discardDraft(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Ctx() context: HubContext,
  ) {
    const record = await this.publishing.drafting.discard(context.viewer, id, expectedVersion);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'Begins a new edition of a published protocol, as a record of the same family.',
  })
  @UseMiddleware(ReturnProblems)
  async createEdition(
    @Arg('from', () => ID, { description: 'Id of a published protocol.' }) from: string,
    @Arg('institution', () => ID, {
      nullable: true,
      description: 'Needed when no institution keeps the old edition.',
    })
    institution: string | null,
    @Ctx() context: HubContext,
  ) {
    const { viewer, reader } = context;
    const record = await this.publishing.editions.create(viewer, from, institution, reader.all);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'Puts a machine’s translation of the original into the draft, to be corrected.',
  })
  @UseMiddleware(ReturnProblems)
  async translateDraft(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Arg('locale', () => Locale, { description: 'The language to translate into.' }) to: Locale,
    @Ctx() context: HubContext,
  ) {
    const { translations } = this.publishing;
    const record = await translations.translate(context.viewer, id, expectedVersion, to);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'A reviewer has read a translation against the present original.',
  })
  @UseMiddleware(ReturnProblems)
  async reviewTranslation(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Arg('locale', () => Locale) locale: Locale,
    @Arg('status', () => TranslationStatus, { description: 'HUMAN or MACHINE_REVIEWED.' })
    status: TranslationStatus,
    @Ctx() context: HubContext,
  ) {
    const { translations } = this.publishing;
    const given = { locale, status };
    const record = await translations.review(context.viewer, id, expectedVersion, given);
    return toPayload(record, context, this.publishing);
  }
}
