import { keptNowhere } from '../account/private-page.js';
import { CursorPager } from '../layout/cursor-pager.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { auditFilter } from './audit-filter.js';
import { AuditForm } from './audit-form.js';
import { AuditTable } from './audit-table.js';

const PAGE_SIZE = 50;

/** Who did what and when, for administrators. */
export async function auditPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const { auditTrail } = await context.ask('audit-trail', {
    filter: auditFilter(context),
    first: PAGE_SIZE,
    after: context.query.get('after'),
  });
  const { nodes, pageInfo } = auditTrail;
  const answer = renderDocument(context, {
    title: t('audit.title'),
    description: t('audit.description'),
    isIndexed: false,
    children: (
      <div class="page">
        <h1>{t('audit.title')}</h1>
        <p>{t('audit.description')}</p>
        <AuditForm context={context} />
        {nodes.length === 0 ? (
          <p role="status">{t('audit.none')}</p>
        ) : (
          <>
            <AuditTable context={context} entries={nodes} />
            <CursorPager context={context} pageInfo={pageInfo} />
            <p>
              <a href={csvAddress(context)} download>
                {t('audit.download')}
              </a>
            </p>
          </>
        )}
      </div>
    ),
  });
  return keptNowhere(answer);
}

/** The whole list, wherever the page is in it. */
function csvAddress(context: PageContext): string {
  const query = new URLSearchParams(context.query);
  query.delete('after');
  return context.to('/audit.csv') + (query.size > 0 ? `?${query}` : '');
}
