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
