import { NoCounts } from '../counts/no-counts.js';
import { countRecords } from '../counts/record-counts.js';
import { notFoundPage } from '../failure/failure.page.js';
import { readItems } from '../item/item-list.js';
import { RecordsOf } from '../item/records-of.js';
import { Breadcrumbs } from '../layout/breadcrumbs.js';
import { renderDocument } from '../layout/document.js';
import { type PageAnswer, redirectTo } from '../page-answer.js';
import type { PageContext } from '../page-context.js';

/** A challenge and the records that answer it. */
export async function challengePage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const code = context.param('code');
  if (/^h\d+$/.test(code)) return redirectTo(context.to(`/challenges/${code.toUpperCase()}`), true);
  const { challenge } = await context.ask('challenge', { code });
  if (!challenge) return notFoundPage(context);
  const filter = { challenges: [code] };
  const [items, counts] = await Promise.all([
    readItems(context, filter),
    countRecords(context, filter),
  ]);
  return renderDocument(context, {
    title: challenge.name,
    description: t('challenge.description', { name: challenge.name, number: challenge.number }),
    section: '/challenges',
    isPartial: counts === null,
    children: (
      <div class="page">
        <Breadcrumbs
          context={context}
          trail={[{ path: '/challenges', name: t('nav.challenges') }]}
        />
        <header>
          <h1>{challenge.name}</h1>
          <p>{t('challenge.number', { number: challenge.number })}</p>
          {challenge.description && <p class="lead">{challenge.description}</p>}
        </header>
        {counts === null && <NoCounts context={context} />}
        <RecordsOf context={context} items={items} counts={counts} filter={{ challenge: code }} />
      </div>
    ),
  });
}
