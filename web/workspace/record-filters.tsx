import type { PageContext } from '../page-context.js';
import type { Option } from './form-field.js';

interface FiltersProps {
  readonly context: PageContext;
  readonly institutions: readonly Option[];
}

const OPEN = ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED'] as const;

/** By institution, by where the draft stands, by whether it is to be looked at again. */
export function RecordFilters({ context, institutions }: FiltersProps) {
  const { t, query } = context;
  return (
    <form class="record-filters" action={context.to('/workspace')} method="get">
      {institutions.length > 1 && (
        <Select
          name="institution"
          label={t('filter.institution')}
          none={t('filter.allMine')}
          options={institutions}
          value={query.get('institution')}
        />
      )}
      <Select
        name="status"
        label={t('filter.status')}
        none={t('filter.anyStatus')}
        options={OPEN.map((value) => ({ value, name: t(`status.${value}`) }))}
        value={query.get('status')}
      />
      <label class="record-filters__check">
        <input type="checkbox" name="due" value="yes" checked={query.get('due') === 'yes'} />
        {t('filter.due')}
      </label>
      <button type="submit" class="button button--quiet" name="all" value="yes">
        {t('filter.apply')}
      </button>
      {query.has('all') && <a href={context.to('/workspace')}>{t('filter.reset')}</a>}
    </form>
  );
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly none: string;
  readonly options: readonly Option[];
  readonly value: string | null;
}

function Select({ name, label, none, options, value }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
