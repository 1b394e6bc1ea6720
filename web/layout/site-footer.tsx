import type { PageContext } from '../page-context.js';

/** What the hub is, and its doors for machines. */
export function SiteFooter({ context }: { readonly context: PageContext }) {
  const { t } = context;
  return (
    <footer class="site-footer">
      <p>{t('footer.what')}</p>
      <nav aria-label={t('footer.label')}>
        <ul>
          <li>
            <a href={context.to('/about')}>{t('nav.about')}</a>
          </li>
          <li>
            <a href={context.to('/api')}>{t('footer.api')}</a>
          </li>
          <li>
            <a href={context.to('/partner-guide')}>{t('footer.partners')}</a>
          </li>
          <li>
            <a href={context.to('/events')}>{t('footer.events')}</a>
          </li>
          <li>
            <a href={context.to('/feed.atom')}>{t('footer.feed')}</a>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
