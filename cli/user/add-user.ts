import { HubRole, InstitutionRole } from '../../schema/member-enums.js';
import { LOCAL_CLIENT } from '../../server/auth/client-address.js';
import { checkPassword } from '../../server/auth/password-rules.js';
import type { Membership } from '../../server/auth/viewer.js';
import type { Hub } from '../../server/hub.js';
import { DEFAULT_LOCALE, type Locale } from '../../server/locale.js';
import { CommandError } from '../fail.js';
import { OPERATOR } from './operator.js';

export interface NewUser {
  readonly email: string;
  readonly name?: string;
  readonly administrator?: boolean;
  readonly curator?: boolean;
  readonly editorOf: readonly string[];
  readonly contributorTo: readonly string[];
  readonly language: Locale;
  /** Without it there is an invitation instead of an account. */
  readonly password?: string;
}

/** Makes the account, or an invitation to it; says what was done. */
export async function addUser(hub: Hub, user: NewUser): Promise<string> {
  const hubRoles = hubRolesOf(user);
  const memberships = await membershipsOf(hub, user);
  if (user.password === undefined) return invite(hub, user, hubRoles, memberships);
  const { email, name = '', language: locale, password } = user;
  checkPassword(password, email);
  const passwordHash = await hub.auth.passwords.hash(password);
  const parts = { email, name, locale, passwordHash, hubRoles, memberships };
  const { _id: target } = await hub.auth.members.create(parts);
  await hub.auth.audit.record({ memberId: null, action: 'member.create', target, note: 'saberes' });
  return `${email} can sign in now.`;
}

async function invite(
  hub: Hub,
  { email, language: locale }: NewUser,
  hubRoles: readonly HubRole[],
  memberships: readonly Membership[],
): Promise<string> {
  if (await hub.auth.members.findByEmail(email)) {
    throw new CommandError(`${email} is a member already; roles are changed by an administrator.`);
  }
  const invited = { email, locale, hubRoles, memberships };
  const { link } = await hub.auth.invitations.invite(OPERATOR, invited, LOCAL_CLIENT.address);
  if (!link) return `An invitation was sent to ${email}; it is valid for seven days, and once.`;
  return `Hand this link to ${email}; it is valid for seven days, and once:\n${link}`;
}

const hubRolesOf = ({ administrator, curator }: NewUser): readonly HubRole[] => [
  ...(administrator ? [HubRole.ADMINISTRATOR] : []),
  ...(curator ? [HubRole.CURATOR] : []),
];

async function membershipsOf(hub: Hub, user: NewUser): Promise<readonly Membership[]> {
  const reference = (await hub.references.get()).in(DEFAULT_LOCALE);
  const roles: readonly (readonly [readonly string[], InstitutionRole])[] = [
    [user.editorOf, InstitutionRole.EDITOR],
    [user.contributorTo, InstitutionRole.CONTRIBUTOR],
  ];
  return roles.flatMap(([slugs, role]) =>
    slugs.map((slug) => {
      const actor = reference.actorBySlug(slug);
      if (actor) return { institution: actor.id, role };
      throw new CommandError(
        `There is no institution "${slug}". Its slug is the end of its page's address, /es/actors/…; "saberes seed" loads those that ship with the hub.`,
      );
    }),
  );
}
