import type { RecordCounts } from '../counts/record-counts.js';
import { CountryTable } from '../map/country-table.js';
import { MapLegend } from '../map/map-legend.js';
import { RegionMap } from '../map/region-map.js';
import { Shades } from '../map/shades.js';
import type { PageContext } from '../page-context.js';

interface HomeMapProps {
  readonly context: PageContext;
  readonly countries: readonly {
    readonly code: string;
    readonly name: string;
    readonly m49: string;
  }[];
  /** Null while search is down. */
  readonly counts: RecordCounts | null;
}

/** Where the experiences come from: the map, its legend, and the same as a table. */
export function HomeMap({ context, countries, counts }: HomeMapProps) {
  const { t } = context;
  const countOf = (code: string) => counts?.of('COUNTRY', code) ?? 0;
  const shades = new Shades(countries.map(({ code }) => countOf(code)));
  const shown = countries.map(({ code, name, m49 }) => ({
    code,
    m49,
    shade: shades.of(countOf(code)),
    label: counts ? t('map.countryCount', { name, count: countOf(code) }) : name,
    address: counts && countOf(code) === 0 ? null : context.to(`/countries/${code}`),
  }));
  return (
    <section class="home-map" aria-labelledby="where">
      <RegionMap context={context} countries={shown} />
      <div>
        <h2 id="where">{t('home.where')}</h2>
        <p>{t('home.whereMore')}</p>
        {counts && <MapLegend context={context} shades={shades} />}
        <CountryTable context={context} countries={countries} counts={counts} />
        <p class="count">
          <small>{t('map.disclaimer')}</small>
        </p>
      </div>
    </section>
  );
}
