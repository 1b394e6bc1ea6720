import { Locator } from '../map/locator.js';
import type { PageContext } from '../page-context.js';
import type { Country } from './country.page.js';
import { GroupLinks } from './group-links.js';

interface CountryHeaderProps {
  readonly context: PageContext;
  readonly country: Country;
}

/** The country's name, where it lies, and what it belongs to. */
export function CountryHeader({ context, country }: CountryHeaderProps) {
  const { t } = context;
  return (
    <header class="country-header">
      <div>
        <h1>{country.name}</h1>
        <p class="lead">
          {country.isSmallIslandState
            ? t('country.smallIsland', { region: country.region })
            : country.region}
        </p>
        {country.groups.length > 0 && (
          <>
            <h2 class="label">{t('country.groups')}</h2>
            <ul class="chips">
              <GroupLinks context={context} groups={country.groups} />
            </ul>
          </>
        )}
      </div>
      <Locator m49={country.m49} />
    </header>
  );
}
