import { AccountName } from '../form/account-name.js';
import { PasswordField } from '../form/password-field.js';
import { type AccountParts, faultsIn } from './account-data.js';

/** The rules come before the typing. */
export function PasswordForm(parts: AccountParts) {
  const { context, account } = parts;
  const { t } = context;
  const faults = faultsIn(parts, 'password');
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t('password.title')}</h2>
      <form method="post" action={context.to('/account')} class="form">
        <AccountName email={account.member.email ?? ''} />
        <PasswordField
          context={context}
          kind="current"
          name="currentPassword"
          label={t('password.current')}
          faults={faults}
        />
        <PasswordField
          context={context}
          kind="new"
          name="newPassword"
          label={t('password.new')}
          hint={t('password.rules')}
          faults={faults}
        />
        <p>{t('password.effect')}</p>
        <button type="submit" class="button" name="do" value="password">
          {t('password.change')}
        </button>
      </form>
    </section>
  );
}
