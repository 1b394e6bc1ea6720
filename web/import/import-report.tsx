import type { PageContext } from '../page-context.js';
import type { TextKey } from '../texts/texts.js';
import type { ImportProblem, ImportReport } from './import-outcome.js';

interface ReportProps {
  readonly context: PageContext;
  readonly report: ImportReport;
}

const MOST_SHOWN = 200;

/** What an import did or would do, and what is wrong by row and column. */
export function ImportReportView({ context, report }: ReportProps) {
  const { t } = context;
  const { isRefused, isDryRun, problems } = report;
  const title = isRefused ? 'refused' : isDryRun ? 'checked' : 'done';
  return (
    <section aria-labelledby="report" class="notice">
      <h2 id="report" tabIndex={-1} data-focus>
        {t(`import.${title}` as TextKey)}
      </h2>
      {report.source && <p>{t('import.readAs', { source: report.source })}</p>}
      {!isRefused && <Counts context={context} report={report} />}
      {problems.length > 0 && <Problems context={context} report={report} />}
      {!isRefused && !isDryRun && (
        <p>
          <a href={context.to('/workspace')}>{t('import.goOn')}</a>
        </p>
      )}
    </section>
  );
}

function Counts({ context, report }: ReportProps) {
  const { t, texts } = context;
  const counts = ['rows', 'created', 'changed', 'unchanged', 'refused'] as const;
  return (
    <dl class="facts">
      {counts.map((name) => (
        <div key={name}>
          <dt>{t(`import.count.${name}`)}</dt>
          <dd>{texts.number(report[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Problems({ context, report }: ReportProps) {
  const { t } = context;
  const shown = report.problems.slice(0, MOST_SHOWN);
  const further = report.furtherProblems + report.problems.length - shown.length;
  return (
    <>
      <table>
        <caption>{t('import.problems')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.row')}</th>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">{t('import.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((problem, place) => (
            <ProblemRow key={place} context={context} problem={problem} />
          ))}
        </tbody>
      </table>
      {further > 0 && <p>{t('import.further', { count: further })}</p>}
    </>
  );
}

function ProblemRow({
  context,
  problem,
}: {
  readonly context: PageContext;
  readonly problem: ImportProblem;
}) {
  const { row, column, heading, code } = problem;
  return (
    <tr>
      <td>{row ?? '—'}</td>
      <td>{heading ?? column ?? '—'}</td>
      <td>{context.t(`import.code.${code}` as TextKey)}</td>
    </tr>
  );
}
