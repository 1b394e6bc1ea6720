import { HubRole } from '../../schema/member-enums.js';
import type { MemberDocument } from '../../server/auth/member.model.js';
import { ALL_SCOPES, ANONYMOUS, type Viewer } from '../../server/auth/viewer.js';
import type { Hub } from '../../server/hub.js';
import { CommandError } from '../fail.js';

/** Whoever may run the command line on the hub's store may do everything; the trail names nobody. */
export const OPERATOR: Viewer = {
  ...ANONYMOUS,
  name: 'saberes',
  hubRoles: [HubRole.ADMINISTRATOR],
  scopes: ALL_SCOPES,
  via: 'CLI',
};

/** The member with this address; rejects with a readable error. */
export async function memberBy(hub: Hub, email: string): Promise<MemberDocument> {
  const member = await hub.auth.members.findByEmail(email);
  if (!member) throw new CommandError(`There is no member with the address ${email}.`);
  return member;
}
