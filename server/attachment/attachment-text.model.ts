import { type Connection, Schema } from 'mongoose';
import { schemaOptions } from '../mongo/named-document.js';
import type { MediaType } from './reading/media-types.js';

/** What was found in a file; it holds for every attachment with this content. */
export interface AttachmentTextDocument {
  /** The hash of the file. */
  readonly _id: string;
  readonly type: MediaType;
  /** Empty where there are no words or they could not be read. */
  readonly text: string;
  readonly failure: string | null;
  readonly readAt: Date;
}

const attachmentTextSchema = new Schema<AttachmentTextDocument>(
  {
    _id: { type: String, required: true },
    type: { type: String, required: true },
    text: { type: String, default: '' },
    failure: { type: String, default: null },
    readAt: { type: Date, required: true },
  },
  schemaOptions,
);

export const createAttachmentTextModel = (connection: Connection) =>
  connection.model<AttachmentTextDocument>(
    'AttachmentText',
    attachmentTextSchema,
    'attachment_texts',
  );

export type AttachmentTextModel = ReturnType<typeof createAttachmentTextModel>;
