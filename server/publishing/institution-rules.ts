import { type Connection, Schema } from 'mongoose';
import { authorize } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import { invalid } from '../errors.js';
import { DEFAULT_LOCALE } from '../locale.js';
import { schemaOptions } from '../mongo/named-document.js';
import type { Reference } from '../reference/reference.js';

interface RulesDocument {
  /** Id of an actor. */
  readonly _id: string;
  readonly fourEyes: boolean;
}

const rulesSchema = new Schema<RulesDocument>(
  { _id: { type: String, required: true }, fourEyes: { type: Boolean, required: true } },
  schemaOptions,
);

export const createInstitutionRulesModel = (connection: Connection) =>
  connection.model<RulesDocument>('InstitutionRules', rulesSchema, 'institution_rules');

export type InstitutionRulesModel = ReturnType<typeof createInstitutionRulesModel>;

/** What an institution asks of its own members. */
export class InstitutionRules {
  constructor(private readonly model: InstitutionRulesModel) {}

  /** Whether nobody may approve what she wrote herself. */
  async fourEyes(institution: string | undefined): Promise<boolean> {
    if (!institution) return false;
    return (await this.model.findById(institution).lean())?.fourEyes ?? false;
  }

  async setFourEyes(
    viewer: Viewer,
    institution: string,
    fourEyes: boolean,
    reference: Reference,
  ): Promise<void> {
    authorize(viewer, 'setFourEyes', institution);
    if (!reference.in(DEFAULT_LOCALE).actors.has(institution)) {
      throw invalid('institution', 'The hub does not know this institution.');
    }
    await this.model.updateOne({ _id: institution }, { $set: { fourEyes } }, { upsert: true });
  }
}
