import { notFoundPage } from '../failure/failure.page.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';

/** There is no such record for the public. */
export async function missingItemPage(context: PageContext): Promise<PageAnswer> {
  return notFoundPage(context);
}
