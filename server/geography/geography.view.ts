import { Country } from '../../schema/country.js';
import { CountryGroup } from '../../schema/country-group.js';
import type { Locale } from '../locale.js';
import { localized } from '../localized.js';
import type { CountryDocument, CountryGroupDocument } from './geography.model.js';

/** Links are filled in when all reference data is there: see `link-reference.ts`. */
export function toCountry(stored: CountryDocument, locale: Locale): Country {
  const { _id: id, code, alpha3, m49, isSmallIslandState } = stored;
  return Object.assign(new Country(), {
    id,
    code,
    alpha3,
    m49,
    name: localized(stored.name, locale) ?? code,
    region: localized(stored.region, locale) ?? '',
    isSmallIslandState,
    groups: [],
    actors: [],
  });
}

export function toCountryGroup(stored: CountryGroupDocument, locale: Locale): CountryGroup {
  const { _id: id, code } = stored;
  const name = localized(stored.name, locale) ?? code;
  const acronym = localized(stored.acronym, locale);
  return Object.assign(new CountryGroup(), { id, code, name, acronym, countries: [] });
}
