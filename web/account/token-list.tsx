import type { AccountParts, AccountToken } from './account-data.js';

/** The tokens that hold, without what lets anybody in. */
export function TokenList({ context, account: { accessTokens } }: AccountParts) {
  if (accessTokens.length === 0) return <p>{context.t('token.none')}</p>;
  return (
    <ul class="people">
      {accessTokens.map((token) => (
        <TokenEntry key={token.id} context={context} token={token} />
      ))}
    </ul>
  );
}

interface TokenEntryProps extends Pick<AccountParts, 'context'> {
  readonly token: AccountToken;
}

function TokenEntry({ context, token }: TokenEntryProps) {
  const { t, texts } = context;
  const { id, name, prefix, scopes, expiresAt, lastUsedAt } = token;
  return (
    <li class="person">
      <div>
        <strong>{name}</strong> <code>{prefix}…</code>
        <p class="person__facts">
          <span>{texts.list(scopes.map((scope) => t(`token.scope.${scope}`)))}</span>
          <span>{t('token.expires', { day: texts.day(expiresAt) })}</span>
          <span>
            {lastUsedAt ? t('token.used', { moment: texts.moment(lastUsedAt) }) : t('token.unused')}
          </span>
        </p>
      </div>
      <details class="confirm">
        <summary class="button button--quiet" aria-label={t('token.revokeNamed', { name })}>
          {t('token.revoke')}
        </summary>
        <form method="post" action={context.to('/account')}>
          <p>{t('token.revokeQuestion')}</p>
          <input type="hidden" name="do" value="token" />
          <button type="submit" class="button button--danger" name="id" value={id}>
            {t('token.revokeNamed', { name })}
          </button>
        </form>
      </details>
    </li>
  );
}
