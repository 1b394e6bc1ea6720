import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { type FormFault, faultsOf } from '../form/form-problems.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { InvitationForm } from './invitation-form.js';
import { plainPage } from './plain-page.js';
import { withSecretAddress } from './private-page.js';

export type InvitationShown = NonNullable<OperationTypes['invitation']['data']['invitation']>;

/** What the link of an invitation leads to. */
export const invitationPage = (context: PageContext): Promise<PageAnswer> => render(context, null);

/** Opens an account, or adds to the one that there is, and signs its owner in. */
export async function acceptInvitation(
  context: PageContext,
  form: URLSearchParams,
): Promise<PageAnswer> {
  const token = context.param('secret');
  const name = form.get('name') ?? '';
  const password = form.get('password') ?? '';
  const { acceptInvitation: answer } = await context.ask('accept-invitation', {
    token,
    name,
    password,
  });
  const codes = answer.problems.map(({ code }) => code);
  if (codes.includes('EXPIRED')) return expiredPage(context);
  if (codes.includes('UNAUTHENTICATED'))
    return render(context, form, [{ field: 'password', text: context.t('invitation.wrong') }]);
  const faults = faultsOf(context, answer, {
    name: 'profile.nameFault',
    password: 'password.newFault',
  });
  if (faults.length > 0) return render(context, form, faults);
  return seeOther(`${context.to('/account')}?done=welcome`);
}

async function render(
  context: PageContext,
  form: URLSearchParams | null,
  faults: readonly FormFault[] = [],
): Promise<PageAnswer> {
  const { t } = context;
  const { invitation } = await context.ask('invitation', { token: context.param('secret') });
  if (!invitation) return expiredPage(context);
  const isOwn = invitation.isMember && (await emailOf(context)) === invitation.email;
  const page = plainPage(context, {
    title: t('invitation.title'),
    description: t('invitation.description'),
    status: faults.length > 0 ? 422 : 200,
    children: (
      <InvitationForm
        context={context}
        invitation={invitation}
        isOwn={isOwn}
        name={form?.get('name') ?? ''}
        faults={faults}
      />
    ),
  });
  return withSecretAddress(context, page);
}

/** Of whoever is signed in. */
const emailOf = async (context: PageContext): Promise<string | null> =>
  context.viewer && ((await context.ask('account', {})).me?.member.email ?? null);

function expiredPage(context: PageContext): PageAnswer {
  const { t } = context;
  const page = plainPage(context, {
    title: t('invitation.expiredTitle'),
    description: t('invitation.description'),
    status: 410,
    children: (
      <>
        <p class="lead">{t('invitation.expired')}</p>
        <p>
          <a class="button" href={context.to('/sign-in')}>
            {t('signIn.title')}
          </a>
        </p>
      </>
    ),
  });
  return withSecretAddress(context, page);
}
