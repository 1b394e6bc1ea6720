/** What tests of partners ask; all of them show their problems in the same way. */
const PROBLEMS = 'problems { code message field currentVersion }';

const FIELDS = `id name contact origins version actor { slug }
  keys { id kind prefix lastFour lastUsedAt }`;

const QUERY_FIELDS = `id title document documentId operationName status version lastUsedAt
  variables { name values isOpen }`;

export const PARTNER = `query ($id: ID!, $since: LocalDate, $until: LocalDate) { partner(id: $id) {
  ${FIELDS} storedQueries { ${QUERY_FIELDS} }
  usage(since: $since, until: $until) { since until requests cost
    days { day requests cost } queries { query requests cost } origins { origin requests cost } }
} }`;

export const PARTNERS = `query ($first: Int, $after: String) {
  partners(first: $first, after: $after) {
    totalCount nodes { name actor { slug } } pageInfo { hasNextPage endCursor }
  }
}`;

export const REGISTER = `mutation ($input: RegisterPartnerInput!) {
  registerPartner(input: $input) { partner { ${FIELDS} } ${PROBLEMS} }
}`;

export const CHANGE = `mutation ($input: ChangePartnerInput!) {
  changePartner(input: $input) { partner { ${FIELDS} } ${PROBLEMS} }
}`;

export const REMOVE_PARTNER = `mutation ($input: RemovePartnerInput!) {
  removePartner(input: $input) { ${PROBLEMS} }
}`;

export const CREATE_KEY = `mutation ($input: CreatePartnerKeyInput!) {
  createPartnerKey(input: $input) {
    secret key { id kind prefix lastFour } partner { ${FIELDS} } ${PROBLEMS}
  }
}`;

export const REVOKE_KEY = `mutation ($input: RevokePartnerKeyInput!) {
  revokePartnerKey(input: $input) { partner { ${FIELDS} } ${PROBLEMS} }
}`;

export const SAVE_QUERY = `mutation ($input: SaveStoredQueryInput!) {
  saveStoredQuery(input: $input) { storedQuery { ${QUERY_FIELDS} } ${PROBLEMS} }
}`;

export const CHANGE_STATUS = `mutation ($input: ChangeStoredQueryStatusInput!) {
  changeStoredQueryStatus(input: $input) { storedQuery { ${QUERY_FIELDS} } ${PROBLEMS} }
}`;

/** What these mutations answer, as far as tests look at it. */
export interface PartnerAnswer {
  readonly secret?: string | null;
  readonly key?: { readonly id: string } | null;
  readonly partner?: {
    readonly id: string;
    readonly version: number;
    readonly keys: readonly { readonly id: string }[];
  } | null;
  readonly storedQuery?: {
    readonly id: string;
    readonly documentId: string;
    readonly version: number;
  } | null;
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly field: string | null;
  }[];
}
