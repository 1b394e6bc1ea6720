import { FaultSummary } from '../form/fault-summary.js';
import { type FormFault, faultsOf } from '../form/form-problems.js';
import { PasswordField } from '../form/password-field.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { plainPage } from './plain-page.js';
import { withSecretAddress } from './private-page.js';

/** What a link leads to; whether it still holds shows when it is used. */
export const resetPage = async (context: PageContext): Promise<PageAnswer> => render(context);

/** Takes the password and signs its owner in. */
export async function reset(context: PageContext, form: URLSearchParams): Promise<PageAnswer> {
  const token = context.param('secret');
  const newPassword = form.get('newPassword') ?? '';
  const { resetPassword } = await context.ask('reset-password', { token, newPassword });
  if (resetPassword.problems.some(({ code }) => code === 'EXPIRED')) return expiredPage(context);
  const faults = faultsOf(context, resetPassword, { newPassword: 'password.newFault' });
  if (faults.length > 0) return render(context, faults);
  return seeOther(`${context.to('/account')}?done=password`);
}

function render(context: PageContext, faults: readonly FormFault[] = []): PageAnswer {
  const { t } = context;
  const page = plainPage(context, {
    title: t('reset.title'),
    description: t('reset.description'),
    status: faults.length > 0 ? 422 : 200,
    children: (
      <>
        <FaultSummary context={context} faults={faults} />
        <form method="post" class="form">
          <PasswordField
            context={context}
            kind="new"
            name="newPassword"
            label={t('password.new')}
            hint={t('password.rules')}
            faults={faults}
          />
          <p>{t('reset.effect')}</p>
          <button type="submit" class="button">
            {t('reset.save')}
          </button>
        </form>
      </>
    ),
  });
  return withSecretAddress(context, page);
}

function expiredPage(context: PageContext): PageAnswer {
  const { t } = context;
  const page = plainPage(context, {
    title: t('reset.expiredTitle'),
    description: t('reset.description'),
    status: 410,
    children: (
      <>
        <p class="lead">{t('reset.expired')}</p>
        <p>
          <a class="button" href={context.to('/reset')}>
            {t('reset.again')}
          </a>
        </p>
      </>
    ),
  });
  return withSecretAddress(context, page);
}
