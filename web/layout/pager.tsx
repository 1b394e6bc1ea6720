import type { PageContext } from '../page-context.js';
import { Icon } from './icon.js';

interface PagerProps {
  readonly context: PageContext;
  readonly page: number;
  readonly pages: number;
  readonly hasNext: boolean;
  readonly addressOf: (page: number) => string;
}

/** To the page before and the next; nothing where one page is all. */
export function Pager({ context, page, pages, hasNext, addressOf }: PagerProps) {
  if (page === 1 && !hasNext) return null;
  const { t } = context;
  return (
    <nav class="pager" aria-label={t('pager.label')}>
      {page > 1 && (
        <a href={context.to(addressOf(page - 1))} rel="prev">
          <Icon name="previous" />
          {t('pager.previous')}
        </a>
      )}
      <span>{t('pager.position', { page, pages })}</span>
      {hasNext && (
        <a href={context.to(addressOf(page + 1))} rel="next">
          {t('pager.next')}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}
