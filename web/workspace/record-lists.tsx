import type { ComponentChildren } from 'preact';
import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { CursorPager } from '../layout/cursor-pager.js';
import type { PageContext } from '../page-context.js';
import type { Option } from './form-field.js';
import { RecordFilters } from './record-filters.js';
import { type RecordState, recordPath, Standing } from './record-header.js';

export interface WorkspaceLists {
  /** Only the list of all records is shown. */
  readonly isFurtherOn: boolean;
  readonly mine: readonly RecordState[];
  /** Assigned to the member first. */
  readonly toReview: readonly RecordState[];
  readonly all: OperationTypes['records']['data']['editorialRecords'];
  readonly institutions: readonly Option[];
}

interface ListProps {
  readonly context: PageContext;
  readonly lists: WorkspaceLists;
}

export function Drafts({ context, lists: { mine } }: ListProps) {
  const { t } = context;
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{t('workspace.mine')}</h2>
      <Records context={context} records={mine} empty={t('workspace.noneMine')} />
    </section>
  );
}

export function ToReview({ context, lists: { toReview } }: ListProps) {
  const { t } = context;
  return (
    <section aria-labelledby="to-review">
      <h2 id="to-review">{t('workspace.toReview')}</h2>
      <Records context={context} records={toReview} empty={t('workspace.noneToReview')} />
    </section>
  );
}

export function AllRecords({ context, lists: { all, institutions } }: ListProps) {
  const { t } = context;
  return (
    <section aria-labelledby="all">
      <h2 id="all">
        {t('workspace.all')} <span class="count">{context.texts.number(all.totalCount)}</span>
      </h2>
      <RecordFilters context={context} institutions={institutions} />
      <Records context={context} records={all.nodes} empty={t('workspace.noneAtAll')} />
      <CursorPager context={context} pageInfo={all.pageInfo} />
    </section>
  );
}

interface RecordsProps {
  readonly context: PageContext;
  readonly records: readonly RecordState[];
  readonly empty: ComponentChildren;
}

function Records({ context, records, empty }: RecordsProps) {
  if (records.length === 0) return <p class="empty">{empty}</p>;
  return (
    <ul class="records">
      {records.map((record) => (
        <li key={record.id} data-kind={record.kind}>
          <RecordLine context={context} record={record} />
        </li>
      ))}
    </ul>
  );
}

function RecordLine({
  context,
  record,
}: {
  readonly context: PageContext;
  readonly record: RecordState;
}) {
  const { t, texts } = context;
  const { draft } = record;
  return (
    <>
      <h3>
        <a href={context.to(recordPath(record.id))}>{record.title || t('workspace.untitled')}</a>
      </h3>
      <p class="card__meta">
        <span class="kind">{t(`kind.${record.kind}`)}</span>
        {record.institution && <span>{record.institution.name}</span>}
        <span>
          {draft
            ? t('workspace.saved', {
                name: draft.savedBy.name,
                moment: texts.moment(draft.savedAt),
              })
            : t('workspace.touched', { moment: texts.moment(record.touchedAt) })}
        </span>
      </p>
      <Standing context={context} record={record} />
    </>
  );
}
