import { keptNowhere } from '../account/private-page.js';
import { DoneNotice } from '../form/done-notice.js';
import { FaultSummary } from '../form/fault-summary.js';
import { CursorPager } from '../layout/cursor-pager.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { FourEyes } from './four-eyes.js';
import { HandedLink } from './handed-link.js';
import { InstitutionChoice, readChoices } from './institution-choice.js';
import { InvitationList } from './invitation-list.js';
import { InviteForm } from './invite-form.js';
import { MemberEntry } from './member-entry.js';
import {
  type MembersOutcome,
  type MembersScope,
  type MembersView,
  readMembers,
  readScope,
} from './members-data.js';

const DONE = [
  'role',
  'remove',
  'invite',
  'uninvite',
  'hubRoles',
  'disable',
  'enable',
  'fourEyes',
] as const;

/** Who works with the hub: for an institution, or for all of it. */
export const membersPage = async (context: PageContext): Promise<PageAnswer> =>
  renderMembers(context, await readScope(context), {});

export async function renderMembers(
  context: PageContext,
  scope: MembersScope,
  outcome: MembersOutcome,
): Promise<PageAnswer> {
  const { t } = context;
  const { institution } = scope;
  const view = await readMembers(context, scope);
  const choices = await readChoices(context, scope);
  const { faults = [], link = null } = outcome;
  const answer = renderDocument(context, {
    title: t('members.title'),
    description: t('members.description'),
    status: faults.length > 0 ? 422 : 200,
    isIndexed: false,
    islands: ['item'],
    children: (
      <div class="page page--narrow">
        <h1>
          {institution ? t('members.of', { institution: institution.name }) : t('members.ofHub')}
        </h1>
        <FaultSummary context={context} faults={faults} />
        {faults.length === 0 && !link && (
          <DoneNotice context={context} deeds={DONE} textOf={(deed) => t(`members.done.${deed}`)} />
        )}
        {link && <HandedLink context={context} link={link} />}
        <InstitutionChoice context={context} scope={scope} choices={choices} />
        <MemberList {...view} />
        {institution && scope.isKeeper && (
          <>
            <InviteForm view={view} outcome={outcome} />
            <InvitationList {...view} />
          </>
        )}
        {institution && <FourEyes {...view} />}
      </div>
    ),
  });
  return keptNowhere(answer);
}

function MemberList(view: MembersView) {
  const { context, members } = view;
  const { t } = context;
  if (members.totalCount === 0) return <p>{t('members.none')}</p>;
  return (
    <section aria-labelledby="members">
      <h2 id="members">{t('members.count', { count: members.totalCount })}</h2>
      <ul class="people">
        {members.nodes.map((member) => (
          <MemberEntry key={member.id} view={view} member={member} />
        ))}
      </ul>
      <CursorPager context={context} pageInfo={members.pageInfo} />
    </section>
  );
}
