import type { OperationTypes } from '../../schema/operations/operation-types.js';
import {
  type FieldTexts,
  type FormFault,
  type FormProblem,
  faultsOf,
} from '../form/form-problems.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { LOCALE_CODES } from '../search/enum-values.js';
import { HUB_ROLES } from './administered-member.js';
import { renderMembers } from './members.page.js';
import { type Institution, membersAddress, readScope } from './members-data.js';

type Role = OperationTypes['invite-member']['variables']['role'];
type Payload = { readonly problems: readonly FormProblem[] };
type Deed = (asked: Asked) => Promise<Payload>;

interface Asked {
  readonly context: PageContext;
  readonly form: URLSearchParams;
  /** Of the member that a form is about. */
  readonly member: string;
  /** The id of the institution that is shown; empty in the whole hub, where no form needs one. */
  readonly institution: string;
}

const roleIn = (form: URLSearchParams): Role =>
  form.get('role') === 'EDITOR' ? 'EDITOR' : 'CONTRIBUTOR';

const changeRole: Deed = async ({ context, form, member, institution }) => {
  const role = roleIn(form);
  return (await context.ask('change-member-role', { member, institution, role })).changeMemberRole;
};

const remove: Deed = async ({ context, member, institution }) =>
  (await context.ask('remove-member', { member, institution })).removeMember;

const withdraw: Deed = async ({ context, form }) =>
  (await context.ask('revoke-invitation', { id: form.get('id') ?? '' })).revokeInvitation;

const setHubRoles: Deed = async ({ context, form, member }) => {
  const hubRoles = HUB_ROLES.filter((role) => form.getAll('hubRoles').includes(role));
  return (await context.ask('set-hub-roles', { member, hubRoles })).setHubRoles;
};

const disable: Deed = async ({ context, member }) =>
  (await context.ask('disable-member', { member })).disableMember;

const enable: Deed = async ({ context, member }) =>
  (await context.ask('enable-member', { member })).enableMember;

const setFourEyes: Deed = async ({ context, form, institution }) => {
  const fourEyes = form.get('fourEyes') === 'on';
  return (await context.ask('set-four-eyes', { institution, fourEyes })).setFourEyes;
};

/** By the value of the pressed button, which is also what the page says afterwards. */
const DEEDS: ReadonlyMap<string | null, Deed> = new Map([
  ['role', changeRole],
  ['remove', remove],
  ['uninvite', withdraw],
  ['hubRoles', setHubRoles],
  ['disable', disable],
  ['enable', enable],
  ['fourEyes', setFourEyes],
]);

/** Does what one of the page's forms asks. */
export async function changeMembers(
  context: PageContext,
  form: URLSearchParams,
): Promise<PageAnswer> {
  const scope = await readScope(context);
  const institution = scope.institution?.id ?? '';
  const asked = { context, form, member: form.get('member') ?? '', institution };
  const name = form.get('do');
  if (name === 'invite' || name === 'resetLink') {
    const { faults, link } = name === 'invite' ? await invite(asked) : await makeResetLink(asked);
    if (faults.length > 0 || link) return renderMembers(context, scope, { form, faults, link });
    return done(context, scope.institution, name);
  }
  const payload = await DEEDS.get(name)?.(asked);
  const faults = payload ? faultsIn(context, payload) : [];
  if (faults.length > 0) return renderMembers(context, scope, { form, faults });
  return done(context, scope.institution, payload ? name : null);
}

const done = (context: PageContext, institution: Institution | null, name: string | null) =>
  seeOther(membersAddress(context, institution) + (name ? `&done=${name}` : ''));

/** Who may do this is refused one thing only: to leave the hub without an administrator. */
function faultsIn(
  context: PageContext,
  payload: Payload,
  texts?: FieldTexts,
): readonly FormFault[] {
  const isLast = payload.problems.some(({ code }) => code === 'FORBIDDEN');
  const isAdministrator = context.viewer?.hubRoles.includes('ADMINISTRATOR') ?? false;
  if (isLast && isAdministrator)
    return [{ field: null, text: context.t('members.lastAdministrator') }];
  return faultsOf(context, payload, texts);
}

async function invite({ context, form, institution }: Asked) {
  const email = form.get('email') ?? '';
  const locale = LOCALE_CODES.find((code) => code === form.get('locale')) ?? 'ES';
  const variables = { institution, email, locale, role: roleIn(form) };
  const { inviteMember } = await context.ask('invite-member', variables);
  const faults = faultsIn(context, inviteMember, { email: 'invite.emailFault' });
  const { link } = inviteMember;
  return { faults, link: link ? { url: link, of: 'invite' as const } : null };
}

async function makeResetLink({ context, member }: Asked) {
  const { createResetLink } = await context.ask('create-reset-link', { member });
  const faults = faultsIn(context, createResetLink);
  const { link } = createResetLink;
  return { faults, link: link ? { url: link, of: 'reset' as const } : null };
}
