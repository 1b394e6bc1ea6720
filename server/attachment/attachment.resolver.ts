import { Arg, Ctx, ID, Int, Mutation, Resolver, UseMiddleware } from 'type-graphql';
import { EditorialRecordPayload } from '../../schema/editorial-record.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import { toPayload } from '../publishing/editorial-payload.js';
import type { Publishing } from '../publishing/publishing.js';
import type { AttachmentService } from './attachment.service.js';

/** Files come by `POST /attachments`; taking one away is an edit like others. */
@Resolver()
export class AttachmentResolver {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly publishing: Publishing,
  ) {}

  @Mutation(() => EditorialRecordPayload, {
    description: 'Takes a file away from a draft; what is published keeps it until publication.',
  })
  @UseMiddleware(ReturnProblems)
  async removeAttachment(
    @Arg('id', () => ID, { description: 'Of the record.' }) id: string,
    @Arg('attachment', () => ID, { description: 'Of the file.' }) attachment: string,
    @Arg('expectedVersion', () => Int, {
      description: 'The version that you read; CONFLICT when it has moved on.',
    })
    expectedVersion: number,
    @Ctx() context: HubContext,
  ) {
    const { viewer } = context;
    const record = await this.attachments.remove(viewer, id, attachment, expectedVersion);
    return toPayload(record, context, this.publishing);
  }
}
