import { DoneNotice } from '../form/done-notice.js';
import { FaultSummary } from '../form/fault-summary.js';
import { ShownOnce } from '../form/shown-once.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { type AccountParts, readAccount, type SentForm } from './account-data.js';
import { AccountRoles } from './account-roles.js';
import { PasswordForm } from './password-form.js';
import { keptNowhere } from './private-page.js';
import { ProfileForm } from './profile-form.js';
import { SessionList } from './session-list.js';
import { TokenForm } from './token-form.js';
import { TokenList } from './token-list.js';

const DONE = ['profile', 'password', 'session', 'sessions', 'token', 'welcome'] as const;

/** What members keep themselves. */
export const accountPage = (context: PageContext): Promise<PageAnswer> => renderAccount(context);

interface Outcome {
  readonly sent?: SentForm | null;
  /** A token that was just made. */
  readonly secret?: string | null;
}

export async function renderAccount(
  context: PageContext,
  { sent = null, secret = null }: Outcome = {},
): Promise<PageAnswer> {
  const { t } = context;
  const parts: AccountParts = { context, account: await readAccount(context), sent };
  const answer = renderDocument(context, {
    title: t('account.title'),
    description: t('account.description'),
    status: sent ? 422 : 200,
    isIndexed: false,
    islands: ['form', 'item'],
    children: (
      <div class="page page--form">
        <h1>{t('account.title')}</h1>
        <FaultSummary context={context} faults={sent?.faults ?? []} />
        {!sent && !secret && (
          <DoneNotice context={context} deeds={DONE} textOf={(deed) => t(`account.done.${deed}`)} />
        )}
        {secret && (
          <ShownOnce
            context={context}
            title={t('token.madeTitle')}
            message={t('token.madeOnce')}
            secret={secret}
          />
        )}
        <AccountRoles {...parts} />
        <ProfileForm {...parts} />
        <PasswordForm {...parts} />
        <SessionList {...parts} />
        <section aria-labelledby="tokens">
          <h2 id="tokens">{t('token.title')}</h2>
          <p>{t('token.lead')}</p>
          <TokenList {...parts} />
          <TokenForm {...parts} />
        </section>
      </div>
    ),
  });
  return keptNowhere(answer);
}
