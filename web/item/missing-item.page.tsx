import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { notFoundPage } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { SearchBox } from '../search/search-box.js';
import { langOf } from './item-data.js';

type Tombstone = NonNullable<OperationTypes['tombstone']['data']['tombstone']>;

/** For an address without a record: it was withdrawn, or it never was. */
export async function missingItemPage(context: PageContext): Promise<PageAnswer> {
  const { tombstone } = await context.ask('tombstone', { slug: context.param('slug') });
  if (!tombstone) return notFoundPage(context);
  const { t, texts } = context;
  return renderDocument(context, {
    title: t('gone.title'),
    description: t('gone.since', { day: texts.day(tombstone.withdrawnAt) }),
    status: 410,
    isIndexed: false,
    hasHeaderSearch: false,
    children: <Gone context={context} tombstone={tombstone} />,
  });
}

interface GoneProps {
  readonly context: PageContext;
  readonly tombstone: Tombstone;
}

function Gone({ context, tombstone: { withdrawnAt, reason, reasonLocale } }: GoneProps) {
  const { t, texts } = context;
  return (
    <div class="page page--narrow">
      <h1>{t('gone.title')}</h1>
      <p class="lead">{t('gone.since', { day: texts.day(withdrawnAt) })}</p>
      {reason ? (
        <p>
          <strong>{t('gone.reason')}:</strong>{' '}
          <span lang={reasonLocale ? langOf(context, reasonLocale) : undefined}>{reason}</span>
        </p>
      ) : (
        <p>{t('gone.noReason')}</p>
      )}
      <p>{t('gone.search')}</p>
      <SearchBox context={context} />
    </div>
  );
}
