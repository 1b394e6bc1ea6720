import { signInFirst } from '../account/sign-in.page.js';
import { Refusal } from '../hub-port.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { failurePage } from './failure.page.js';

/** As `failurePage`, for what a form asked: it is not lost when its sender has no session. */
export async function formFailurePage(
  context: PageContext,
  form: URLSearchParams,
  error: unknown,
): Promise<PageAnswer> {
  const isStranger = error instanceof Refusal && error.code === 'UNAUTHENTICATED';
  return isStranger ? signInFirst(context, form) : failurePage(context, error);
}
