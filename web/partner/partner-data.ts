import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { isKeeper } from '../account/viewer-roles.js';
import type { FormFault } from '../form/form-problems.js';
import { Refusal } from '../hub-port.js';
import type { PageViewer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';

export type PartnerPage = OperationTypes['partners']['data']['partners'];
export type KeptPartner = NonNullable<OperationTypes['partner']['data']['partner']>;
export type PartnerKey = KeptPartner['keys'][number];
export type KeptQuery = KeptPartner['storedQueries'][number];
export type Usage = KeptPartner['usage'];

/** Which form of a page was sent, what it said, and what was wrong with it. */
export interface SentForm {
  readonly name: 'register' | 'change' | 'query' | 'other';
  readonly fields: URLSearchParams;
  readonly faults: readonly FormFault[];
}

/** One partner, and what the last form did. */
export interface PartnerView {
  readonly context: PageContext;
  readonly partner: KeptPartner;
  readonly sent: SentForm | null;
}

const PAGE_SIZE = 50;

export async function readPartners(context: PageContext): Promise<PartnerPage> {
  if (!isKeeper(requireViewer(context))) {
    throw new Refusal('FORBIDDEN', 'Nobody whose partners there could be.');
  }
  const after = context.query.get('after');
  return (await context.ask('partners', { first: PAGE_SIZE, after })).partners;
}

/** Throws what leads strangers to the sign-in, and everybody else to a page that says so. */
export async function readPartner(context: PageContext): Promise<KeptPartner> {
  requireViewer(context);
  const { partner } = await context.ask('partner', { id: context.param('id') });
  if (!partner) throw new Refusal('NOT_FOUND', 'No partner by this id.');
  return partner;
}

function requireViewer({ viewer }: PageContext): PageViewer {
  if (viewer) return viewer;
  throw new Refusal('UNAUTHENTICATED', 'Nobody is signed in.');
}

export const partnerAddress = (context: PageContext, id: string): string =>
  context.to(`/partners/${encodeURIComponent(id)}`);

/** What is wrong with one form of the page. */
export const faultsIn = (sent: SentForm | null, name: SentForm['name']): readonly FormFault[] =>
  sent?.name === name ? sent.faults : [];

/** What one form of the page said, when something is to be mended in it. */
export const givenIn = (sent: SentForm | null, name: SentForm['name']): URLSearchParams | null =>
  sent?.name === name && sent.faults.length > 0 ? sent.fields : null;
