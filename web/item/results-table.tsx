import type { PageContext } from '../page-context.js';
import type { Result } from './item-data.js';

interface ResultsTableProps {
  readonly context: PageContext;
  readonly results: readonly Result[];
}

/** Figures with their sources. */
export function ResultsTable({ context: { t }, results }: ResultsTableProps) {
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
          <Row key={result.indicator + result.value} result={result} hasBaseline={hasBaseline} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ result, hasBaseline }: { readonly result: Result; readonly hasBaseline: boolean }) {
  const { indicator, baseline, value, unit, source } = result;
  const withUnit = (figure: string) => (unit ? `${figure} ${unit}` : figure);
  return (
    <tr>
      <th scope="row">{indicator}</th>
      {hasBaseline && <td>{baseline ? withUnit(baseline) : '–'}</td>}
      <td>
        <strong>{withUnit(value)}</strong>
      </td>
      <td>{source ?? '–'}</td>
    </tr>
  );
}
