import type { PageContext } from '../page-context.js';
import { langOf, type Result } from './item-data.js';

interface ResultsTableProps {
  readonly context: PageContext;
  readonly results: readonly Result[];
}

/** Figures with their sources. */
export function ResultsTable({ context, results }: ResultsTableProps) {
  const { t } = context;
  if (results.length === 0) return null;
  const hasBaseline = results.some(({ baseline }) => baseline);
  return (
    <table class="results-table">
      <caption>{t('results.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('results.indicator')}</th>
          {hasBaseline && <th scope="col">{t('results.baseline')}</th>}
          <th scope="col">{t('results.value')}</th>
          <th scope="col">{t('results.source')}</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <Row
            key={result.indicator + result.value}
            result={result}
            lang={langOf(context, result.locale)}
            hasBaseline={hasBaseline}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly result: Result;
  readonly lang: string | undefined;
  readonly hasBaseline: boolean;
}

function Row({ result, lang, hasBaseline }: RowProps) {
  const { indicator, baseline, value, unit, source } = result;
  const withUnit = (figure: string) => (unit ? `${figure} ${unit}` : figure);
  return (
    <tr>
      <th scope="row" lang={lang}>
        {indicator}
      </th>
      {hasBaseline && <td>{baseline ? withUnit(baseline) : '–'}</td>}
      <td>
        <strong>{withUnit(value)}</strong>
      </td>
      <td>{source ?? '–'}</td>
    </tr>
  );
}
