import type { CountriesQuery } from '../../schema/operations/operation-types.js';
import { NoCounts } from '../counts/no-counts.js';
import { countRecords, type RecordCounts } from '../counts/record-counts.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { GroupLinks } from './group-links.js';

/** The countries by subregion, all of them or those of a group. */
export async function countriesPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const group = context.query.get('group');
  const [found, counts] = await Promise.all([
    context.ask('countries', { group }),
    countRecords(context),
  ]);
  const name = found.countryGroups.find(({ code }) => code === group)?.name;
  return renderDocument(context, {
    title: name ? t('countries.titleOf', { group: name }) : t('countries.title'),
    description: t('countries.description'),
    canonicalSearch: group ? `?${new URLSearchParams({ group })}` : undefined,
    section: '/countries',
    isPartial: counts === null,
    children: (
      <div class="page">
        <h1>{name ?? t('countries.title')}</h1>
        <p class="lead">{t('countries.count', { count: found.countries.length })}</p>
        <Groups context={context} groups={found.countryGroups} chosen={group} />
        {counts === null && <NoCounts context={context} />}
        <Regions context={context} countries={found.countries} counts={counts} />
      </div>
    ),
  });
}

interface GroupsProps {
  readonly context: PageContext;
  readonly groups: CountriesQuery['countryGroups'];
  readonly chosen: string | null;
}

function Groups({ context, groups, chosen }: GroupsProps) {
  const { t } = context;
  return (
    <nav aria-label={t('countries.groups')}>
      <ul class="chips">
        <li>
          <a
            class={chosen ? 'chip chip--quiet' : 'chip'}
            href={context.to('/countries')}
            aria-current={chosen ? undefined : 'true'}
          >
            {t('countries.all')}
          </a>
        </li>
        <GroupLinks context={context} groups={groups} chosen={chosen} />
      </ul>
    </nav>
  );
}

interface RegionsProps {
  readonly context: PageContext;
  readonly countries: CountriesQuery['countries'];
  readonly counts: RecordCounts | null;
}

function Regions({ context, countries, counts }: RegionsProps) {
  const regions = [...new Set(countries.map(({ region }) => region))].sort((a, b) =>
    a.localeCompare(b, context.locale),
  );
  return (
    <div class="columns">
      {regions.map((region) => (
        <section key={region}>
          <h2>{region}</h2>
          <ul class="rows">
            {countries
              .filter((country) => country.region === region)
              .map(({ code, name }) => (
                <li key={code}>
                  <a href={context.to(`/countries/${code}`)}>{name}</a>
                  {counts && (
                    <span class="count">
                      {context.t('records.count', { count: counts.of('COUNTRY', code) })}
                    </span>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
