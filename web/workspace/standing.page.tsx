import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { DraftPreview, type Previewed } from './draft-preview.js';
import type { WorkedOn } from './editor-view.js';
import { NextSteps } from './next-steps.js';
import { fieldName } from './problem-texts.js';
import { ROWS, SAYS_NOTHING, textsOf } from './record-fields.js';
import { RecordHeader, recordPath } from './record-header.js';

/**
 * A record that cannot be written in just now, with what may be done with it. What somebody sent nevertheless stands
 * below, to be copied: it may have been submitted by another member in the meantime.
 */
export async function standingPage(
  context: PageContext,
  record: WorkedOn,
  sent?: URLSearchParams,
): Promise<PageAnswer> {
  const { editorialRecord: previewed } = await context.ask('record-preview', { id: record.id });
  return renderDocument(context, {
    title: record.title || context.t('workspace.untitled'),
    description: context.t('workspace.lead'),
    status: sent ? 409 : 200,
    isIndexed: false,
    hasHeaderSearch: false,
    children: <Standing context={context} record={record} previewed={previewed} sent={sent} />,
  });
}

interface StandingProps {
  readonly context: PageContext;
  readonly record: WorkedOn;
  readonly previewed: Previewed | null;
  readonly sent: URLSearchParams | undefined;
}

function Standing({ context, record, previewed, sent }: StandingProps) {
  const { t } = context;
  const explained = record.draft ? `standing.${record.draft.status}` : `standing.${record.status}`;
  return (
    <>
      <div class="page">
        <RecordHeader
          context={context}
          record={record}
          title={record.title || t('workspace.untitled')}
        />
        <p>{t(explained as 'standing.DRAFT')}</p>
        {sent && <NotSaved context={context} record={record} sent={sent} />}
        <NextSteps context={context} record={record} except={['SAVE']} />
        {record.draft && record.actions.includes('PUBLISH') && (
          <p>
            <a href={context.to(recordPath(record.id, '/history'))}>{t('review.changes')}</a>
          </p>
        )}
      </div>
      {previewed?.draft && <DraftPreview context={context} previewed={previewed} />}
    </>
  );
}

function NotSaved({
  context,
  record,
  sent,
}: Pick<StandingProps, 'context' | 'record'> & { readonly sent: URLSearchParams }) {
  return (
    <section class="notice notice--strong" id="problems">
      <div>
        <h2 class="notice__title">{context.t('standing.notSaved')}</h2>
        {writtenIn(sent, record.kind).map(([name, value]) => (
          <div key={name}>
            <h3>{fieldName(context, name)}</h3>
            <p class="changes__text">{value}</p>
          </div>
        ))}
      </div>
    </section>
  );
}

/** All that somebody typed, in its order; choices are quickly made again. */
function writtenIn(sent: URLSearchParams, kind: WorkedOn['kind']): readonly [string, string][] {
  const texts = new Set<string>(textsOf(kind));
  return [...sent].filter(([name, value]) => {
    const [list = '', , part = ''] = name.split('.');
    const isInRow = Object.hasOwn(ROWS, list) && !SAYS_NOTHING.has(part);
    return (texts.has(name) || isInRow) && value.trim() !== '';
  });
}
