import { LOCALES } from '../locales.js';
import type { PageContext } from '../page-context.js';
import { type FormParts, type Option, SelectInput } from './form-field.js';
import { NEW_KINDS } from './steps.js';

interface NewRecordProps {
  readonly context: PageContext;
  readonly institutions: readonly Option[];
}

/** The beginning of a record: what kind, for whom, in which language. */
export function NewRecord({ context, institutions }: NewRecordProps) {
  const { t, texts } = context;
  if (institutions.length === 0) return <p class="notice">{t('workspace.noInstitution')}</p>;
  const form = new URLSearchParams({ locale: context.locale.toUpperCase() });
  const parts: FormParts = { context, form, faults: new Map() };
  const languages = LOCALES.map((locale) => ({
    value: locale.toUpperCase(),
    name: texts.languageName(locale),
  }));
  return (
    <form class="new-record" method="post" action={context.to('/workspace')} aria-labelledby="new">
      <h2 id="new">{t('workspace.new')}</h2>
      <fieldset>
        <legend>{t('workspace.kind')}</legend>
        {NEW_KINDS.map((kind, place) => (
          <label key={kind} data-kind={kind}>
            <input type="radio" name="kind" value={kind} checked={place === 0} />
            <span>
              <strong class="kind">{t(`kind.${kind}`)}</strong> {t(`kindHint.${kind}`)}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="entries">
        {institutions.length > 1 ? (
          <SelectInput
            parts={parts}
            name="institution"
            label={t('filter.institution')}
            options={institutions}
          />
        ) : (
          <input type="hidden" name="institution" value={institutions[0]?.value} />
        )}
        <SelectInput
          parts={parts}
          name="locale"
          label={t('field.originalLocale')}
          options={languages}
        />
      </div>
      <button type="submit" class="button">
        {t('workspace.begin')}
      </button>{' '}
      <a href={context.to('/import')}>{t('import.link')}</a>
    </form>
  );
}
