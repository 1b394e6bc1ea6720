import type { PageContext } from '../page-context.js';
import type { Account } from './account-data.js';

type RoleListProps = Pick<Account['member'], 'memberships' | 'hubRoles'> & {
  readonly context: PageContext;
};

/** Who somebody is here, and for whom. */
export function RoleList({ context, memberships, hubRoles }: RoleListProps) {
  const { t } = context;
  return (
    <ul>
      {memberships.map(({ institution, role }) => (
        <li key={institution?.id ?? role}>
          {t(`memberRole.${role}`)}:{' '}
          {institution ? (
            <a href={context.to(`/actors/${institution.slug}`)}>{institution.name}</a>
          ) : (
            t('account.goneInstitution')
          )}
        </li>
      ))}
      {hubRoles.map((role) => (
        <li key={role}>{t(`hubRole.${role}`)}</li>
      ))}
    </ul>
  );
}
