import { AdministeredMember } from './administered-member.js';
import { type ListedMember, type MembersView, membersAddress } from './members-data.js';

interface MemberEntryProps {
  readonly view: MembersView;
  readonly member: ListedMember;
}

/** A person, their roles, and what may be changed about them. */
export function MemberEntry({ view, member }: MemberEntryProps) {
  const { context, institution, isKeeper, isAdministrator } = view;
  const { t } = context;
  const isKept = institution ? isKeeper : isAdministrator;
  return (
    <li class="person">
      <div>
        <strong>{member.name}</strong>{' '}
        {member.isDisabled && <span class="tag">{t('members.disabled')}</span>}
        <p class="person__facts">
          {member.email && <span>{member.email}</span>}
          {rolesOf(view, member).map((role) => (
            <span key={role}>{role}</span>
          ))}
        </p>
      </div>
      {isKept && (
        <details class="confirm">
          <summary
            class="button button--quiet"
            aria-label={t('members.of.name', { action: t('members.keep'), name: member.name })}
          >
            {t('members.keep')}
          </summary>
          <div>
            {institution && <KeptMember view={view} member={member} />}
            {isAdministrator && <AdministeredMember view={view} member={member} />}
          </div>
        </details>
      )}
    </li>
  );
}

/** At the institution that is shown; in the whole hub with the name of each. */
function rolesOf({ context, institution }: MembersView, member: ListedMember): readonly string[] {
  const { t } = context;
  const there = member.memberships.filter(
    (one) => !institution || one.institution?.id === institution.id,
  );
  const roles = there.map(({ role, institution: of }) => {
    const name = institution
      ? ''
      : `, ${of ? (of.acronym ?? of.name) : t('account.goneInstitution')}`;
    return t(`memberRole.${role}`) + name;
  });
  return [...roles, ...member.hubRoles.map((role) => t(`hubRole.${role}`))];
}

/** What editors of the institution change. */
function KeptMember({ view: { context, institution }, member }: MemberEntryProps) {
  const { t } = context;
  const { id, name, memberships } = member;
  const isEditor = memberships.some(
    ({ institution: of, role }) => of?.id === institution?.id && role === 'EDITOR',
  );
  return (
    <form method="post" action={membersAddress(context, institution)}>
      <input type="hidden" name="member" value={id} />
      <input type="hidden" name="role" value={isEditor ? 'CONTRIBUTOR' : 'EDITOR'} />
      <button type="submit" class="button button--quiet" name="do" value="role">
        {t(isEditor ? 'members.makeContributor' : 'members.makeEditor')}
      </button>
      <p>{t('members.removeQuestion', { name })}</p>
      <button type="submit" class="button button--danger" name="do" value="remove">
        {t('members.of.name', { action: t('members.remove'), name })}
      </button>
    </form>
  );
}
