import { LOCALES, OWN_NAMES } from '../locales.js';
import type { PageContext } from '../page-context.js';
import type { FilterNames } from './choice-names.js';
import type { EmbedChoice } from './embed-choice.js';
import { EMBED_FILTERS, type EmbedFilter, MOST_LISTED } from './embedding.js';
import { THEME_MODES } from './frame-look.js';

interface FieldsProps {
  readonly context: PageContext;
  readonly choice: EmbedChoice;
}

/** Which records: the fields that the choice needs. */
export function ChoiceFields(props: FieldsProps & { readonly names: FilterNames }) {
  const { context, choice, names } = props;
  const { t } = context;
  if (choice.what === 'item')
    return <TextField name="slug" label={t('embedThis.slug')} value={choice.slug} />;
  if (choice.what === 'stored')
    return (
      <>
        <TextField name="stored" label={t('embedThis.stored')} value={choice.stored} />
        <TextField name="key" label={t('embedThis.key')} value={choice.key} />
      </>
    );
  return (
    <>
      {choice.what === 'search' && (
        <TextField name="query" label={t('embedThis.query')} value={choice.query} />
      )}
      {EMBED_FILTERS.map((name) => (
        <FilterField key={name} context={context} name={name} choice={choice} names={names} />
      ))}
    </>
  );
}

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

function TextField({ name, label, value }: TextFieldProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="text"
        value={value}
        maxLength={120}
        autocomplete="off"
        spellcheck={false}
      />
    </div>
  );
}

interface FilterFieldProps extends FieldsProps {
  readonly name: EmbedFilter;
  readonly names: FilterNames;
}

/** One list for each value that is set: alternatives come with the page that somebody came from. */
function FilterField({ context: { t }, name, choice, names }: FilterFieldProps) {
  const set = choice.filters[name].length > 0 ? choice.filters[name] : [''];
  const options = [{ value: '', name: t('embedThis.any') }, ...names[name]];
  return set.map((chosen, index) => {
    const id = index === 0 ? name : `${name}-${index + 1}`;
    const label = t(`filter.${name}`);
    return <SelectField key={id} id={id} name={name} {...{ label, options, chosen }} />;
  });
}

interface SelectFieldProps {
  readonly name: string;
  /** Where several have the same name. */
  readonly id?: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly chosen: string;
}

export function SelectField({ name, id = name, label, options, chosen }: SelectFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {options.map(({ value, name: shown }) => (
          <option key={value} value={value} selected={value === chosen}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}

/** How it looks, and in which language. */
export function LookFields({ context, choice }: FieldsProps) {
  const { t } = context;
  return (
    <fieldset class="field">
      <legend>{t('embedThis.look')}</legend>
      <SelectField
        name="lang"
        label={t('embedThis.lang')}
        options={LOCALES.map((value) => ({ value, name: OWN_NAMES[value] }))}
        chosen={choice.locale}
      />
      <SelectField
        name="theme-mode"
        label={t('embedThis.theme')}
        options={THEME_MODES.map((value) => ({ value, name: t(`embedThis.theme.${value}`) }))}
        chosen={choice.theme}
      />
      <div class="field">
        <label for="limit">{t('embedThis.limit', { most: MOST_LISTED })}</label>
        <input
          id="limit"
          name="limit"
          type="number"
          min={1}
          max={MOST_LISTED}
          value={choice.limit ?? ''}
        />
      </div>
      <div class="field">
        <label for="accent">{t('embedThis.accent')}</label>
        <p class="field__hint" id="accent-hint">
          {t('embedThis.accent.hint')}
        </p>
        <input
          id="accent"
          name="accent"
          type="text"
          pattern="#?[0-9A-Fa-f]{6}"
          maxLength={7}
          value={choice.accent ?? ''}
          aria-describedby="accent-hint"
          autocomplete="off"
          spellcheck={false}
        />
      </div>
    </fieldset>
  );
}
