import { renderDocument } from '../layout/document.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { keptNowhere } from './private-page.js';

/** For whoever comes by the address: only the form ends a session. */
export async function signOutPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const answer = renderDocument(context, {
    title: t('nav.signOut'),
    description: t('signIn.description'),
    isIndexed: false,
    children: (
      <div class="page page--form">
        <h1>{t('nav.signOut')}</h1>
        <form method="post" action={context.to('/sign-out')} class="form">
          <p>{t('signOut.question')}</p>
          <button type="submit" class="button">
            {t('nav.signOut')}
          </button>
        </form>
      </div>
    ),
  });
  return keptNowhere(answer);
}

/** Ends the session; without one nothing happens. */
export async function signOut(context: PageContext): Promise<PageAnswer> {
  await context.ask('sign-out', {});
  return seeOther(`${context.to('/sign-in')}?done=signed-out`);
}
