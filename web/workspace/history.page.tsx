import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { notFoundPage, signInAddress } from '../failure/failure.page.js';
import { CursorPager } from '../layout/cursor-pager.js';
import { renderDocument } from '../layout/document.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { Changes } from './changes.js';
import { Choices } from './choices.js';
import type { Changes as FieldChanges, WorkedOn } from './editor-view.js';
import { readRecord } from './record.page.js';
import { RecordHeader } from './record-header.js';
import { RevisionTable } from './revision-table.js';

export type Revisions = OperationTypes['revisions']['data']['revisions'];

interface Comparison {
  readonly from: number;
  readonly to: number;
  readonly changes: FieldChanges;
  readonly choices: Choices;
}

/** Who changed what and when, and what differs between any two steps. */
export async function historyPage(context: PageContext): Promise<PageAnswer> {
  if (!context.viewer) return seeOther(signInAddress(context));
  const record = await readRecord(context);
  if (!record) return notFoundPage(context);
  const { revisions } = await context.ask('revisions', {
    id: record.id,
    after: context.query.get('after'),
  });
  const comparison = await compared(context, record);
  const { t } = context;
  return renderDocument(context, {
    title: t('history.title'),
    description: t('history.lead'),
    isIndexed: false,
    hasHeaderSearch: false,
    children: (
      <div class="page">
        <RecordHeader context={context} record={record} title={t('history.title')} />
        <p>{t('history.lead')}</p>
        {comparison && <Compared context={context} comparison={comparison} />}
        <RevisionTable context={context} record={record} revisions={revisions} />
        <CursorPager context={context} pageInfo={revisions.pageInfo} />
      </div>
    ),
  });
}

/** The earlier one stands on the left, in whichever order they were chosen. */
async function compared(context: PageContext, { id }: WorkedOn): Promise<Comparison | null> {
  const chosen = ['from', 'to'].map((name) => Number(context.query.get(name)));
  if (!chosen.every((number) => Number.isSafeInteger(number) && number > 0)) return null;
  const [from, to] = [Math.min(...chosen), Math.max(...chosen)];
  const [{ compareRevisions: changes }, choices] = await Promise.all([
    context.ask('compare-revisions', { id, from, to }),
    Choices.load(context),
  ]);
  return { from, to, changes, choices };
}

function Compared({
  context,
  comparison,
}: {
  readonly context: PageContext;
  readonly comparison: Comparison;
}) {
  const { from, to, changes, choices } = comparison;
  const title = context.t('history.compared', { from, to });
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{title}</h2>
      <Changes context={context} choices={choices} changes={changes} caption={title} />
    </section>
  );
}
