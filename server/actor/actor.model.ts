import { type Connection, Schema } from 'mongoose';
import type { ActorKind } from '../../schema/actor-enums.js';
import type { Membership } from '../geography/geography.model.js';
import type { LocalizedText } from '../locale.js';
import { type NamedDocument, namedFields, schemaOptions } from '../mongo/named-document.js';

export interface ActorDocument extends NamedDocument {
  readonly slug: string;
  readonly acronym?: LocalizedText;
  readonly kind: ActorKind;
  readonly country?: string;
  /** Id of the actor that it is a part of. */
  readonly parent?: string;
  readonly members?: readonly (Membership & { readonly actor: string })[];
  readonly website?: string;
  readonly description?: LocalizedText;
}

const actorSchema = new Schema<ActorDocument>(
  {
    ...namedFields,
    slug: { type: String, required: true },
    acronym: Schema.Types.Mixed,
    kind: { type: String, required: true },
    country: String,
    parent: String,
    members: Schema.Types.Mixed,
    website: String,
    description: Schema.Types.Mixed,
  },
  schemaOptions,
);
actorSchema.index({ slug: 1 }, { unique: true });

export const createActorModel = (connection: Connection) =>
  connection.model<ActorDocument>('Actor', actorSchema, 'actors');
