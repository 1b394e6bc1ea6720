import type { Connection } from 'mongoose';
import { createActorModel } from '../actor/actor.model.js';
import { createAttachmentTextModel } from '../attachment/attachment-text.model.js';
import { createAccessTokenModel } from '../auth/access-token.model.js';
import { createAuditModel } from '../auth/audit.model.js';
import { createInvitationModel } from '../auth/invitation.model.js';
import { createMemberModel } from '../auth/member.model.js';
import { createSessionModel } from '../auth/session.model.js';
import { createPartnerModel } from '../embed/partner.model.js';
import { createPartnerUsageModel } from '../embed/partner-usage.model.js';
import { createStoredQueryModel } from '../embed/stored-query.model.js';
import { createEventModel } from '../event/event.model.js';
import { createCountryGroupModel, createCountryModel } from '../geography/geography.model.js';
import { createRevisionModel } from '../history/revision.model.js';
import { createKnowledgeModel } from '../knowledge/knowledge.model.js';
import { createInstitutionRulesModel } from '../publishing/institution-rules.js';
import { createConceptModel } from '../thesaurus/concept.model.js';
import { createMachineTextModel } from '../translation/machine-text.model.js';
import { createStateModel } from './state.model.js';

/** The models of one hub; bound to its own connection, so that hubs can live side by side. */
export const createModels = (connection: Connection) => ({
  knowledge: createKnowledgeModel(connection),
  actor: createActorModel(connection),
  country: createCountryModel(connection),
  group: createCountryGroupModel(connection),
  concept: createConceptModel(connection),
  event: createEventModel(connection),
  attachmentText: createAttachmentTextModel(connection),
  revision: createRevisionModel(connection),
  institutionRules: createInstitutionRulesModel(connection),
  machineText: createMachineTextModel(connection),
  state: createStateModel(connection),
  member: createMemberModel(connection),
  session: createSessionModel(connection),
  accessToken: createAccessTokenModel(connection),
  invitation: createInvitationModel(connection),
  audit: createAuditModel(connection),
  partner: createPartnerModel(connection),
  storedQuery: createStoredQueryModel(connection),
  partnerUsage: createPartnerUsageModel(connection),
});

export type Models = ReturnType<typeof createModels>;

/** Makes collections and indexes that are missing: one command a collection, where mongoose sends one an index. */
export async function ensureIndexes(models: Models): Promise<void> {
  await Promise.all(
    Object.values(models).map(async ({ schema, collection }) => {
      const indexes = schema.indexes().map(([key, { background: _old, ...options }]) => ({
        key: key as Record<string, 1 | -1>,
        ...(options as object),
      }));
      if (indexes.length > 0) await collection.createIndexes(indexes);
    }),
  );
}
