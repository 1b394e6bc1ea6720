import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, UseMiddleware } from 'type-graphql';
import { LocalizedTextInput } from '../../schema/editorial-inputs.js';
import { EditorialRecordPayload } from '../../schema/editorial-record.js';
import { FourEyesPayload } from '../../schema/four-eyes-payload.js';
import type { MutationPayload } from '../../schema/problem.js';
import { CountryCode } from '../../schema/scalars.js';
import { authorize } from '../auth/permissions.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import { toPayload } from './editorial-payload.js';
import type { Publishing } from './publishing.js';

const VERSION = { description: 'The version that you read; CONFLICT when it has moved on.' };

/** From the draft to the public, and back: what authors submit and reviewers decide. */
@Resolver()
export class ReviewResolver {
  constructor(private readonly publishing: Publishing) {}

  @Mutation(() => EditorialRecordPayload, {
    description: 'Hands a draft to the reviewers; INCOMPLETE tells what is missing.',
  })
  @UseMiddleware(ReturnProblems)
  async submitDraft(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Arg('note', () => String, { nullable: true, description: 'For the reviewers.' })
    note: string | null,
    @Ctx() context: HubContext,
  ) {
    const { review } = this.publishing;
    const record = await review.submit(context.viewer, id, expectedVersion, note);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'Takes a submitted draft back, to go on writing.',
  })
  @UseMiddleware(ReturnProblems)
  async recallDraft(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Ctx() context: HubContext,
  ) {
    const record = await this.publishing.review.recall(context.viewer, id, expectedVersion);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, { description: 'Says who is to review a draft.' })
  @UseMiddleware(ReturnProblems)
  async assignReviewer(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Arg('member', () => ID, { nullable: true, description: 'An editor; null: nobody.' })
    member: string | null,
    @Ctx() context: HubContext,
  ) {
    const { review } = this.publishing;
    const record = await review.assign(context.viewer, id, expectedVersion, member);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'Gives a draft back to its authors, with what they have to change.',
  })
  @UseMiddleware(ReturnProblems)
  async requestChanges(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Arg('note', () => String, { description: 'What the authors have to change.' }) note: string,
    @Ctx() context: HubContext,
  ) {
    const { review } = this.publishing;
    const record = await review.requestChanges(context.viewer, id, expectedVersion, note);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'Approves a submitted draft: it takes the place of what was public.',
  })
  @UseMiddleware(ReturnProblems)
  async publishDraft(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Arg('note', () => String, { nullable: true, description: 'For the history.' })
    note: string | null,
    @Ctx() context: HubContext,
  ) {
    const { publication } = this.publishing;
    const record = await publication.publish(context.viewer, id, expectedVersion, note);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'Takes a record from the public for good; its page tells when and why.',
  })
  @UseMiddleware(ReturnProblems)
  async withdrawItem(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Arg('reason', () => [LocalizedTextInput], { description: 'For everybody to read.' })
    reason: LocalizedTextInput[],
    @Ctx() context: HubContext,
  ) {
    const texts = Object.fromEntries(reason.map(({ locale, text }) => [locale, text.trim()]));
    const { publication } = this.publishing;
    const record = await publication.withdraw(context.viewer, id, expectedVersion, texts);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'The focal point of a country vouches for a published record.',
  })
  @UseMiddleware(ReturnProblems)
  async endorseItem(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Arg('country', () => CountryCode) country: string,
    @Arg('note', () => String, { nullable: true, description: 'For everybody to read.' })
    note: string | null,
    @Ctx() context: HubContext,
  ) {
    const { viewer, reader } = context;
    const { publication } = this.publishing;
    const given = { country, note };
    const record = await publication.endorse(viewer, id, expectedVersion, given, reader.all);
    return toPayload(record, context, this.publishing);
  }

  @Mutation(() => EditorialRecordPayload, {
    description: 'Makes another institution answer for a record, also for one that was shipped.',
  })
  @UseMiddleware(ReturnProblems)
  async handOverItem(
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int, VERSION) expectedVersion: number,
    @Arg('institution', () => ID, { description: 'Id of an actor.' }) institution: string,
    @Ctx() context: HubContext,
  ) {
    const { viewer, reader } = context;
    const { review } = this.publishing;
    const record = await review.handOver(viewer, id, expectedVersion, institution, reader.all);
    return toPayload(record, context, this.publishing);
  }

  @Query(() => Boolean, {
    description: 'Whether an institution asks that nobody approves what she wrote herself.',
  })
  fourEyes(
    @Arg('institution', () => ID, { description: 'Id of an actor.' }) institution: string,
    @Ctx() { viewer }: HubContext,
  ): Promise<boolean> {
    authorize(viewer, 'fourEyes', institution);
    return this.publishing.rules.fourEyes(institution);
  }

  @Mutation(() => FourEyesPayload, {
    description:
      'Whether an institution wants every draft approved by somebody who did not write it.',
  })
  @UseMiddleware(ReturnProblems)
  async setFourEyes(
    @Arg('institution', () => ID, { description: 'Id of an actor.' }) institution: string,
    @Arg('fourEyes', () => Boolean, { description: 'False: one person is enough.' })
    fourEyes: boolean,
    @Ctx() { viewer, reader }: HubContext,
  ): Promise<Omit<FourEyesPayload, keyof MutationPayload>> {
    await this.publishing.rules.setFourEyes(viewer, institution, fourEyes, reader.all);
    return { fourEyes };
  }
}
