import type { HubRole, InstitutionRole } from '../../schema/member-enums.js';
import { notFound } from '../errors.js';
import type { AccountService } from './account.service.js';
import type { AuditTrail } from './audit-trail.js';
import type { MemberDocument } from './member.model.js';
import type { MemberService } from './member.service.js';
import type { SessionService } from './session.service.js';
import type { Membership, Viewer } from './viewer.js';

export interface RoleParts {
  readonly members: MemberService;
  readonly sessions: SessionService;
  readonly account: AccountService;
  readonly audit: AuditTrail;
}

/** Who does it, and from where. */
export interface Actor {
  readonly viewer: Viewer;
  readonly address: string;
}

/** Changes what members may do; each change ends their sessions, so that they begin anew with it. */
export class RoleService {
  constructor(private readonly parts: RoleParts) {}

  /** Throws `NOT_FOUND` for whoever is no member of the institution. */
  setRole(by: Actor, id: string, { institution, role }: Membership): Promise<MemberDocument> {
    const change = withMembership(institution, role);
    return this.change(by, id, 'member.role', `${role} ${institution}`, change);
  }

  /** The person stays a member of the hub, and of other institutions. */
  remove(by: Actor, id: string, institution: string): Promise<MemberDocument> {
    const change = withMembership(institution, null);
    return this.change(by, id, 'member.remove', institution, change);
  }

  setHubRoles(by: Actor, id: string, roles: readonly HubRole[]): Promise<MemberDocument> {
    const hubRoles = [...new Set(roles)];
    return this.change(by, id, 'member.hub_roles', hubRoles.join(', '), () => ({ hubRoles }));
  }

  /** Nobody is deleted: what they wrote keeps its author. Tokens end, too. */
  async disable(by: Actor, id: string): Promise<MemberDocument> {
    const change = () => ({ isDisabled: true });
    const member = await this.change(by, id, 'member.disable', null, change);
    await this.parts.account.endEverything(id);
    return member;
  }

  enable(by: Actor, id: string): Promise<MemberDocument> {
    return this.change(by, id, 'member.enable', null, () => ({ isDisabled: false }));
  }

  private async change(
    { viewer: { memberId }, address }: Actor,
    target: string,
    action: string,
    note: string | null,
    change: Parameters<MemberService['change']>[1],
  ): Promise<MemberDocument> {
    const member = await this.parts.members.change(target, change);
    await this.parts.sessions.endAll(target);
    await this.parts.audit.record({ memberId, action, target, address, note });
    return member;
  }
}

const withMembership =
  (institution: string, role: InstitutionRole | null) =>
  ({ memberships }: MemberDocument) => {
    const others = memberships.filter((one) => one.institution !== institution);
    if (others.length === memberships.length) throw notFound();
    return { memberships: role === null ? others : [...others, { institution, role }] };
  };
