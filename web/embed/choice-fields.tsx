import { SelectField, TextField } from '../form/field.js';
import { LOCALES, OWN_NAMES } from '../locales.js';
import type { PageContext } from '../page-context.js';
import { MOST_WORDS } from '../search/search-state.js';
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
    return <TextField name="slug" label={t('embedThis.slug')} input={asText(choice.slug)} />;
  if (choice.what === 'stored')
    return (
      <>
        <TextField name="stored" label={t('embedThis.stored')} input={asText(choice.stored)} />
        <TextField name="key" label={t('embedThis.key')} input={asText(choice.key)} />
      </>
    );
  return (
    <>
      {choice.what === 'search' && (
        <TextField
          name="query"
          label={t('embedThis.query')}
          input={{ ...asText(choice.query), maxLength: MOST_WORDS }}
        />
      )}
      {EMBED_FILTERS.map((name) => (
        <FilterField key={name} context={context} name={name} choice={choice} names={names} />
      ))}
    </>
  );
}

const asText = (value: string) =>
  ({ type: 'text', value, maxLength: 120, autocomplete: 'off', spellcheck: false }) as const;

interface FilterFieldProps extends FieldsProps {
  readonly name: EmbedFilter;
  readonly names: FilterNames;
}

/** One list for each value that is set: alternatives come with the page that somebody came from. */
function FilterField({ context: { t }, name, choice, names }: FilterFieldProps) {
  const known = choice.filters[name].filter((value) => names[name].some(([one]) => one === value));
  const set = known.length > 0 ? known : [''];
  const options = [['', t('embedThis.any')] as const, ...names[name]];
  return set.map((value, index) => {
    const id = index === 0 ? name : `${name}-${index + 1}`;
    const label = t(`filter.${name}`);
    return <SelectField key={id} id={id} name={name} {...{ label, options, value }} />;
  });
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
        options={LOCALES.map((locale) => [locale, OWN_NAMES[locale]] as const)}
        value={choice.locale}
      />
      <SelectField
        name="theme-mode"
        label={t('embedThis.theme')}
        options={THEME_MODES.map((mode) => [mode, t(`embedThis.theme.${mode}`)] as const)}
        value={choice.theme}
      />
      <TextField
        name="limit"
        label={t('embedThis.limit', { most: MOST_LISTED })}
        input={{ type: 'number', min: 1, max: MOST_LISTED, value: choice.limit ?? '' }}
      />
      <TextField
        name="accent"
        label={t('embedThis.accent')}
        hint={t('embedThis.accent.hint')}
        input={{ ...asText(choice.accent ?? ''), pattern: '#?[0-9A-Fa-f]{6}', maxLength: 7 }}
      />
    </fieldset>
  );
}
