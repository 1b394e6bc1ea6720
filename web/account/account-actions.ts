import { type FormFault, faultsOf } from '../form/form-problems.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { LOCALE_CODES } from '../search/enum-values.js';
import { renderAccount } from './account.page.js';
import { TOKEN_SCOPES } from './token-scopes.js';

type Deed = (context: PageContext, form: URLSearchParams) => Promise<readonly FormFault[]>;

const updateProfile: Deed = async (context, form) => {
  const name = form.get('name') ?? '';
  const locale = LOCALE_CODES.find((code) => code === form.get('locale')) ?? 'ES';
  const answer = await context.ask('update-profile', { name, locale });
  return faultsOf(context, answer.updateProfile, { name: 'profile.nameFault' });
};

const changePassword: Deed = async (context, form) => {
  const currentPassword = form.get('currentPassword') ?? '';
  const newPassword = form.get('newPassword') ?? '';
  const answer = await context.ask('change-password', { currentPassword, newPassword });
  return faultsOf(context, answer.changePassword, {
    currentPassword: 'password.currentFault',
    newPassword: 'password.newFault',
  });
};

const endSession: Deed = async (context, form) => {
  const answer = await context.ask('revoke-session', { id: form.get('id') ?? '' });
  return faultsOf(context, answer.revokeSession);
};

const endOtherSessions: Deed = async (context) => {
  const answer = await context.ask('revoke-other-sessions', {});
  return faultsOf(context, answer.revokeOtherSessions);
};

const revokeToken: Deed = async (context, form) => {
  const answer = await context.ask('revoke-access-token', { id: form.get('id') ?? '' });
  return faultsOf(context, answer.revokeAccessToken);
};

/** By the value of the pressed button, which is also what the page says afterwards. */
const DEEDS: ReadonlyMap<string | null, Deed> = new Map([
  ['profile', updateProfile],
  ['password', changePassword],
  ['session', endSession],
  ['sessions', endOtherSessions],
  ['token', revokeToken],
]);

/** Does what one of the page's forms asks. */
export async function changeAccount(
  context: PageContext,
  form: URLSearchParams,
): Promise<PageAnswer> {
  const name = form.get('do');
  if (name === 'newToken') return createToken(context, form);
  const faults = await DEEDS.get(name)?.(context, form);
  if (!name || !faults) return seeOther(context.to('/account'));
  if (faults.length > 0) return renderAccount(context, { sent: { name, fields: form, faults } });
  return seeOther(`${context.to('/account')}?done=${name}#done`);
}

/** The token itself is on this one page and nowhere else. */
async function createToken(context: PageContext, form: URLSearchParams): Promise<PageAnswer> {
  const name = form.get('tokenName') ?? '';
  const scopes = TOKEN_SCOPES.filter((scope) => form.getAll('scopes').includes(scope));
  const days = Number(form.get('days') ?? 0) || 0;
  const { createAccessToken } = await context.ask('create-access-token', { name, scopes, days });
  const faults = faultsOf(context, createAccessToken, {
    name: 'token.nameFault',
    scopes: 'token.scopesFault',
  }).map((fault) => (fault.field === 'name' ? { ...fault, field: 'tokenName' } : fault));
  if (faults.length > 0)
    return renderAccount(context, { sent: { name: 'newToken', fields: form, faults } });
  return renderAccount(context, { secret: createAccessToken.secret });
}
