import { HubRole, InstitutionRole, TokenScope } from '../../schema/member-enums.js';

/** What a member is for one institution. */
export interface Membership {
  /** The id of an actor. */
  readonly institution: string;
  readonly role: InstitutionRole;
}

/** Who asks. */
export interface Viewer {
  /** Null for everybody who has not signed in. */
  readonly memberId: string | null;
  readonly name: string;
  readonly memberships: readonly Membership[];
  readonly hubRoles: readonly HubRole[];
  /** How far an access token reaches; a session reaches everywhere. */
  readonly scopes: readonly TokenScope[];
  readonly via: 'NONE' | 'SESSION' | 'TOKEN' | 'CLI';
  /** Id of the session or the access token. */
  readonly credentialId?: string;
}

export const ALL_SCOPES: readonly TokenScope[] = Object.values(TokenScope);

export const ANONYMOUS: Viewer = {
  memberId: null,
  name: '',
  memberships: [],
  hubRoles: [],
  scopes: [],
  via: 'NONE',
};

export const isAdministrator = ({ hubRoles }: Viewer): boolean =>
  hubRoles.includes(HubRole.ADMINISTRATOR);

export const isCurator = ({ hubRoles }: Viewer): boolean => hubRoles.includes(HubRole.CURATOR);

export const isMemberOf = ({ memberships }: Viewer, institution: string | null): boolean =>
  memberships.some((membership) => membership.institution === institution);

export const isEditorOf = ({ memberships }: Viewer, institution: string | null): boolean =>
  memberships.some(
    (membership) =>
      membership.institution === institution && membership.role === InstitutionRole.EDITOR,
  );
