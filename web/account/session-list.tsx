import type { AccountParts, AccountSession } from './account-data.js';
import { deviceName } from './device-name.js';

/** Where else the account is open. */
export function SessionList({ context, account: { sessions } }: AccountParts) {
  const { t } = context;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('session.title')}</h2>
      <p>{t('session.lead')}</p>
      <form method="post" action={context.to('/account')}>
        <input type="hidden" name="do" value="session" />
        <ul class="people">
          {sessions.map((session) => (
            <SessionEntry key={session.id} context={context} session={session} />
          ))}
        </ul>
      </form>
      {sessions.some(({ isCurrent }) => !isCurrent) && (
        <form method="post" action={context.to('/account')}>
          <button type="submit" class="button button--quiet" name="do" value="sessions">
            {t('session.endOthers')}
          </button>
        </form>
      )}
    </section>
  );
}

interface SessionEntryProps extends Pick<AccountParts, 'context'> {
  readonly session: AccountSession;
}

function SessionEntry({ context, session }: SessionEntryProps) {
  const { t, texts } = context;
  const { id, isCurrent, userAgent, address, createdAt, lastSeenAt } = session;
  const device = deviceName(userAgent) || t('session.unknown');
  return (
    <li class="person">
      <div>
        <strong>{device}</strong> {isCurrent && <span class="tag">{t('session.current')}</span>}
        <p class="person__facts">
          <span>{t('session.seen', { moment: texts.moment(lastSeenAt) })}</span>
          <span>{t('session.began', { moment: texts.moment(createdAt) })}</span>
          {address && <span>{t('session.from', { network: address })}</span>}
        </p>
      </div>
      {!isCurrent && (
        <button
          type="submit"
          class="button button--quiet"
          name="id"
          value={id}
          aria-label={t('session.endNamed', { device })}
        >
          {t('session.end')}
        </button>
      )}
    </li>
  );
}
