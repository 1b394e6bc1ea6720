import { HubRole, InstitutionRole, TokenScope } from '../../schema/member-enums.js';
import { Level } from '../../server/auth/permissions.js';
import type { Membership } from '../../server/auth/viewer.js';
import { Locale } from '../../server/locale.js';
import { PASSWORD } from './factories.js';
import type { TestHub } from './start-test-hub.js';

/** What somebody is for the institution that a record belongs to, or for the hub. */
type Standing =
  | 'nobody'
  | 'contributor elsewhere'
  | 'editor elsewhere'
  | 'contributor'
  | 'editor'
  | 'curator'
  | 'administrator';

interface Role {
  readonly standing: Standing;
  /** Of an access token; without them it is a session. */
  readonly scopes?: readonly TokenScope[];
}

/** Everybody who may come to a door. */
export const ROLES = {
  stranger: { standing: 'nobody' },
  'contributor of another institution': { standing: 'contributor elsewhere' },
  'editor of another institution': { standing: 'editor elsewhere' },
  contributor: { standing: 'contributor' },
  editor: { standing: 'editor' },
  curator: { standing: 'curator' },
  administrator: { standing: 'administrator' },
  'editor’s token that reads': { standing: 'editor', scopes: [TokenScope.READ] },
  'editor’s token that writes': { standing: 'editor', scopes: [TokenScope.WRITE] },
  'administrator’s token that reads': { standing: 'administrator', scopes: [TokenScope.READ] },
  'administrator’s token that administers': {
    standing: 'administrator',
    scopes: [TokenScope.ADMINISTER],
  },
} as const satisfies Readonly<Record<string, Role>>;

export type RoleName = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as readonly RoleName[];

/** Said once more, and not asked of the code that is tested. */
const STANDINGS: Readonly<Record<Level, readonly Standing[]>> = {
  [Level.ANYONE]: [
    'nobody',
    'contributor elsewhere',
    'editor elsewhere',
    'contributor',
    'editor',
    'curator',
    'administrator',
  ],
  [Level.SIGNED_IN]: [
    'contributor elsewhere',
    'editor elsewhere',
    'contributor',
    'editor',
    'curator',
    'administrator',
  ],
  [Level.CONTRIBUTOR]: ['contributor', 'editor', 'administrator'],
  [Level.EDITOR]: ['editor', 'administrator'],
  [Level.CURATOR]: ['curator', 'administrator'],
  [Level.ADMINISTRATOR]: ['administrator'],
};

/** What a line of the table of permissions promises to a role. */
export function isPromised(
  name: RoleName,
  { level, scope }: { readonly level: Level; readonly scope: TokenScope | null },
): boolean {
  const { standing, scopes }: Role = ROLES[name];
  if (level === Level.ANYONE) return true;
  const isReached = scopes === undefined || (scope !== null && scopes.includes(scope));
  return isReached && STANDINGS[level].includes(standing);
}

/** Somebody with what lets her in. */
export interface CallerOfRole {
  readonly memberId: string | null;
  readonly email: string;
  /** Of the session or the token. */
  readonly credentialId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes people of every role, with real sessions and tokens. */
export class Callers {
  private passwordHash: Promise<string> | undefined;
  private count = 0;

  constructor(
    private readonly hub: TestHub,
    private readonly institutions: { readonly own: string; readonly other: string },
  ) {}

  async create(name: RoleName): Promise<CallerOfRole> {
    const { standing, scopes }: Role = ROLES[name];
    const email = `caller-${++this.count}@example.org`;
    if (standing === 'nobody') return { memberId: null, email, credentialId: '', headers: {} };
    const { auth } = this.hub.hub;
    this.passwordHash ??= auth.passwords.hash(PASSWORD);
    const member = await auth.members.create({
      email,
      name,
      locale: Locale.ES,
      passwordHash: await this.passwordHash,
      memberships: this.membershipsOf(standing),
      hubRoles: HUB_ROLES[standing] ?? [],
    });
    const { _id: memberId } = member;
    if (!scopes) {
      const { cookie } = await this.hub.sessionOf(member);
      const [session] = await auth.sessions.list(memberId);
      return { memberId, email, credentialId: session?._id ?? '', headers: { cookie } };
    }
    const token = await auth.tokens.create(memberId, { name, scopes, days: 1 });
    const headers = { authorization: `Bearer ${token.secret}` };
    return { memberId, email, credentialId: token.accessToken._id, headers };
  }

  private membershipsOf(standing: Standing): readonly Membership[] {
    const { own, other } = this.institutions;
    const { CONTRIBUTOR, EDITOR } = InstitutionRole;
    if (standing === 'contributor') return [{ institution: own, role: CONTRIBUTOR }];
    if (standing === 'editor') return [{ institution: own, role: EDITOR }];
    if (standing === 'contributor elsewhere') return [{ institution: other, role: CONTRIBUTOR }];
    return standing === 'editor elsewhere' ? [{ institution: other, role: EDITOR }] : [];
  }
}

const HUB_ROLES: { readonly [standing in Standing]?: readonly HubRole[] } = {
  curator: [HubRole.CURATOR],
  administrator: [HubRole.ADMINISTRATOR],
};
