import { Refusal } from '../hub-port.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import type { Action } from '../routes.js';

/**
 * What was typed comes back in the page itself, as hidden fields of a form that sends it again once its writer has
 * signed in beside it: it is in no address, no store and no cookie, and every way of signing in will do.
 */
export const sessionEndedPage = (context: PageContext, form: URLSearchParams): PageAnswer =>
  renderDocument(context, {
    title: context.t('ended.title'),
    description: context.t('ended.lead'),
    status: 401,
    isIndexed: false,
    hasHeaderSearch: false,
    children: <SessionEnded context={context} form={form} />,
  });

/** An action of members: whoever is no longer signed in loses nothing of the form. */
export const forMembers =
  (action: Action): Action =>
  async (context, form) => {
    if (!context.viewer) return sessionEndedPage(context, form);
    try {
      return await action(context, form);
    } catch (error) {
      const hasEnded = error instanceof Refusal && error.code === 'UNAUTHENTICATED';
      if (hasEnded) return sessionEndedPage(context, form);
      throw error;
    }
  };

interface EndedProps {
  readonly context: PageContext;
  readonly form: URLSearchParams;
}

function SessionEnded({ context, form }: EndedProps) {
  const { t } = context;
  return (
    <div class="page page--narrow">
      <h1>{t('ended.title')}</h1>
      <p class="lead">{t('ended.lead')}</p>
      <ol class="ended">
        <li>
          <a href={context.to('/sign-in')} target="_blank" rel="noopener">
            {t('ended.signIn')}
          </a>
        </li>
        <li>
          <form method="post" action={context.to(context.path)}>
            {[...form].map(([name, value], place) => (
              <input key={place} type="hidden" name={name} value={value} />
            ))}
            <button type="submit" class="button">
              {t('ended.again')}
            </button>
          </form>
        </li>
      </ol>
    </div>
  );
}
