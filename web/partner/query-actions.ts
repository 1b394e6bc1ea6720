import type { FormFault } from '../form/form-problems.js';
import type { PageContext } from '../page-context.js';
import { declaredVariables } from './declared-variables.js';
import { partnerFaults } from './partner-faults.js';

const STATUSES = ['DRAFT', 'ACTIVE', 'RETIRED'] as const;

/** Saves a query; of a document whose variables were not asked for yet, they are asked for first. */
export async function saveQuery(
  context: PageContext,
  form: URLSearchParams,
): Promise<readonly FormFault[]> {
  const document = (form.get('document') ?? '').replaceAll('\r\n', '\n');
  const operationName = (form.get('operationName') ?? '').trim();
  const declared = declaredVariables(document, operationName).map(({ name }) => name);
  const unasked = declared.filter((name) => !form.has(`values.${name}`));
  if (unasked.length > 0) return unasked.map((name) => toAsk(context, name));
  const variables = declared.map((name) => {
    const value = (form.get(`values.${name}`) ?? '').trim();
    return { name, values: value ? [value] : [], isOpen: form.has(`open.${name}`) };
  });
  const { saveStoredQuery } = await context.ask('save-stored-query', {
    input: {
      partner: context.param('id'),
      id: form.get('id') ?? '',
      title: form.get('title') ?? '',
      expectedVersion: Number(form.get('version')) || null,
      document,
      operationName: operationName || null,
      variables,
    },
  });
  return partnerFaults(context, saveStoredQuery);
}

const toAsk = ({ t }: PageContext, name: string): FormFault => ({
  field: `values.${name}`,
  text: t('query.variableAsked', { name }),
});

export async function setQueryStatus(
  context: PageContext,
  form: URLSearchParams,
): Promise<readonly FormFault[]> {
  const status = STATUSES.find((one) => one === form.get('status')) ?? 'DRAFT';
  const expectedVersion = Number(form.get('version')) || 0;
  const variables = { id: form.get('id') ?? '', expectedVersion, status };
  const { changeStoredQueryStatus } = await context.ask('change-stored-query-status', variables);
  return partnerFaults(context, changeStoredQueryStatus);
}
