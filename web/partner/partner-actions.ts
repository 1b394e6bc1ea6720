import type { FormFault } from '../form/form-problems.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { renderPartner } from './partner.page.js';
import { partnerAddress, type SentForm } from './partner-data.js';
import { partnerFaults } from './partner-faults.js';
import { renderPartners } from './partners.page.js';
import { saveQuery, setQueryStatus } from './query-actions.js';

type Deed = (context: PageContext, form: URLSearchParams) => Promise<readonly FormFault[]>;

/** Registers a partner, and leads to its page. */
export async function registerPartner(
  context: PageContext,
  form: URLSearchParams,
): Promise<PageAnswer> {
  const { registerPartner: answer } = await context.ask('register-partner', {
    input: { ...fieldsIn(form) },
  });
  const faults = partnerFaults(context, answer);
  const id = answer.partner?.id;
  if (id) return seeOther(`${partnerAddress(context, id)}?done=register#done`);
  return renderPartners(context, { name: 'register', fields: form, faults });
}

const fieldsIn = (form: URLSearchParams) => ({
  name: form.get('name') ?? '',
  actor: form.get('actor') || null,
  contact: form.get('contact') ?? '',
  origins: (form.get('origins') ?? '').split(/\s+/).filter(Boolean),
});

export const versionIn = (form: URLSearchParams): number => Number(form.get('version')) || 0;

const change: Deed = async (context, form) => {
  const expectedVersion = versionIn(form);
  const input = { id: context.param('id'), expectedVersion, ...fieldsIn(form) };
  const { changePartner } = await context.ask('change-partner', { input });
  return partnerFaults(context, changePartner);
};

const revoke: Deed = async (context, form) => {
  const variables = { id: context.param('id'), key: form.get('key') ?? '' };
  const { revokePartnerKey } = await context.ask('revoke-partner-key', variables);
  return partnerFaults(context, revokePartnerKey);
};

/** By the value of the pressed button, which is also what the page says afterwards. */
const DEEDS: ReadonlyMap<string | null, readonly [Deed, SentForm['name']]> = new Map([
  ['change', [change, 'change']],
  ['revoke', [revoke, 'other']],
  ['query', [saveQuery, 'query']],
  ['status', [setQueryStatus, 'other']],
]);

/** Does what one of the page's forms asks. */
export async function changePartner(
  context: PageContext,
  form: URLSearchParams,
): Promise<PageAnswer> {
  const address = partnerAddress(context, context.param('id'));
  const asked = form.get('do');
  if (asked === 'key') return createKey(context, form);
  if (asked === 'remove') return remove(context, form);
  const [deed, name] = DEEDS.get(asked) ?? [];
  if (!deed || !name) return seeOther(address);
  const faults = await deed(context, form);
  if (faults.length === 0) return seeOther(`${address}?done=${asked}#done`);
  return renderPartner(context, { sent: { name, fields: form, faults } });
}

/** The key itself is on this one page and nowhere else. */
async function createKey(context: PageContext, form: URLSearchParams): Promise<PageAnswer> {
  const kind = form.get('kind') === 'SECRET' ? 'SECRET' : 'PUBLIC';
  const variables = { id: context.param('id'), kind } as const;
  const { createPartnerKey } = await context.ask('create-partner-key', variables);
  const faults = partnerFaults(context, createPartnerKey);
  if (faults.length > 0) {
    return renderPartner(context, { sent: { name: 'other', fields: form, faults } });
  }
  return renderPartner(context, { secret: createPartnerKey.secret });
}

async function remove(context: PageContext, form: URLSearchParams): Promise<PageAnswer> {
  const variables = { id: context.param('id'), expectedVersion: versionIn(form) };
  const { removePartner } = await context.ask('remove-partner', variables);
  const faults = partnerFaults(context, removePartner);
  if (faults.length === 0) return seeOther(`${context.to('/partners')}?done=remove`);
  return renderPartner(context, { sent: { name: 'other', fields: form, faults } });
}
