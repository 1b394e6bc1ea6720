import { KnowledgeKind, TranslationStatus } from '../../schema/knowledge-enums.js';
import { HubRole, InstitutionRole, TokenScope } from '../../schema/member-enums.js';
import { Locale } from '../../server/locale.js';
import type { CallerOfRole } from './callers.js';
import { PASSWORD } from './factories.js';
import { PARTNER_CASES } from './partner-cases.js';
import { BUILDER, type RecordStages } from './record-stages.js';
import { tokenIn } from './recording-mailer.js';
import type { TestHub } from './start-test-hub.js';

/** Where the cases get what they ask about. */
export interface Stage {
  readonly hub: TestHub;
  readonly records: RecordStages;
  /** Code of a country that the hub knows. */
  readonly country: string;
}

/** How one operation is asked so that nothing but rights can stand in its way. */
export interface PermissionCase {
  /** Of a query; mutations are asked for their problems. */
  readonly select?: string;
  readonly prepare: (stage: Stage, caller: CallerOfRole) => object | Promise<object>;
}

let themes = 0;
const nextTheme = () => `new-theme-${++themes}`;

/** One case for each line of the table of permissions. */
export const PERMISSION_CASES: Readonly<Record<string, PermissionCase>> = {
  editorialRecord: { select: '{ id }', prepare: ({ records }) => records.draft() },
  editorialRecords: {
    select: '{ nodes { id } }',
    prepare: async ({ records }) => {
      await records.draft();
      return { filter: { institution: records.institution }, first: 1 };
    },
  },
  revisions: { select: '{ nodes { number } }', prepare: ({ records }) => records.draft() },
  compareRevisions: {
    select: '{ field }',
    prepare: async ({ records }) => ({ ...(await records.submitted()), from: 1, to: 2 }),
  },
  changesSinceTranslation: {
    select: '{ field }',
    prepare: async ({ records }) => ({ ...(await records.draft()), locale: 'PT' }),
  },
  createDraft: {
    prepare: ({ records: { institution } }) => ({
      institution,
      kind: KnowledgeKind.LESSON_LEARNED,
      content: { texts: [{ locale: 'ES', title: 'Nuevo' }] },
    }),
  },
  editItem: { prepare: ({ records }) => records.published() },
  saveDraft: {
    prepare: async ({ records }) => ({
      ...(await records.draft()),
      content: { texts: [{ locale: 'PT', title: 'Plano', summary: 'Resumo.' }] },
    }),
  },
  removeAttachment: { prepare: ({ records }) => records.withFile() },
  discardDraft: { prepare: ({ records }) => records.draft() },
  submitDraft: { prepare: ({ records }) => records.draft() },
  recallDraft: { prepare: ({ records }) => records.submitted() },
  restoreRevision: {
    prepare: async ({ records }) => ({ ...(await records.draft()), number: 1 }),
  },
  createEdition: { prepare: async ({ records }) => ({ from: (await records.published()).id }) },
  translateDraft: {
    prepare: async ({ records }) => ({ ...(await records.draft()), locale: 'PT' }),
  },
  assignReviewer: {
    prepare: async ({ records }) => ({ ...(await records.submitted()), member: null }),
  },
  requestChanges: {
    prepare: async ({ records }) => ({ ...(await records.submitted()), note: 'Falta el país.' }),
  },
  reviewTranslation: {
    prepare: async ({ records }) => ({
      ...(await records.draft({ texts: [spanish, portuguese] })),
      locale: 'PT',
      status: TranslationStatus.HUMAN,
    }),
  },
  publishDraft: { prepare: ({ records }) => records.submitted() },
  withdrawItem: {
    prepare: async ({ records }) => ({
      ...(await records.published()),
      reason: [{ locale: 'ES', text: 'Era de otro año.' }],
    }),
  },
  endorseItem: {
    prepare: async ({ records, country }) => ({ ...(await records.published()), country }),
  },
  saveThematicArea: {
    prepare: () => ({
      expectedVersion: 0,
      input: {
        code: nextTheme(),
        labels: Object.keys(Locale).map((locale) => ({ locale, text: 'Agua y saneamiento' })),
      },
    }),
  },
  handOverItem: {
    prepare: async ({ records }) => ({
      ...(await records.published()),
      institution: records.institution,
    }),
  },
  fourEyes: { prepare: ({ records: { institution } }) => ({ institution }) },
  setFourEyes: { prepare: ({ records: { institution } }) => ({ institution, fourEyes: false }) },
  signIn: {
    prepare: async ({ hub }) => {
      const { email } = await hub.build.member();
      return { input: { email, password: PASSWORD } };
    },
  },
  signOut: { prepare: () => ({}) },
  changePassword: {
    prepare: () => ({ input: { currentPassword: PASSWORD, newPassword: `${PASSWORD}, again` } }),
  },
  updateProfile: { prepare: () => ({ input: { name: 'Otra', locale: 'EN' } }) },
  revokeOtherSessions: { prepare: () => ({}) },
  revokeSession: { prepare: (_stage, { credentialId: id }) => ({ input: { id } }) },
  createAccessToken: {
    prepare: () => ({ input: { name: 'Import', scopes: ['READ'], days: 1 } }),
  },
  revokeAccessToken: {
    prepare: async ({ hub }, { memberId }) => {
      if (memberId === null) return { input: { id: 'tok_none' } };
      const wanted = { name: 'Import', scopes: [TokenScope.READ], days: 1 };
      const { accessToken } = await hub.hub.auth.tokens.create(memberId, wanted);
      return { input: { id: accessToken._id } };
    },
  },
  requestPasswordReset: {
    prepare: (_stage, { email }) => ({ input: { email } }),
  },
  resetPassword: {
    prepare: async ({ hub }) => {
      const { _id } = await hub.build.member();
      const token = tokenIn(await hub.hub.auth.resets.linkFor(BUILDER, _id, ''));
      return { input: { token, newPassword: `${PASSWORD}, again` } };
    },
  },
  acceptInvitation: {
    prepare: async (stage) => {
      const { link } = await invite(stage);
      return { input: { token: tokenIn(link ?? ''), name: 'Nueva', password: PASSWORD } };
    },
  },
  members: {
    select: '{ nodes { id } }',
    prepare: ({ records: { institution } }) => ({ institution, first: 1 }),
  },
  invitations: {
    select: '{ id }',
    prepare: ({ records: { institution } }) => ({ institution }),
  },
  auditTrail: { select: '{ nodes { id } }', prepare: () => ({ first: 1 }) },
  inviteMember: {
    prepare: ({ records: { institution } }, { email }) => ({
      input: { email: `friend-of-${email}`, institution, role: InstitutionRole.EDITOR },
    }),
  },
  revokeInvitation: {
    prepare: async (stage) => ({ input: { id: (await invite(stage)).invitation._id } }),
  },
  changeMemberRole: {
    prepare: async (stage) => ({
      input: { ...(await colleague(stage)), role: InstitutionRole.EDITOR },
    }),
  },
  removeMember: { prepare: async (stage) => ({ input: await colleague(stage) }) },
  setHubRoles: {
    prepare: async (stage) => {
      const { member } = await colleague(stage);
      return { input: { member, hubRoles: [HubRole.CURATOR] } };
    },
  },
  disableMember: {
    prepare: async (stage) => ({ input: { member: (await colleague(stage)).member } }),
  },
  enableMember: {
    prepare: async (stage) => ({ input: { member: (await colleague(stage)).member } }),
  },
  createResetLink: {
    prepare: async (stage) => ({ input: { member: (await colleague(stage)).member } }),
  },
  ...PARTNER_CASES,
};

const spanish = { locale: Locale.ES, title: 'Plan', summary: 'Resumen.' };
const portuguese = { locale: Locale.PT, title: 'Plano', summary: 'Resumo.' };

/** Somebody else of the same institution. */
async function colleague({ hub, records: { institution } }: Stage) {
  const memberships = [{ institution, role: InstitutionRole.CONTRIBUTOR }];
  const { _id: member } = await hub.build.member({ memberships });
  return { member, institution };
}

let invited = 0;
function invite({ hub, records: { institution } }: Stage) {
  const email = `invited-${++invited}@example.org`;
  const memberships = [{ institution, role: InstitutionRole.CONTRIBUTOR }];
  return hub.hub.auth.invitations.invite(BUILDER, { email, locale: Locale.ES, memberships }, '');
}
