import type { OperationTypes } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';

type Editing = NonNullable<OperationTypes['record-actions']['data']['editorialRecord']>;

/** What a member may do with a record; null for everybody who may only read it. */
export async function editingOf(context: PageContext, id: string): Promise<Editing | null> {
  if (!context.viewer) return null;
  const { editorialRecord } = await context.ask('record-actions', { id });
  return editorialRecord;
}

interface EditItemProps {
  readonly context: PageContext;
  readonly editing: Editing;
}

/** To the draft there is, to begin one, or at least to the history. */
export function EditItem({ context, editing: { id, version, actions, draft } }: EditItemProps) {
  const { t } = context;
  const own = context.to(`/workspace/${encodeURIComponent(id)}`);
  return (
    <div class="page edit-item" data-no-print>
      {actions.includes('EDIT') ? (
        <form method="post" action={`${own}/steps/edit`}>
          <input type="hidden" name="expectedVersion" value={version} />
          <button type="submit" class="button button--quiet">
            {t('step.edit')}
          </button>
        </form>
      ) : (
        <a class="button button--quiet" href={own}>
          {draft ? t('workspace.toDraft') : t('workspace.title')}
        </a>
      )}
      <a href={`${own}/history`}>{t('history.title')}</a>
    </div>
  );
}
