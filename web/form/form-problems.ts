import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { Refusal } from '../hub-port.js';
import type { PageContext } from '../page-context.js';
import type { TextKey } from '../texts/texts.js';

type SignInProblem = OperationTypes['sign-in']['data']['signIn']['problems'][number];

/** Why a mutation did not do what a form asked. */
export type FormProblem = Pick<SignInProblem, 'code' | 'field' | 'retryAfter'>;

/** What is wrong with a form, as its reader is told; `field` is the name of an input. */
export interface FormFault {
  readonly field: string | null;
  readonly text: string;
}

/** What to say of a field that was refused, by its name. */
export type FieldTexts = Readonly<Record<string, TextKey>>;

const LEADS_AWAY: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

/** The faults to show; throws what no change of the form can mend. */
export function faultsOf(
  context: PageContext,
  { problems }: { readonly problems: readonly FormProblem[] },
  texts: FieldTexts = {},
): readonly FormFault[] {
  const away = problems.find(({ code }) => LEADS_AWAY.has(code));
  if (away) throw new Refusal(away.code, 'A form was refused.', away.field);
  return problems.map((problem) => faultOf(context, problem, texts));
}

export function faultOf(
  { t }: PageContext,
  { code, field, retryAfter }: FormProblem,
  texts: FieldTexts = {},
): FormFault {
  if (code === 'RATE_LIMITED')
    return { field: null, text: t('form.problem.wait', { count: retryAfter ?? 1 }) };
  const own = field ? texts[field] : undefined;
  if (own) return { field, text: t(own) };
  if (code === 'LIMIT_REACHED' || code === 'EXPIRED')
    return { field: null, text: t(`form.problem.${code}`) };
  return { field: null, text: t('form.problem.other') };
}
