import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { readAccount } from '../account/account-data.js';
import type { FormFault } from '../form/form-problems.js';
import { Refusal } from '../hub-port.js';
import type { PageContext } from '../page-context.js';

type MemberPage = OperationTypes['members']['data']['members'];
export type ListedMember = MemberPage['nodes'][number];
export type OpenInvitation = OperationTypes['invitations']['data']['invitations'][number];

export interface Institution {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Whose members are shown, and what the one who looks may do with them. */
export interface MembersScope {
  /** Null for the whole hub. */
  readonly institution: Institution | null;
  /** Where the one who looks belongs. */
  readonly own: readonly Institution[];
  readonly isAdministrator: boolean;
  /** May invite, change roles and remove. */
  readonly isKeeper: boolean;
}

export interface MembersView extends MembersScope {
  readonly context: PageContext;
  readonly members: MemberPage;
  readonly invitations: readonly OpenInvitation[];
  readonly fourEyes: boolean;
}

/** What a form asked for and what came of it. */
export interface MembersOutcome {
  readonly form?: URLSearchParams;
  readonly faults?: readonly FormFault[];
  /** Shown once, to be handed over. */
  readonly link?: { readonly url: string; readonly of: 'invite' | 'reset' } | null;
}

const PAGE_SIZE = 50;

/** The institution that the address names, or the only one that there is for this member. */
export async function readScope(context: PageContext): Promise<MembersScope> {
  const { member } = await readAccount(context);
  const isAdministrator = member.hubRoles.includes('ADMINISTRATOR');
  const memberships = member.memberships.flatMap(({ institution, role }) =>
    institution ? [{ institution, role }] : [],
  );
  const own = memberships.map(({ institution }) => institution);
  const slug = context.query.get('institution') ?? (isAdministrator ? '' : own[0]?.slug);
  if (slug === undefined) throw new Refusal('FORBIDDEN', 'No member of any institution.');
  if (slug === '') return { institution: null, own, isAdministrator, isKeeper: isAdministrator };
  const found = memberships.find(({ institution }) => institution.slug === slug);
  const institution =
    found?.institution ?? (isAdministrator ? (await context.ask('actor', { slug })).actor : null);
  if (!institution) throw new Refusal('NOT_FOUND', 'No institution of this member.');
  return {
    institution,
    own,
    isAdministrator,
    isKeeper: isAdministrator || found?.role === 'EDITOR',
  };
}

export async function readMembers(context: PageContext, scope: MembersScope): Promise<MembersView> {
  const institution = scope.institution?.id ?? null;
  const after = context.query.get('after');
  const [{ members }, invitations, fourEyes] = await Promise.all([
    context.ask('members', { institution, first: PAGE_SIZE, after }),
    institution && scope.isKeeper
      ? context.ask('invitations', { institution }).then((answer) => answer.invitations)
      : [],
    institution !== null &&
      context.ask('four-eyes', { institution }).then((answer) => answer.fourEyes),
  ]);
  return { ...scope, context, members, invitations, fourEyes };
}

/** The page's own address, for its forms. */
export const membersAddress = (context: PageContext, institution: Institution | null): string =>
  `${context.to('/members')}?${new URLSearchParams({ institution: institution?.slug ?? '' })}`;
