import { HubRole } from '../../schema/member-enums.js';
import { ALL_SCOPES, ANONYMOUS, type Viewer } from '../../server/auth/viewer.js';
import { Vocabulary } from '../../server/exchange/vocabulary.js';
import type { Hub } from '../../server/hub.js';
import { CommandError } from '../fail.js';

/** Who has the hub's files at hand may do everything; the history says that it was the command line. */
const ADMINISTRATOR: Viewer = {
  ...ANONYMOUS,
  memberId: 'cli',
  name: 'saberes',
  hubRoles: [HubRole.ADMINISTRATOR],
  scopes: ALL_SCOPES,
  via: 'CLI',
};

/** The member with this address and her rights; without one the administrator of the command line. */
export async function importingMember({ auth }: Hub, email?: string): Promise<Viewer> {
  if (email === undefined) return ADMINISTRATOR;
  const member = await auth.members.findByEmail(email);
  if (!member || member.isDisabled) {
    throw new CommandError(`No member who may sign in has the address ${email}.`);
  }
  const { _id: memberId, name, memberships, hubRoles } = member;
  return { ...ANONYMOUS, memberId, name, memberships, hubRoles, scopes: ALL_SCOPES, via: 'CLI' };
}

/** The id of an institution by id, slug, acronym or name; that of a member who works for one only. */
export async function importingInstitution(
  { references }: Hub,
  { memberships }: Viewer,
  text?: string,
): Promise<string> {
  const [own, ...others] = memberships;
  if (text === undefined) {
    if (own && others.length === 0) return own.institution;
    throw new CommandError('Say whose records these are: --institution ACRONYM.');
  }
  const meaning = new Vocabulary(await references.get()).find('actor', text);
  if ('code' in meaning) return meaning.code;
  const { candidates } = meaning;
  if (candidates.length === 0) throw new CommandError(`There is no institution "${text}".`);
  throw new CommandError(`"${text}" may be any of these: ${candidates.join(', ')}.`);
}
