import { HubRole, InstitutionRole } from '../../schema/member-enums.js';
import type { Authenticator } from '../../server/auth/authenticator.js';
import { ALL_SCOPES, ANONYMOUS, type Viewer } from '../../server/auth/viewer.js';
import type { TestHub } from './start-test-hub.js';

interface Credentials {
  readonly authorization?: string;
  readonly cookie?: string;
}

/** Members who are known by the name in their token: for suites that are not about signing in. */
export class KnownMembers implements Authenticator {
  private readonly members = new Map<string, Viewer>();

  /** By an access token, or by a session's cookie, as pages do. */
  async authenticate({ authorization = '', cookie = '' }: Credentials) {
    const name = authorization.replace('Bearer ', '') || (/saberes=(\w+)/.exec(cookie)?.[1] ?? '');
    return this.members.get(name) ?? ANONYMOUS;
  }

  /** What becomes of a member whose session ends. */
  forget = (name: string): boolean => this.members.delete(name);

  add(name: string, parts: Partial<Viewer> = {}): string {
    const memberId = `mem_${name}`;
    const scopes = ALL_SCOPES;
    this.members.set(name, { ...ANONYMOUS, memberId, name, scopes, via: 'SESSION', ...parts });
    return name;
  }

  contributor = (name: string, institution: string) =>
    this.add(name, { memberships: [{ institution, role: InstitutionRole.CONTRIBUTOR }] });

  editor = (name: string, institution: string) =>
    this.add(name, { memberships: [{ institution, role: InstitutionRole.EDITOR }] });

  curator = (name: string) => this.add(name, { hubRoles: [HubRole.CURATOR] });

  administrator = (name: string) => this.add(name, { hubRoles: [HubRole.ADMINISTRATOR] });
}

/** What a member's operation answers. */
export const asMember =
  (hub: TestHub, name: string) =>
  <T>(document: string, variables?: Record<string, unknown>): Promise<T> =>
    hub.query<T>(document, variables, { authorization: `Bearer ${name}` });
