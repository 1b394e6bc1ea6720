import { signInAddress } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { institutionsOf } from '../workspace/institutions.js';
import { NEW_KINDS } from '../workspace/steps.js';
import { ImportForm } from './import-form.js';
import { ImportReportView } from './import-report.js';

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
