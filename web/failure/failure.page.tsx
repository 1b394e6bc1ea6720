import type { ComponentChildren } from 'preact';
import { Refusal } from '../hub-port.js';
import { renderDocument } from '../layout/document.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { SearchBox } from '../search/search-box.js';
import type { TextKey } from '../texts/texts.js';

interface Failure {
  readonly status: number;
  readonly title: TextKey;
  readonly message: string;
  /** What is wrong exactly, and ways on. */
  readonly details?: ComponentChildren;
}

/** There is nothing at this address. */
export const notFoundPage = (context: PageContext, details?: ComponentChildren): PageAnswer =>
  render(context, {
    status: 404,
    title: 'failure.notFound.title',
    message: context.t('failure.notFound.message'),
    details,
  });

/** The address is broken: not UTF-8, or far too long (414). */
export const badAddressPage = (context: PageContext, status = 400): PageAnswer =>
  render(context, {
    status,
    title: 'failure.badAddress.title',
    message: context.t('failure.badAddress.message'),
  });

/** The address asks for something that the hub does not know. */
export const refusedPage = (context: PageContext, details?: ComponentChildren): PageAnswer =>
  render(context, {
    status: 400,
    title: 'failure.refused.title',
    message: context.t('failure.refused.message'),
    details,
  });

/** A form that cannot be taken: from another site (403), of another type (415), too large (413), nowhere (405). */
export const refusedFormPage = (context: PageContext, status: number): PageAnswer =>
  render(context, {
    status,
    title: 'failure.form.title',
    message: context.t('failure.form.message'),
  });

const REFUSED: ReadonlySet<string> = new Set(['BAD_USER_INPUT', 'BAD_CURSOR']);
/** What passes by itself. */
const NOT_NOW: ReadonlySet<string> = new Set([
  'SEARCH_UNAVAILABLE',
  'STORE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
]);

/** The member may not see or do this. */
const forbiddenPage = (context: PageContext): PageAnswer =>
  render(context, {
    status: 403,
    title: 'failure.forbidden.title',
    message: context.t('failure.forbidden.message'),
  });

/** Where a stranger signs in, to come back to where she was. */
export function signInAddress(context: PageContext): string {
  const query = context.query.size > 0 ? `?${context.query}` : '';
  return `${context.to('/sign-in')}?${new URLSearchParams({ next: context.to(context.path) + query })}`;
}

/** What the hub refused or cannot answer now; anything else is a fault and thrown on. */
export function failurePage(context: PageContext, error: unknown): PageAnswer {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'UNAUTHENTICATED') return seeOther(signInAddress(context));
  if (error.code === 'NOT_FOUND') return notFoundPage(context);
  if (error.code === 'FORBIDDEN') return forbiddenPage(context);
  if (REFUSED.has(error.code)) return refusedPage(context);
  if (!NOT_NOW.has(error.code)) throw error;
  return render(context, {
    status: 503,
    title: 'failure.unavailable.title',
    message: context.t('failure.unavailable.message'),
  });
}

/** Something went wrong in the hub itself; the id finds it in the log. */
export const faultPage = (context: PageContext, requestId: string): PageAnswer =>
  render(context, {
    status: 500,
    title: 'failure.fault.title',
    message: context.t('failure.fault.message', { requestId }),
  });

function render(context: PageContext, { status, title, message, details }: Failure): PageAnswer {
  const { t } = context;
  const answer = renderDocument(context, {
    title: t(title),
    description: message,
    status,
    isIndexed: false,
    hasHeaderSearch: false,
    children: (
      <div class="page page--narrow">
        <h1>{t(title)}</h1>
        {details}
        <p class="lead">{message}</p>
        <SearchBox context={context} />
        <p>
          {status === 503 && (
            <>
              <a href={addressOf(context)}>{t('failure.retry')}</a>
              {' · '}
            </>
          )}
          <a href={context.to('/')}>{t('failure.home')}</a>
        </p>
      </div>
    ),
  });
  if (status !== 503) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': '30' } };
}

/** The page that was asked for. */
const addressOf = (context: PageContext): string =>
  context.to(context.path) + (context.query.size > 0 ? `?${context.query}` : '');
