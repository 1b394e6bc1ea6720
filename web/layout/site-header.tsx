import { LOCALES, OWN_NAMES } from '../locales.js';
import type { PageContext } from '../page-context.js';
import { SearchBox } from '../search/search-box.js';
import type { TextKey } from '../texts/texts.js';
import { AccountMenu } from './account-menu.js';
import { Icon } from './icon.js';

interface SiteHeaderProps {
  readonly context: PageContext;
  readonly section: string | undefined;
  readonly hasSearch: boolean;
}

const SECTIONS: readonly (readonly [path: string, text: TextKey])[] = [
  ['/search', 'nav.search'],
  ['/themes', 'nav.themes'],
  ['/challenges', 'nav.challenges'],
  ['/countries', 'nav.countries'],
  ['/actors', 'nav.actors'],
  ['/emergency', 'nav.emergency'],
  ['/about', 'nav.about'],
];

/** Name, search, sections and languages. */
export function SiteHeader({ context, section, hasSearch }: SiteHeaderProps) {
  const { t } = context;
  return (
    <header class="site-header">
      <div class="site-header__bar">
        <a class="site-name" href={context.to('/')}>
          <Icon name="mark" />
          {t('site.name')}
        </a>
        {hasSearch && <SearchBox context={context} isCompact />}
        <LanguageSwitch context={context} />
        <AccountMenu context={context} />
      </div>
      <nav class="site-nav" aria-label={t('nav.label')}>
        <ul>
          {SECTIONS.map(([path, text]) => (
            <li key={path}>
              <a href={context.to(path)} aria-current={section === path ? 'true' : undefined}>
                {t(text)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** Stays on the page, with its question; a place in a list exists in its own language alone. */
function LanguageSwitch({ context }: { readonly context: PageContext }) {
  const query = new URLSearchParams(context.query);
  query.delete('after');
  const search = query.size > 0 ? `?${query}` : '';
  const path = context.path === '/' ? '' : context.path;
  return (
    <nav class="languages" aria-label={context.t('nav.languages')}>
      <ul>
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={`/${locale}${path}${search}`}
              lang={locale}
              hreflang={locale}
              aria-current={locale === context.locale ? 'true' : undefined}
            >
              <abbr title={OWN_NAMES[locale]}>{locale.toUpperCase()}</abbr>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
