import { SelectField, TextField } from '../form/field.js';
import type { PageContext } from '../page-context.js';
import { OUTCOMES } from './audit-filter.js';

/** A plain form: its answers become the address. */
export function AuditForm({ context }: { readonly context: PageContext }) {
  const { t, query } = context;
  const text = (name: string) =>
    ({ type: 'text', value: query.get(name) ?? '', autocomplete: 'off' }) as const;
  const day = (name: string) => ({ type: 'date', value: query.get(name) ?? '' }) as const;
  return (
    <form action={context.to('/audit')} class="form--row audit__form">
      <TextField name="action" label={t('audit.action')} input={text('action')} />
      <TextField name="memberId" label={t('audit.member')} input={text('memberId')} />
      <TextField name="target" label={t('audit.target')} input={text('target')} />
      <SelectField
        name="outcome"
        label={t('audit.outcome')}
        value={query.get('outcome') ?? ''}
        options={[
          ['', t('audit.outcome.any')] as const,
          ...OUTCOMES.map((outcome) => [outcome, t(`audit.outcome.${outcome}`)] as const),
        ]}
      />
      <TextField name="since" label={t('audit.since')} input={day('since')} />
      <TextField name="until" label={t('audit.until')} input={day('until')} />
      <button type="submit" class="button">
        {t('audit.filter')}
      </button>
    </form>
  );
}
