import { TokenScope } from '../../schema/member-enums.js';
import { forbidden, notFound, unauthenticated } from '../errors.js';
import { isAdministrator, isCurator, isEditorOf, isMemberOf, type Viewer } from './viewer.js';

/** Who may do something. The institution is the one that the record or the membership belongs to. */
export enum Level {
  ANYONE = 'everybody',
  SIGNED_IN = 'members of the hub',
  CONTRIBUTOR = 'contributors of the institution',
  EDITOR = 'editors of the institution',
  CURATOR = 'curators',
  ADMINISTRATOR = 'administrators',
}

interface Permission {
  readonly level: Level;
  /** What an access token needs besides; null: no token is enough, it takes a session. */
  readonly scope: TokenScope | null;
}

const read = (level: Level): Permission => ({ level, scope: TokenScope.READ });
const write = (level: Level): Permission => ({ level, scope: TokenScope.WRITE });
const administer = (level: Level): Permission => ({ level, scope: TokenScope.ADMINISTER });
const inPerson = (level: Level): Permission => ({ level, scope: null });
const open: Permission = { level: Level.ANYONE, scope: null };

/**
 * Everything that not everybody may do, by the name of its mutation or query. A mutation of the schema without a line
 * here fails a test.
 */
export const PERMISSIONS = {
  editorialRecord: read(Level.CONTRIBUTOR),
  editorialRecords: read(Level.CONTRIBUTOR),
  revisions: read(Level.CONTRIBUTOR),
  compareRevisions: read(Level.CONTRIBUTOR),
  changesSinceTranslation: read(Level.CONTRIBUTOR),
  fourEyes: read(Level.CONTRIBUTOR),
  createDraft: write(Level.CONTRIBUTOR),
  editItem: write(Level.CONTRIBUTOR),
  saveDraft: write(Level.CONTRIBUTOR),
  removeAttachment: write(Level.CONTRIBUTOR),
  discardDraft: write(Level.CONTRIBUTOR),
  submitDraft: write(Level.CONTRIBUTOR),
  recallDraft: write(Level.CONTRIBUTOR),
  restoreRevision: write(Level.CONTRIBUTOR),
  createEdition: write(Level.CONTRIBUTOR),
  translateDraft: write(Level.CONTRIBUTOR),
  assignReviewer: write(Level.EDITOR),
  requestChanges: write(Level.EDITOR),
  reviewTranslation: write(Level.EDITOR),
  publishDraft: write(Level.EDITOR),
  withdrawItem: write(Level.EDITOR),
  endorseItem: write(Level.CURATOR),
  saveThematicArea: write(Level.CURATOR),
  handOverItem: administer(Level.ADMINISTRATOR),
  setFourEyes: administer(Level.ADMINISTRATOR),
  signIn: open,
  signOut: open,
  updateProfile: inPerson(Level.SIGNED_IN),
  changePassword: inPerson(Level.SIGNED_IN),
  revokeSession: inPerson(Level.SIGNED_IN),
  revokeOtherSessions: inPerson(Level.SIGNED_IN),
  createAccessToken: inPerson(Level.SIGNED_IN),
  revokeAccessToken: inPerson(Level.SIGNED_IN),
  requestPasswordReset: open,
  resetPassword: open,
  acceptInvitation: open,
  members: read(Level.CONTRIBUTOR),
  invitations: administer(Level.EDITOR),
  inviteMember: administer(Level.EDITOR),
  revokeInvitation: administer(Level.EDITOR),
  changeMemberRole: administer(Level.EDITOR),
  removeMember: administer(Level.EDITOR),
  setHubRoles: administer(Level.ADMINISTRATOR),
  disableMember: administer(Level.ADMINISTRATOR),
  enableMember: administer(Level.ADMINISTRATOR),
  createResetLink: administer(Level.ADMINISTRATOR),
  auditTrail: administer(Level.ADMINISTRATOR),
  partner: administer(Level.EDITOR),
  partners: administer(Level.EDITOR),
  registerPartner: administer(Level.EDITOR),
  changePartner: administer(Level.EDITOR),
  removePartner: administer(Level.EDITOR),
  createPartnerKey: administer(Level.EDITOR),
  revokePartnerKey: administer(Level.EDITOR),
  saveStoredQuery: administer(Level.EDITOR),
  changeStoredQueryStatus: administer(Level.EDITOR),
} as const satisfies Readonly<Record<string, Permission>>;

export type Action = keyof typeof PERMISSIONS;

const holds: Readonly<Record<Level, (viewer: Viewer, institution: string | null) => boolean>> = {
  [Level.ANYONE]: () => true,
  [Level.SIGNED_IN]: ({ memberId }) => memberId !== null,
  [Level.CONTRIBUTOR]: (viewer, institution) =>
    isMemberOf(viewer, institution) || isAdministrator(viewer),
  [Level.EDITOR]: (viewer, institution) =>
    isEditorOf(viewer, institution) || isAdministrator(viewer),
  [Level.CURATOR]: (viewer) => isCurator(viewer) || isAdministrator(viewer),
  [Level.ADMINISTRATOR]: isAdministrator,
};

/** Whether this viewer may do it with what belongs to this institution; null belongs to none. */
export function isAllowed(viewer: Viewer, action: Action, institution: string | null): boolean {
  return reaches(viewer, action) && holds[PERMISSIONS[action].level](viewer, institution);
}

/** Throws `UNAUTHENTICATED` for strangers, `FORBIDDEN` for members who may not. */
export function authorize(viewer: Viewer, action: Action, institution: string | null): void {
  if (isAllowed(viewer, action, institution)) return;
  if (viewer.memberId === null) throw unauthenticated();
  if (!reaches(viewer, action)) throw forbidden(beyondToken(action));
  throw forbidden(`This is for ${PERMISSIONS[action].level}.`);
}

/** What an access token is good for; everything else that lets somebody in is good for all. */
function reaches({ via, scopes }: Viewer, action: Action): boolean {
  const { level, scope }: Permission = PERMISSIONS[action];
  if (level === Level.ANYONE) return true;
  return via !== 'TOKEN' || (scope !== null && scopes.includes(scope));
}

function beyondToken(action: Action): string {
  const { scope }: Permission = PERMISSIONS[action];
  if (scope === null) return 'This needs a session: no access token is enough.';
  return `This access token lacks the scope ${scope}.`;
}

/** For what is asked of all institutions at once; throws as `authorize` does. */
export function authorizeAnywhere(viewer: Viewer, action: Action): void {
  if (viewer.memberId === null) throw unauthenticated();
  if (!reaches(viewer, action)) throw forbidden(beyondToken(action));
}

/** As `authorize`, for a record: whoever may not even read its draft learns nothing of it. */
export function authorizeFor(
  viewer: Viewer,
  action: Action,
  record: { readonly institution?: string | null } | null,
): asserts record is NonNullable<typeof record> {
  if (viewer.memberId === null) throw unauthenticated();
  const institution = record?.institution ?? null;
  const mayKnow =
    isAllowed(viewer, 'editorialRecord', institution) || isAllowed(viewer, action, institution);
  if (!record || !mayKnow) throw notFound();
  authorize(viewer, action, institution);
}
