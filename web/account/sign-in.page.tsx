import { FaultSummary } from '../form/fault-summary.js';
import { type FormFault, type FormProblem, faultOf } from '../form/form-problems.js';
import { renderDocument } from '../layout/document.js';
import { Icon } from '../layout/icon.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { type CarriedForm, carry, unpacked } from './carried-form.js';
import { goOnPage } from './go-on.page.js';
import { nextAddress, ownAddress } from './next-address.js';
import { keptNowhere } from './private-page.js';
import { ProviderLinks } from './provider-links.js';
import { SignInBeside } from './sign-in-beside.js';
import { SignInForm } from './sign-in-form.js';

interface SignInView {
  readonly status?: number;
  readonly next: string | null;
  readonly email?: string;
  readonly faults?: readonly FormFault[];
  readonly carried?: CarriedForm | null;
}

/** The door for members; whoever is in already goes on. */
export async function signInPage(context: PageContext): Promise<PageAnswer> {
  const next = context.query.get('next');
  if (context.viewer) return seeOther(nextAddress(context, next));
  return render(context, { next: ownAddress(next) });
}

/** Instead of what a form asked for without a session: nothing that it said is lost. */
export const signInFirst = (context: PageContext, form: URLSearchParams): Promise<PageAnswer> =>
  render(context, { status: 401, next: null, carried: carry(context, form) });

/** Lets a member in. */
export async function signIn(context: PageContext, form: URLSearchParams): Promise<PageAnswer> {
  const email = form.get('email') ?? '';
  const password = form.get('password') ?? '';
  const { signIn: answer } = await context.ask('sign-in', { email, password });
  const carried = unpacked(form);
  const next = form.get('next');
  const [problem] = answer.problems;
  if (problem) return refused(context, problem, { next: ownAddress(next), email, carried });
  return carried ? goOnPage(context, carried) : seeOther(nextAddress(context, next));
}

/** The same for an unknown address and a wrong password. */
async function refused(
  context: PageContext,
  problem: FormProblem,
  view: SignInView,
): Promise<PageAnswer> {
  const isWrong = problem.code === 'UNAUTHENTICATED';
  const fault = isWrong
    ? { field: null, text: context.t('signIn.wrong') }
    : faultOf(context, problem);
  const answer = await render(context, { ...view, status: isWrong ? 401 : 429, faults: [fault] });
  if (problem.retryAfter === null) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(problem.retryAfter) } };
}

async function render(context: PageContext, view: SignInView): Promise<PageAnswer> {
  const { t } = context;
  const { identityProviders } = await context.ask('identity-providers', {});
  const { status, next, email = '', faults = [], carried = null } = view;
  const isDone = context.query.get('done') === 'signed-out';
  const answer = renderDocument(context, {
    title: t('signIn.title'),
    description: t('signIn.description'),
    status,
    isIndexed: false,
    islands: ['form'],
    children: (
      <div class="page page--form">
        <h1>{t('signIn.title')}</h1>
        {isDone && faults.length === 0 && (
          <p class="notice" role="status">
            <Icon name="check" />
            {t('signOut.done')}
          </p>
        )}
        {carried && <p class="notice">{t('signIn.kept')}</p>}
        <p>{t('signIn.lead')}</p>
        <FaultSummary context={context} faults={faults} />
        <SignInForm context={context} next={next} email={email} carried={carried} />
        {carried ? (
          <SignInBeside context={context} carried={carried} />
        ) : (
          <ProviderLinks
            context={context}
            providers={identityProviders}
            next={next ?? nextAddress(context, null)}
          />
        )}
        <p>
          <a href={context.to('/reset')}>{t('signIn.forgot')}</a>
        </p>
        <p>{t('signIn.noAccount')}</p>
      </div>
    ),
  });
  return keptNowhere(answer);
}
