import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';

/** Kept nowhere: it holds something of one person. */
export const keptNowhere = (answer: PageAnswer): PageAnswer => ({
  ...answer,
  headers: { 'cache-control': 'no-store', ...answer.headers },
});

/**
 * For a page with a secret in its address, which must not reach anybody else. Without HTTPS a
 * browser names no origin with forms that have no referrer, so that they would be refused; its
 * own hub may see the address there.
 */
export const withSecretAddress = (context: PageContext, answer: PageAnswer): PageAnswer => {
  const isSecure = context.absolute('').startsWith('https:');
  const headers = { 'referrer-policy': isSecure ? 'no-referrer' : 'same-origin' };
  return keptNowhere({ ...answer, headers: { ...answer.headers, ...headers } });
};
