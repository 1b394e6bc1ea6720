import type { OperationTypes } from '../../schema/operations/operation-types.js';
import type { FormFault } from '../form/form-problems.js';
import { Refusal } from '../hub-port.js';
import type { PageContext } from '../page-context.js';

export type Account = NonNullable<OperationTypes['account']['data']['me']>;
export type AccountSession = Account['sessions'][number];
export type AccountToken = Account['accessTokens'][number];
export type TokenScope = AccountToken['scopes'][number];

/** Which form of the page was sent, what it said, and what was wrong with it. */
export interface SentForm {
  readonly name: string;
  readonly fields: URLSearchParams;
  readonly faults: readonly FormFault[];
}

export interface AccountParts {
  readonly context: PageContext;
  readonly account: Account;
  readonly sent: SentForm | null;
}

/** Throws what leads strangers to the sign-in. */
export async function readAccount(context: PageContext): Promise<Account> {
  const { me } = await context.ask('account', {});
  if (!me) throw new Refusal('UNAUTHENTICATED', 'Nobody is signed in.');
  return me;
}

/** What is wrong with one form of the page. */
export const faultsIn = ({ sent }: AccountParts, name: string): readonly FormFault[] =>
  sent?.name === name ? sent.faults : [];
