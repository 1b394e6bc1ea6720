import type { PageContext } from '../page-context.js';
import { Icon } from './icon.js';

interface CursorPagerProps {
  readonly context: PageContext;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** On through a list, and back to its start; nothing where one page is all. */
export function CursorPager({ context, pageInfo }: CursorPagerProps) {
  const { t } = context;
  const { hasNextPage, endCursor } = pageInfo;
  const isFirst = !context.query.has('after');
  if (isFirst && !hasNextPage) return null;
  return (
    <nav class="pager" aria-label={t('pager.label')}>
      {!isFirst && (
        <a href={addressAfter(context, null)}>
          <Icon name="previous" />
          {t('pager.first')}
        </a>
      )}
      {hasNextPage && endCursor && (
        <a href={addressAfter(context, endCursor)} rel="next">
          {t('pager.next')}
          <Icon name="next" />
        </a>
      )}
    </nav>
  );
}

/** This page with its question, further on in its list. */
function addressAfter(context: PageContext, cursor: string | null): string {
  const query = new URLSearchParams(context.query);
  if (cursor) query.set('after', cursor);
  else query.delete('after');
  return context.to(context.path) + (query.size > 0 ? `?${query}` : '');
}
