import { type MembersView, membersAddress } from './members-data.js';

/** Who has been invited and has not come yet. */
export function InvitationList({ context, institution, invitations }: MembersView) {
  const { t, texts } = context;
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{t('invite.open')}</h2>
      {invitations.length === 0 && <p>{t('invite.openNone')}</p>}
      <ul class="people">
        {invitations.map(({ id, email, memberships, expiresAt }) => (
          <li key={id} class="person">
            <div>
              <strong>{email}</strong>
              <p class="person__facts">
                {memberships
                  .filter((one) => one.institution?.id === institution?.id)
                  .map(({ role }) => (
                    <span key={role}>{t(`memberRole.${role}`)}</span>
                  ))}
                <span>{t('invite.until', { day: texts.day(expiresAt) })}</span>
              </p>
            </div>
            <details class="confirm">
              <summary
                class="button button--quiet"
                aria-label={t('members.of.name', { action: t('invite.revoke'), name: email })}
              >
                {t('invite.revoke')}
              </summary>
              <form method="post" action={membersAddress(context, institution)}>
                <p>{t('invite.revokeQuestion', { email })}</p>
                <input type="hidden" name="do" value="uninvite" />
                <button type="submit" class="button button--danger" name="id" value={id}>
                  {t('invite.revoke')}
                </button>
              </form>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
