import { LOCALES } from '../locales.js';
import type { PageContext } from '../page-context.js';
import type { InstitutionOption } from '../workspace/institutions.js';

interface FormProps {
  readonly context: PageContext;
  readonly institutions: readonly InstitutionOption[];
}

/** Fields come before the file: it is read as it arrives. */
export function ImportForm({ context, institutions }: FormProps) {
  const { t, imported } = context;
  if (institutions.length === 0) return <p class="notice">{t('workspace.noInstitution')}</p>;
  const chosen = imported?.fields.get('what') ?? 'check';
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={context.to('/import')}
      aria-labelledby="import"
    >
      <h2 id="import">{t('import.file')}</h2>
      <Choices context={context} institutions={institutions} />
      <fieldset>
        <legend>{t('import.what')}</legend>
        {(['check', 'import'] as const).map((what) => (
          <label key={what}>
            <input type="radio" name="what" value={what} checked={what === chosen} />{' '}
            {t(`import.${what}`)}
          </label>
        ))}
      </fieldset>
      <div class="entry">
        <label for="table">{t('import.table')}</label>
        <p class="hint" id="table-hint">
          {t('import.tableHint')}
        </p>
        <input
          id="table"
          type="file"
          name="file"
          required
          aria-describedby="table-hint"
          accept=".csv,.xlsx,.jsonl,.tsv,.txt"
        />
      </div>
      <button type="submit" class="button">
        {t('import.send')}
      </button>
    </form>
  );
}

/** Whose records they are, and in which language they are written. */
function Choices({ context, institutions }: FormProps) {
  const { t, texts, imported } = context;
  const chosen = (name: string) => imported?.fields.get(name);
  return (
    <>
      <div class="entry">
        <label for="institution">{t('filter.institution')}</label>
        <select id="institution" name="institution">
          {institutions.map(({ value, name }) => (
            <option key={value} value={value} selected={value === chosen('institution')}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="entry">
        <label for="language">{t('import.language')}</label>
        <select id="language" name="language">
          {LOCALES.map((locale) => (
            <option
              key={locale}
              value={locale}
              selected={locale === (chosen('language') ?? context.locale)}
            >
              {texts.languageName(locale)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
