import { Icon } from '../layout/icon.js';
import { ConflictNotice } from './conflict-notice.js';
import { MainFields, MoreFields } from './editor-fields.js';
import type { EditorView } from './editor-view.js';
import { EnterSaves } from './enter-saves.js';
import type { FormParts } from './form-field.js';
import { NextSteps } from './next-steps.js';
import { MissingList, ProblemList } from './problem-list.js';
import { RecordHeader, recordPath } from './record-header.js';
import { ReviewNote } from './review-note.js';

/** One form per kind of record; works without a script, and better with one. */
export function Editor({ view }: { readonly view: EditorView }) {
  const { context, record, form } = view;
  const { t } = context;
  return (
    <div class="page editor">
      <RecordHeader
        context={context}
        record={record}
        title={record.title || t('workspace.untitled')}
      />
      <Saved view={view} />
      <ProblemList context={context} problems={shownAbove(view)} form={form} />
      <ConflictNotice view={view} />
      <ReviewNote context={context} draft={record.draft} />
      <div class="editor__columns">
        <EditorForm view={view} />
        <aside class="editor__aside" aria-label={t('editor.aside')}>
          <MissingList context={context} problems={view.missing} />
          <MissingElsewhere view={view} />
          <NextSteps context={context} record={record} except={['SAVE', 'SUBMIT']} />
        </aside>
      </div>
      <LivePreview view={view} />
    </div>
  );
}

function EditorForm({ view }: { readonly view: EditorView }) {
  const { context, record, form } = view;
  const { t } = context;
  const original = (form.get('locale') ?? '').toLowerCase();
  const lang = original === context.locale ? undefined : original;
  const parts: FormParts = { context, form, faults: view.faults, lang };
  return (
    <form
      method="post"
      action={context.to(recordPath(record.id))}
      data-editor={record.id}
      data-kind={record.kind}
      data-paused={view.conflict ? '' : undefined}
      class="writing"
      novalidate
    >
      <input type="hidden" name="expectedVersion" value={record.version} />
      <input type="hidden" name="locale" value={form.get('locale') ?? ''} />
      <EnterSaves context={context} />
      <p class="entry__hint">
        {t('editor.language', { language: context.texts.languageName(original) })}
      </p>
      <MainFields view={view} parts={parts} />
      <MoreFields view={view} parts={parts} />
      <ActorNames view={view} />
      <SaveBar view={view} />
    </form>
  );
}

const shownAbove = ({ problems }: EditorView) => problems.filter(({ code }) => code !== 'CONFLICT');

function Saved({ view: { context, record, isSaved } }: { readonly view: EditorView }) {
  const at = context.query.get('saved');
  if (!at || !isSaved) return null;
  return (
    <p class="notice notice--done" role="status">
      <Icon name="check" />
      {context.t('editor.savedBy', { name: record.draft.savedBy.name })}
    </p>
  );
}

/** Stays in sight: what is stored, and how to store the rest. */
function SaveBar({ view: { context, conflict, record, isSaved } }: { readonly view: EditorView }) {
  const { t } = context;
  const words = {
    'data-saving': t('save.saving'),
    'data-saved': t('save.saved', { time: '%' }),
    'data-unsaved': t('save.unsaved'),
    'data-conflict': t('save.conflict'),
    'data-ended': t('save.ended'),
    'data-failed': t('save.failed'),
    'data-refused': t('save.refused'),
    'data-sign-in': context.to('/sign-in'),
    'data-sign-in-text': t('ended.signIn'),
  };
  return (
    <div class="save-bar">
      <button type="submit" class="button" name="do" value="save">
        {conflict ? t('conflict.overwrite') : t('editor.save')}
      </button>
      {record.actions.includes('SUBMIT') && !conflict && (
        <button type="submit" class="button button--quiet" name="do" value="submit">
          {t('editor.saveAndSubmit')}
        </button>
      )}
      <p
        class="save-bar__status"
        role="status"
        data-save-status
        data-dirty={!isSaved || undefined}
        {...words}
      >
        {isSaved ? '' : t('save.unsaved')}
      </p>
    </div>
  );
}

function MissingElsewhere({
  view: { context, record, missingElsewhere },
}: {
  readonly view: EditorView;
}) {
  if (missingElsewhere.length === 0) return null;
  return (
    <p>
      <a href={context.to(recordPath(record.id, '/translations'))}>
        {context.t('editor.missingInTranslations')}
      </a>
    </p>
  );
}

/** Names to choose from while typing; browsers bring the list. */
function ActorNames({ view: { choices } }: { readonly view: EditorView }) {
  return (
    <datalist id="actors-known">
      {[...choices.actors].map(([id, name]) => (
        <option key={id} value={name} data-id={id} />
      ))}
    </datalist>
  );
}

/** Filled by the script after each save; without one the link does. */
function LivePreview({ view: { context, record } }: { readonly view: EditorView }) {
  const { t } = context;
  const address = context.to(recordPath(record.id, '/preview'));
  return (
    <div class="live-preview" data-preview={address} hidden>
      <details>
        <summary>{t('preview.live')}</summary>
        <div data-preview-here />
      </details>
    </div>
  );
}
