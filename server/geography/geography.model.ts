import { type Connection, Schema } from 'mongoose';
import type { LocalizedText } from '../locale.js';
import { type NamedDocument, namedFields, schemaOptions } from '../mongo/named-document.js';

export interface CountryDocument extends NamedDocument {
  readonly code: string;
  readonly alpha3: string;
  readonly m49: string;
  readonly region: LocalizedText;
  readonly isSmallIslandState: boolean;
}

/** Dates are years or days as text; without an end the membership holds. */
export interface Membership {
  readonly from?: string;
  readonly to?: string;
}

export interface CountryGroupDocument extends NamedDocument {
  readonly code: string;
  readonly acronym?: LocalizedText;
  readonly members: readonly (Membership & { readonly country: string })[];
}

const countrySchema = new Schema<CountryDocument>(
  {
    ...namedFields,
    code: { type: String, required: true },
    alpha3: { type: String, required: true },
    m49: { type: String, required: true },
    region: Schema.Types.Mixed,
    isSmallIslandState: { type: Boolean, required: true },
  },
  schemaOptions,
);
countrySchema.index({ code: 1 }, { unique: true });

const groupSchema = new Schema<CountryGroupDocument>(
  {
    ...namedFields,
    code: { type: String, required: true },
    acronym: Schema.Types.Mixed,
    members: Schema.Types.Mixed,
  },
  schemaOptions,
);
groupSchema.index({ code: 1 }, { unique: true });

export const createCountryModel = (connection: Connection) =>
  connection.model<CountryDocument>('Country', countrySchema, 'countries');

export const createCountryGroupModel = (connection: Connection) =>
  connection.model<CountryGroupDocument>('CountryGroup', groupSchema, 'country_groups');
