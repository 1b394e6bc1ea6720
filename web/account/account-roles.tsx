import type { AccountParts } from './account-data.js';
import { RoleList } from './role-list.js';

/** Who one is here, and for whom. */
export function AccountRoles({ context, account }: AccountParts) {
  const { t } = context;
  const { email, memberships, hubRoles } = account.member;
  const hasNone = memberships.length + hubRoles.length === 0;
  return (
    <section aria-labelledby="roles">
      {email && <p>{t('account.signedInAs', { email })}</p>}
      <h2 id="roles">{t('account.roles')}</h2>
      {hasNone ? <p>{t('account.noRoles')}</p> : <RoleList context={context} {...account.member} />}
    </section>
  );
}
