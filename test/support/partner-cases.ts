import { NEWEST, ORIGIN } from './partners.js';
import type { PermissionCase, Stage } from './permission-cases.js';

/** A partner of the institution, as it was built. */
const ownPartner = ({ hub, records: { institution } }: Stage, isNew = false) =>
  hub.build.partner({ actor: institution, ...(isNew ? { keys: [] } : {}) });

let queries = 0;

/** One case for each line of the table of permissions that is about partners. */
export const PARTNER_CASES: Readonly<Record<string, PermissionCase>> = {
  partner: {
    select: '{ id }',
    prepare: async (stage) => ({ id: (await ownPartner(stage))._id }),
  },
  partners: {
    select: '{ nodes { id } }',
    prepare: async (stage) => {
      await ownPartner(stage);
      return { first: 1 };
    },
  },
  registerPartner: {
    prepare: ({ records: { institution: actor } }) => ({
      input: { name: 'Nuevo', actor, contact: 'web@partner.example', origins: [ORIGIN] },
    }),
  },
  changePartner: {
    prepare: async (stage) => ({
      input: { id: (await ownPartner(stage))._id, expectedVersion: 1, name: 'Otro' },
    }),
  },
  removePartner: {
    prepare: async (stage) => ({
      input: { id: (await ownPartner(stage))._id, expectedVersion: 1 },
    }),
  },
  createPartnerKey: {
    prepare: async (stage) => ({
      input: { id: (await ownPartner(stage, true))._id, kind: 'PUBLIC' },
    }),
  },
  revokePartnerKey: {
    prepare: async (stage) => {
      const { _id: id, keys } = await ownPartner(stage);
      return { input: { id, key: keys[0]?._id } };
    },
  },
  saveStoredQuery: {
    prepare: async (stage) => {
      const { _id: partner } = await ownPartner(stage);
      const id = `case-${++queries}`;
      return { input: { partner, id, title: 'Nuevo', document: NEWEST } };
    },
  },
  changeStoredQueryStatus: {
    prepare: async (stage) => {
      const { _id: partner } = await ownPartner(stage);
      const { _id: id } = await stage.hub.build.storedQuery({ partner });
      return { input: { id, expectedVersion: 1, status: 'RETIRED' } };
    },
  },
};
