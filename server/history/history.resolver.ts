import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, UseMiddleware } from 'type-graphql';
import { EditorialRecordPayload } from '../../schema/editorial-record.js';
import { Locale } from '../../schema/locale.js';
import { FieldChange, RevisionConnection } from '../../schema/revision.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import { toPayload } from '../publishing/editorial-payload.js';
import type { Publishing } from '../publishing/publishing.js';
import { compareContents, toComparable } from './compare.js';

@Resolver()
export class HistoryResolver {
  constructor(private readonly publishing: Publishing) {}

  @Query(() => RevisionConnection, {
    description: 'Who changed a record of your institution, when and how; latest first.',
  })
  revisions(
    @Arg('id', () => ID) id: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() { viewer }: HubContext,
  ) {
    return this.publishing.history.page(viewer, id, first ?? 20, after);
  }

  @Query(() => [FieldChange], { description: 'What differs between two revisions of a record.' })
  async compareRevisions(
    @Arg('id', () => ID) id: string,
    @Arg('from', () => Int, { description: 'Number of a revision.' }) from: number,
    @Arg('to', () => Int, { description: 'Number of a revision.' }) to: number,
    @Ctx() { viewer }: HubContext,
  ): Promise<readonly FieldChange[]> {
    const { history } = this.publishing;
    const pair = await Promise.all(
      [from, to].map((number) => history.one(viewer, 'compareRevisions', id, number)),
    );
    const [before, after] = pair.map(({ content }) => toComparable(content));
    return compareContents(before ?? {}, after ?? {});
  }

  @Query(() => [FieldChange], {
    description: 'What changed in the original since a translation was made from it.',
  })
  async changesSinceTranslation(
    @Arg('id', () => ID) id: string,
    @Arg('locale', () => Locale, { description: 'The language of the translation.' })
    locale: Locale,
    @Ctx() { viewer }: HubContext,
  ): Promise<readonly FieldChange[]> {
    const record = await this.publishing.editorial.find(viewer, id);
    const present = record.draft?.content ?? record;
    const madeFrom = present.texts[locale]?.madeFrom ?? present.textVersion;
    if (madeFrom >= present.textVersion) return [];
    const { history } = this.publishing;
    const then = await history.originalAt(viewer, id, madeFrom);
    if (!then) return [];
    const changes = compareContents(toComparable(then.content), toComparable(present));
    return changes.filter((change) => change.locale === present.originalLocale);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'Makes an earlier revision the draft, as a new step; nothing is undone.',
  })
  @UseMiddleware(ReturnProblems)
  async restoreRevision(
    @Arg('id', () => ID) id: string,
    @Arg('number', () => Int, { description: 'Of the revision to restore.' }) number: number,
    @Arg('expectedVersion', () => Int, {
      description: 'The version that you read; CONFLICT when it has moved on.',
    })
    expectedVersion: number,
    @Ctx() context: HubContext,
  ) {
    const { restoring } = this.publishing;
    const record = await restoring.restore(context.viewer, id, number, expectedVersion);
    return toPayload(record, context, this.publishing);
  }
}
