import type { CountryQuery } from '../../schema/operations/operation-types.js';
import { ActorLinks } from '../actor/actor-links.js';
import { NoCounts } from '../counts/no-counts.js';
import { countRecords } from '../counts/record-counts.js';
import { notFoundPage } from '../failure/failure.page.js';
import { readItems } from '../item/item-list.js';
import { RecordsOf } from '../item/records-of.js';
import { Breadcrumbs } from '../layout/breadcrumbs.js';
import { renderDocument } from '../layout/document.js';
import { JsonLd } from '../layout/json-ld.js';
import { type PageAnswer, redirectTo } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { CountryHeader } from './country-header.js';

export type Country = NonNullable<CountryQuery['country']>;

/** A country: what it belongs to, who works there, and its records. */
export async function countryPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const code = context.param('code');
  if (/^[a-z]{2}$/i.test(code) && code !== code.toUpperCase())
    return redirectTo(context.to(`/countries/${code.toUpperCase()}`), true);
  const country = await findCountry(context, code);
  if (!country) return notFoundPage(context);

  const filter = { countries: [code] };
  const [items, counts] = await Promise.all([
    readItems(context, filter),
    countRecords(context, filter),
  ]);
  return renderDocument(context, {
    title: country.name,
    description: t('country.description', { name: country.name, count: items.totalCount }),
    section: '/countries',
    isPartial: counts === null,
    head: <JsonLd data={{ '@type': 'Country', name: country.name, identifier: country.alpha3 }} />,
    children: (
      <div class="page">
        <Breadcrumbs context={context} trail={[{ path: '/countries', name: t('nav.countries') }]} />
        <CountryHeader context={context} country={country} />
        {counts === null && <NoCounts context={context} />}
        <RecordsOf context={context} items={items} counts={counts} filter={{ country: code }} />
        <section aria-labelledby="actors">
          <h2 id="actors">{t('country.actors')}</h2>
          <ActorLinks context={context} actors={country.actors} />
        </section>
      </div>
    ),
  });
}

/** The hub refuses what is no country code at all; here it is one more address without a page. */
async function findCountry(context: PageContext, code: string): Promise<Country | null> {
  const { countries } = await context.ask('countries', {});
  if (!countries.some((country) => country.code === code)) return null;
  return (await context.ask('country', { code })).country;
}
