import type { RecordCounts } from '../counts/record-counts.js';
import type { PageContext } from '../page-context.js';

interface CountryTableProps {
  readonly context: PageContext;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  /** Null while search is down. */
  readonly counts: RecordCounts | null;
}

/** What the map shows, in words and numbers. */
export function CountryTable({ context, countries, counts }: CountryTableProps) {
  const { t, texts } = context;
  return (
    <details>
      <summary>{t('map.table')}</summary>
      <table class="country-table">
        <caption class="visually-hidden">{t('map.label')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('map.country')}</th>
            {counts && <th scope="col">{t('map.records')}</th>}
          </tr>
        </thead>
        <tbody>
          {countries.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">
                <a href={context.to(`/countries/${code}`)}>{name}</a>
              </th>
              {counts && <td class="count">{texts.number(counts.of('COUNTRY', code))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
