import { LOCALES } from '../locales.js';

import { ACTOR_ROLES, STAGES } from '../search/enum-values.js';
import { type FormParts, idOfField, type Option, SelectInput, TextInput } from './form-field.js';
import { type Row, rowsIn } from './form-rows.js';
import { ROWS, type RowList } from './record-fields.js';

interface RowListProps {
  readonly parts: FormParts;
  readonly list: RowList;
  readonly title: string;
  readonly hint?: string;
  /** The row that was added or moved a moment ago. */
  readonly focused?: number;
  /** Blank rows to begin with, where there are none. */
  readonly blanks?: number;
}

/** A list of rows with buttons to add, take out and move; they work without a script. */
export function FormRowList({ parts, list, title, hint, focused, blanks = 0 }: RowListProps) {
  const { t } = parts.context;
  const found = rowsIn(parts.form, list);
  const rows = found.length > 0 ? found : Array.from({ length: blanks }, (): Row => ({}));
  return (
    <fieldset class="entry-rows" id={idOfField(list)} tabIndex={-1}>
      <legend>{title}</legend>
      {hint && <p class="entry__hint">{hint}</p>}
      <ol>
        {rows.map((row, place) => (
          <li
            key={place}
            id={idOfField(`${list}.${place}`)}
            data-focus={focused === place || undefined}
          >
            <RowFields parts={parts} list={list} place={place} row={row} />
            <RowButtons parts={parts} list={list} place={place} count={rows.length} />
          </li>
        ))}
      </ol>
      <button type="submit" class="button button--quiet" name="do" value={`add:${list}`} data-rows>
        {t(`rows.add.${list}`)}
      </button>
    </fieldset>
  );
}

interface RowProps {
  readonly parts: FormParts;
  readonly list: RowList;
  readonly place: number;
}

function RowButtons({
  parts: { context },
  list,
  place,
  count,
}: RowProps & { readonly count: number }) {
  const { t } = context;
  const named = t(`row.${list}`, { number: place + 1 });
  const button = (what: 'up' | 'down' | 'remove') => (
    <button
      type="submit"
      class="button button--quiet"
      name="do"
      value={`${what}:${list}:${place}`}
      data-rows
      aria-label={`${t(`rows.${what}`)}: ${named}`}
    >
      {t(`rows.${what}`)}
    </button>
  );
  return (
    <p class="entry-rows__buttons">
      {list === 'steps' && place > 0 && button('up')}
      {list === 'steps' && place < count - 1 && button('down')}
      {button('remove')}
    </p>
  );
}

/** Fields that are short or seldom needed stand side by side. */
const LONG: ReadonlySet<string> = new Set(['title', 'url', 'text', 'indicator', 'actor']);

function RowFields({ parts, list, place, row }: RowProps & { readonly row: Row }) {
  const { t } = parts.context;
  const fields = ROWS[list].filter((field) => field !== 'others');
  const input = (field: string) => (
    <RowField
      key={field}
      parts={parts}
      name={`${list}.${place}.${field}`}
      list={list}
      field={field}
    />
  );
  return (
    <fieldset class="entry-row">
      <legend>{t(`row.${list}`, { number: place + 1 })}</legend>
      {row.others && <input type="hidden" name={`${list}.${place}.others`} value={row.others} />}
      {fields.filter((field) => LONG.has(field)).map(input)}
      <div class="entry-rows__aside">{fields.filter((field) => !LONG.has(field)).map(input)}</div>
    </fieldset>
  );
}

interface RowFieldProps {
  readonly parts: FormParts;
  readonly name: string;
  readonly list: RowList;
  readonly field: string;
}

function RowField({ parts, name, list, field }: RowFieldProps) {
  const { t } = parts.context;
  const label = t(`part.${list}-${field}` as 'part.steps-text');
  const options = optionsOf(parts, field);
  if (options) {
    const none = field === 'role' ? undefined : '—';
    return <SelectInput parts={parts} name={name} label={label} options={options} none={none} />;
  }
  if (field === 'text') return <TextInput parts={parts} name={name} label={label} rows={2} />;
  const type = field === 'url' ? 'url' : 'text';
  const choices = field === 'actor' ? 'actors-known' : undefined;
  return <TextInput parts={parts} name={name} label={label} type={type} list={choices} />;
}

function optionsOf({ context }: FormParts, field: string): readonly Option[] | null {
  const { t, texts } = context;
  if (field === 'stage') return STAGES.map((value) => ({ value, name: t(`stage.${value}`) }));
  if (field === 'role') return ACTOR_ROLES.map((value) => ({ value, name: t(`role.${value}`) }));
  if (field !== 'language') return null;
  return LOCALES.map((locale) => ({
    value: locale.toUpperCase(),
    name: texts.languageName(locale),
  }));
}
