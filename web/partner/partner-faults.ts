import { type FieldTexts, type FormFault, faultOf } from '../form/form-problems.js';
import { Refusal } from '../hub-port.js';
import type { PageContext } from '../page-context.js';

interface Problem {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly retryAfter: number | null;
}

const LEADS_AWAY: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

const TEXTS: FieldTexts = {
  name: 'partner.nameFault',
  contact: 'partner.contactFault',
  actor: 'partner.actorFault',
  origins: 'partner.originsFault',
  id: 'query.idFault',
  title: 'query.titleFault',
  operationName: 'query.operationNameFault',
};

/** The faults to show; throws what no change of the form can mend. */
export function partnerFaults(
  context: PageContext,
  { problems }: { readonly problems: readonly Problem[] },
): readonly FormFault[] {
  const away = problems.find(({ code }) => LEADS_AWAY.has(code));
  if (away) throw new Refusal(away.code, 'A form was refused.', away.field);
  const faults = problems.map((problem) => ofOne(context, problem));
  return faults.filter(({ text }, at) => faults.findIndex((fault) => fault.text === text) === at);
}

/** What the hub says of a document cannot be said by a text of ours: it names places in it. */
function ofOne(context: PageContext, problem: Problem): FormFault {
  const { t } = context;
  const { code, field, message } = problem;
  if (code === 'CONFLICT') return { field: null, text: t('partner.conflict') };
  if (code === 'WRONG_STATUS') return { field: null, text: t('query.retiredFault') };
  if (field === 'document') return { field, text: t('query.documentFault', { message }) };
  if (field?.startsWith('variables.')) {
    const name = field.slice('variables.'.length);
    return { field: `values.${name}`, text: t('query.variableFault', { name, message }) };
  }
  return faultOf(context, problem as Parameters<typeof faultOf>[1], TEXTS);
}
