import { TextAreaField, TextField } from '../form/field.js';
import type { FormFault } from '../form/form-problems.js';
import type { PageContext } from '../page-context.js';
import { type DeclaredVariable, declaredVariables } from './declared-variables.js';
import {
  faultsIn,
  givenIn,
  type KeptQuery,
  type PartnerView,
  partnerAddress,
} from './partner-data.js';

const EXAMPLE = `query ($country: [CountryCode!], $first: Int) {
  knowledgeItems(filter: { countries: $country }, first: $first) {
    nodes {
      title
      summary
      url
    }
  }
}`;

/** What the form holds: what was sent, a query to change, or the beginning of a new one. */
interface Held {
  readonly id: string;
  readonly title: string;
  readonly document: string;
  readonly operationName: string;
  /** Empty for a new query. */
  readonly version: string;
  readonly valueOf: (name: string) => string;
  readonly isOpen: (name: string) => boolean;
}

/** To save a query; its variables are asked for once its document is known. */
export function QueryForm({ context, partner, sent }: PartnerView) {
  const { t } = context;
  const faults = faultsIn(sent, 'query');
  const given = givenIn(sent, 'query');
  const asked = context.query.get('query');
  const chosen = partner.storedQueries.find(({ id }) => id === asked) ?? null;
  const held = given ? heldIn(given) : heldOf(chosen);
  const isKnown = held.version !== '';
  return (
    <section aria-labelledby="query">
      <h2 id="query">{isKnown ? t('query.change', { title: held.title }) : t('query.new')}</h2>
      <form method="post" action={partnerAddress(context, partner.id)} class="form">
        <NameFields context={context} faults={faults} held={held} />
        <DocumentFields context={context} faults={faults} held={held} />
        <input type="hidden" name="version" value={held.version} />
        <div class="form__buttons">
          <button type="submit" class="button" name="do" value="query">
            {t('query.save')}
          </button>
          {isKnown && <a href={partnerAddress(context, partner.id)}>{t('query.newInstead')}</a>}
        </div>
      </form>
    </section>
  );
}

interface FieldsProps {
  readonly context: PageContext;
  readonly faults: readonly FormFault[];
  readonly held: Held;
}

/** The id stands in addresses of pages elsewhere: it is chosen once. */
function NameFields({ context: { t }, faults, held }: FieldsProps) {
  return (
    <>
      {held.version === '' ? (
        <TextField
          name="id"
          label={t('query.id')}
          hint={t('query.idHint')}
          faults={faults}
          input={{
            type: 'text',
            value: held.id,
            autocomplete: 'off',
            autocapitalize: 'none',
            spellcheck: false,
            required: true,
            maxLength: 60,
          }}
        />
      ) : (
        <input type="hidden" name="id" value={held.id} />
      )}
      <TextField
        name="title"
        label={t('query.titleField')}
        faults={faults}
        input={{
          type: 'text',
          value: held.title,
          autocomplete: 'off',
          required: true,
          maxLength: 200,
        }}
      />
    </>
  );
}

/** The query, and each of its variables. */
function DocumentFields({ context, faults, held }: FieldsProps) {
  const { t } = context;
  return (
    <>
      <TextAreaField
        name="document"
        label={t('query.document')}
        hint={t('query.documentHint')}
        faults={faults}
        rows={12}
        isCode
        value={held.document}
      />
      {declaredVariables(held.document, held.operationName).map((variable) => (
        <VariableFields
          key={variable.name}
          context={context}
          faults={faults}
          held={held}
          variable={variable}
        />
      ))}
      <TextField
        name="operationName"
        label={t('query.operationName')}
        hint={t('query.operationNameHint')}
        faults={faults}
        input={{
          type: 'text',
          value: held.operationName,
          autocomplete: 'off',
          spellcheck: false,
        }}
      />
    </>
  );
}

interface VariableFieldsProps extends FieldsProps {
  readonly variable: DeclaredVariable;
}

function VariableFields({ context: { t }, faults, held, variable }: VariableFieldsProps) {
  const { name, type } = variable;
  return (
    <fieldset class="field">
      <legend>{t('query.variable', { name })}</legend>
      <TextField
        name={`values.${name}`}
        label={t('query.value')}
        hint={t('query.valueHint', { type })}
        faults={faults}
        input={{ type: 'text', value: held.valueOf(name), autocomplete: 'off', spellcheck: false }}
      />
      <label class="field__check">
        <input type="checkbox" name={`open.${name}`} value="yes" checked={held.isOpen(name)} />
        <span>{t('query.isOpen')}</span>
      </label>
    </fieldset>
  );
}

const heldIn = (given: URLSearchParams): Held => ({
  id: given.get('id') ?? '',
  title: given.get('title') ?? '',
  document: given.get('document') ?? '',
  operationName: given.get('operationName') ?? '',
  version: given.get('version') ?? '',
  valueOf: (name) => given.get(`values.${name}`) ?? '',
  isOpen: (name) => given.has(`open.${name}`),
});

function heldOf(query: KeptQuery | null): Held {
  const variable = (name: string) => query?.variables.find((one) => one.name === name);
  return {
    id: query?.id ?? '',
    title: query?.title ?? '',
    document: query?.document ?? EXAMPLE,
    operationName: query?.operationName ?? '',
    version: query ? String(query.version) : '',
    valueOf: (name) => variable(name)?.values.join(', ') ?? '',
    isOpen: (name) => variable(name)?.isOpen ?? query === null,
  };
}
