import type { ItemStatus } from '../../schema/operations/operation-types.js';
import { signInAddress } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { ITEM_STATUSES } from '../search/enum-values.js';
import { institutionsOf } from './institutions.js';
import { NewRecord } from './new-record.js';
import { AllRecords, Drafts, ToReview, type WorkspaceLists } from './record-lists.js';

/** As many as the page shows before it sends the reader to the whole list. */
const FEW = 10;
const PAGE = 20;

/** What a member works on: own drafts, drafts to review, and all records of the institutions. */
export async function workspacePage(context: PageContext): Promise<PageAnswer> {
  if (!context.viewer) return seeOther(signInAddress(context));
  return renderWorkspace(context, await listsOf(context));
}

export function renderWorkspace(context: PageContext, lists: WorkspaceLists): PageAnswer {
  const { t } = context;
  return renderDocument(context, {
    title: t('workspace.title'),
    description: t('workspace.lead'),
    isIndexed: false,
    children: (
      <div class="page workspace">
        <h1>{t('workspace.title')}</h1>
        <p class="lead">{t('workspace.lead')}</p>
        {!lists.isFurtherOn && (
          <>
            <NewRecord context={context} institutions={lists.institutions} />
            <Drafts context={context} lists={lists} />
            <ToReview context={context} lists={lists} />
          </>
        )}
        <AllRecords context={context} lists={lists} />
      </div>
    ),
  });
}

async function listsOf(context: PageContext): Promise<WorkspaceLists> {
  const { query } = context;
  const after = query.get('after');
  const filter = filterOf(context);
  const isFurtherOn = after !== null || query.has('all');
  const few = (asked: object) =>
    isFurtherOn ? null : context.ask('records', { filter: asked, first: FEW });
  const [mine, assigned, waiting, all, institutions] = await Promise.all([
    few({ mine: true, draftStatus: ['DRAFT', 'CHANGES_REQUESTED'] }),
    few({ assignedToMe: true, draftStatus: ['IN_REVIEW'] }),
    few({ draftStatus: ['IN_REVIEW'] }),
    context.ask('records', { filter, first: PAGE, after }),
    institutionsOf(context),
  ]);
  const own = assigned?.editorialRecords.nodes ?? [];
  const others = (waiting?.editorialRecords.nodes ?? []).filter(
    ({ id, actions }) => actions.includes('PUBLISH') && !own.some((one) => one.id === id),
  );
  return {
    isFurtherOn,
    mine: mine?.editorialRecords.nodes ?? [],
    toReview: [...own, ...others],
    all: all.editorialRecords,
    institutions,
  };
}

/** A value that the hub does not know narrows nothing. */
function filterOf({ query }: PageContext) {
  const asked = query.get('status') ?? '';
  const status = ITEM_STATUSES.find((known) => known === asked) as ItemStatus | undefined;
  return {
    institution: query.get('institution') || null,
    draftStatus: status ? [status] : null,
    reviewDue: query.get('due') === 'yes' || null,
  };
}
