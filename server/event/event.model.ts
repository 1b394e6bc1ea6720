import { type Connection, Schema } from 'mongoose';
import type { LocalizedText } from '../locale.js';
import { type NamedDocument, namedFields, schemaOptions } from '../mongo/named-document.js';

export interface EventDocument extends NamedDocument {
  readonly slug: string;
  readonly description?: LocalizedText;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly place?: LocalizedText;
  /** Ids of actors. */
  readonly organizers: readonly string[];
}

const eventSchema = new Schema<EventDocument>(
  {
    ...namedFields,
    slug: { type: String, required: true },
    description: Schema.Types.Mixed,
    startDate: String,
    endDate: String,
    place: Schema.Types.Mixed,
    organizers: [String],
  },
  schemaOptions,
);
eventSchema.index({ slug: 1 }, { unique: true });

export const createEventModel = (connection: Connection) =>
  connection.model<EventDocument>('Event', eventSchema, 'events');
