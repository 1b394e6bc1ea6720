import { type Connection, Schema } from 'mongoose';
import type { LocalizedText } from '../locale.js';
import { type NamedDocument, namedFields, schemaOptions } from '../mongo/named-document.js';

/** The concept schemes of the hub, in the sense of SKOS. */
export type ConceptScheme = 'theme' | 'challenge' | 'hazard' | 'sdg';

/** A concept: preferred label (`name`), alternative labels (`aliases`), broader, matches. */
export interface ConceptDocument extends NamedDocument {
  readonly scheme: ConceptScheme;
  readonly code: string;
  /** Place within its scheme. */
  readonly position: number;
  readonly broader?: string;
  readonly description?: LocalizedText;
  readonly exactMatch?: readonly string[];
  readonly closeMatch?: readonly string[];
  /** How often curators have changed it; absent as long as it is as it was shipped. */
  readonly version?: number;
}

const conceptSchema = new Schema<ConceptDocument>(
  {
    ...namedFields,
    scheme: { type: String, required: true },
    code: { type: String, required: true },
    position: { type: Number, required: true },
    broader: String,
    description: Schema.Types.Mixed,
    exactMatch: [String],
    closeMatch: [String],
    version: Number,
  },
  schemaOptions,
);
conceptSchema.index({ scheme: 1, code: 1 }, { unique: true });

export const createConceptModel = (connection: Connection) =>
  connection.model<ConceptDocument>('Concept', conceptSchema, 'concepts');

export type ConceptModel = ReturnType<typeof createConceptModel>;
