import { FaultSummary } from '../form/fault-summary.js';
import { TextField } from '../form/field.js';
import { type FormFault, faultsOf } from '../form/form-problems.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { plainPage } from './plain-page.js';

/** For whoever forgot the password. */
export const askResetPage = async (context: PageContext): Promise<PageAnswer> => render(context);

/** The same answer whether or not there is such a member. */
export async function askReset(context: PageContext, form: URLSearchParams): Promise<PageAnswer> {
  const email = form.get('email') ?? '';
  const { requestPasswordReset } = await context.ask('request-password-reset', { email });
  const faults = faultsOf(context, requestPasswordReset);
  if (faults.length > 0) return render(context, faults);
  const { t } = context;
  return plainPage(context, {
    title: t('reset.title'),
    description: t('reset.description'),
    children: (
      <p class="notice" role="status">
        {t(requestPasswordReset.sendsMail ? 'reset.sent' : 'reset.noMail')}
      </p>
    ),
  });
}

function render(context: PageContext, faults: readonly FormFault[] = []): PageAnswer {
  const { t } = context;
  return plainPage(context, {
    title: t('reset.title'),
    description: t('reset.description'),
    status: faults.length > 0 ? 429 : 200,
    children: (
      <>
        <p>{t('reset.lead')}</p>
        <FaultSummary context={context} faults={faults} />
        <form method="post" action={context.to('/reset')} class="form">
          <TextField
            name="email"
            label={t('signIn.email')}
            input={{ type: 'email', autocomplete: 'username', required: true, maxLength: 254 }}
          />
          <button type="submit" class="button">
            {t('reset.ask')}
          </button>
        </form>
        <p>
          <a href={context.to('/sign-in')}>{t('signIn.title')}</a>
        </p>
      </>
    ),
  });
}
