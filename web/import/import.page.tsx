import { signInAddress } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import { LOCALES } from '../locales.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { NEW_KINDS } from '../workspace/steps.js';
import { institutionsOf } from '../workspace/workspace.page.js';
import { ImportReportView } from './import-report.js';

type Option = Awaited<ReturnType<typeof institutionsOf>>[number];

const REFUSED_STATUS = 422;

/** Records from a spreadsheet: templates, a check that writes nothing, then the import. */
export async function importPage(context: PageContext): Promise<PageAnswer> {
  if (!context.viewer) return seeOther(signInAddress(context));
  const { t, imported } = context;
  const institutions = await institutionsOf(context);
  const isRefused = Boolean(imported?.refusal ?? imported?.report?.isRefused);
  return renderDocument(context, {
    title: t('import.title'),
    description: t('import.lead'),
    status: isRefused ? REFUSED_STATUS : 200,
    isIndexed: false,
    hasHeaderSearch: false,
    children: (
      <div class="page">
        <h1>{t('import.title')}</h1>
        <p class="lead">{t('import.lead')}</p>
        {imported?.refusal && (
          <p class="notice notice--strong" role="alert">
            {t(imported.refusal === 'FORBIDDEN' ? 'import.forbidden' : 'import.noFile')}
          </p>
        )}
        {imported?.report && <ImportReportView context={context} report={imported.report} />}
        <Templates context={context} />
        <ImportForm context={context} institutions={institutions} />
      </div>
    ),
  });
}

function Templates({ context }: { readonly context: PageContext }) {
  const { t } = context;
  return (
    <section aria-labelledby="templates">
      <h2 id="templates">{t('import.templates')}</h2>
      <p>{t('import.templatesHint')}</p>
      <ul>
        {NEW_KINDS.map((kind) => (
          <li key={kind}>
            {t(`kind.${kind}`)}:{' '}
            {(['xlsx', 'csv'] as const).map((format) => (
              <span key={format}>
                <a href={`${context.to(`/import/template.${format}`)}?kind=${kind}`} download>
                  {format.toUpperCase()}
                  <span class="visually-hidden">, {t(`kind.${kind}`)}</span>
                </a>{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FormProps {
  readonly context: PageContext;
  readonly institutions: readonly Option[];
}

/** Fields come before the file: it is read as it arrives. */
function ImportForm({ context, institutions }: FormProps) {
  const { t, texts, imported } = context;
  if (institutions.length === 0) return <p class="notice">{t('workspace.noInstitution')}</p>;
  const chosen = (name: string) => imported?.fields.get(name);
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={context.to('/import')}
      aria-labelledby="import"
    >
      <h2 id="import">{t('import.file')}</h2>
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
      <fieldset>
        <legend>{t('import.what')}</legend>
        {(['check', 'import'] as const).map((what) => (
          <label key={what}>
            <input
              type="radio"
              name="what"
              value={what}
              checked={what === (chosen('what') ?? 'check')}
            />{' '}
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
