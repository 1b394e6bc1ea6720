/** What tests of members and rights ask; all of them show their problems in the same way. */
const PROBLEMS = 'problems { code message field }';

export const ME = `{ me {
  member { id name email locale memberships { institution { slug } role } hubRoles }
  scopes
  sessions { id isCurrent userAgent address createdAt lastSeenAt endsAt }
  accessTokens { id name prefix scopes expiresAt lastUsedAt }
} }`;

export const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { member { id name } ${PROBLEMS} }
}`;

export const SIGN_OUT = `mutation { signOut { ${PROBLEMS} } }`;

export const CHANGE_PASSWORD = `mutation ($current: String!, $new: String!) {
  changePassword(input: { currentPassword: $current, newPassword: $new }) { revokedTokens ${PROBLEMS} }
}`;

export const REVOKE_SESSION = `mutation ($id: ID!) { revokeSession(input: { id: $id }) { ${PROBLEMS} } }`;

export const CREATE_TOKEN = `mutation ($input: CreateAccessTokenInput!) {
  createAccessToken(input: $input) { secret accessToken { id prefix scopes } ${PROBLEMS} }
}`;

export const REVOKE_TOKEN = `mutation ($id: ID!) { revokeAccessToken(input: { id: $id }) { ${PROBLEMS} } }`;

export const MEMBER = `member {
  id name email memberships { institution { slug } role } hubRoles isDisabled
}`;

export const INVITE = `mutation ($input: InviteMemberInput!) {
  inviteMember(input: $input) { link invitation { id email memberships { role } } ${PROBLEMS} }
}`;

export const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { ${MEMBER} ${PROBLEMS} }
}`;

export const REVOKE_INVITATION = `mutation ($id: ID!) {
  revokeInvitation(input: { id: $id }) { ${PROBLEMS} }
}`;

export const INVITATIONS = `query ($institution: ID!) {
  invitations(institution: $institution) { id email memberships { institution { slug } role } }
}`;

export const PREVIEW = `query ($token: String!) {
  invitation(token: $token) { email isMember hubRoles memberships { institution { slug } role } }
}`;

export const REQUEST_RESET = `mutation ($email: String!) {
  requestPasswordReset(input: { email: $email }) { sendsMail ${PROBLEMS} }
}`;

export const RESET = `mutation ($token: String!, $newPassword: String!) {
  resetPassword(input: { token: $token, newPassword: $newPassword }) { ${MEMBER} ${PROBLEMS} }
}`;

export const RESET_LINK = `mutation ($member: ID!) {
  createResetLink(input: { member: $member }) { link ${PROBLEMS} }
}`;

export const CHANGE_ROLE = `mutation ($input: ChangeMemberRoleInput!) {
  changeMemberRole(input: $input) { ${MEMBER} ${PROBLEMS} }
}`;

export const REMOVE = `mutation ($input: RemoveMemberInput!) {
  removeMember(input: $input) { ${MEMBER} ${PROBLEMS} }
}`;

export const SET_HUB_ROLES = `mutation ($input: SetHubRolesInput!) {
  setHubRoles(input: $input) { ${MEMBER} ${PROBLEMS} }
}`;

export const DISABLE = `mutation ($member: ID!) {
  disableMember(input: { member: $member }) { ${MEMBER} ${PROBLEMS} }
}`;

export const ENABLE = `mutation ($member: ID!) {
  enableMember(input: { member: $member }) { ${MEMBER} ${PROBLEMS} }
}`;

export const MEMBERS = `query ($institution: ID, $first: Int, $after: String) {
  members(institution: $institution, first: $first, after: $after) {
    totalCount nodes { id name email } pageInfo { hasNextPage endCursor }
  }
}`;

export const AUDIT = `query ($filter: AuditFilter, $first: Int, $after: String) {
  auditTrail(filter: $filter, first: $first, after: $after) {
    nodes { at memberId action target outcome address note } pageInfo { hasNextPage endCursor }
  }
}`;

/** What a mutation answers, as far as tests look at it. */
export interface MutationAnswer {
  readonly link?: string | null;
  readonly member?: { readonly id: string } | null;
  readonly problems: readonly { readonly code: string; readonly field: string | null }[];
}
