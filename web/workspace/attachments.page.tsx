import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { notFoundPage, signInAddress } from '../failure/failure.page.js';
import { webAddress } from '../item/web-address.js';
import { renderDocument } from '../layout/document.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import type { TextKey } from '../texts/texts.js';
import { versionIn } from './record.action.js';
import { RecordHeader, recordPath } from './record-header.js';

type Record = NonNullable<OperationTypes['attachments']['data']['editorialRecord']>;
type File = NonNullable<Record['draft']>['preview']['attachments'][number];

/** Why a file was not taken, as the door for files says; anything else is told in general words. */
const TOLD: ReadonlySet<string> = new Set([
  'BODY_TOO_LARGE',
  'CONFLICT',
  'FORBIDDEN',
  'INVALID',
  'LIMIT_REACHED',
  'STORAGE_UNAVAILABLE',
  'WRONG_STATUS',
]);

/** The files of a draft: to add one, and to take one away. */
export async function attachmentsPage(context: PageContext): Promise<PageAnswer> {
  if (!context.viewer) return seeOther(signInAddress(context));
  const id = decodeURIComponent(context.param('id'));
  const { editorialRecord: record } = await context.ask('attachments', { id });
  if (!record?.draft) return notFoundPage(context);
  const { t } = context;
  return renderDocument(context, {
    title: t('attachments.title'),
    description: t('attachments.lead'),
    isIndexed: false,
    hasHeaderSearch: false,
    children: (
      <div class="page">
        <RecordHeader context={context} record={record} title={t('attachments.title')} />
        <Outcome context={context} />
        <p>{t('attachments.lead')}</p>
        <Files context={context} record={record} files={record.draft.preview.attachments} />
        {record.actions.includes('SAVE') && <Upload context={context} record={record} />}
      </div>
    ),
  });
}

/** What became of the last file: the door sends the browser back with it. */
function Outcome({ context }: { readonly context: PageContext }) {
  const { t, query } = context;
  const problem = query.get('problem');
  if (problem) {
    const code = TOLD.has(problem) ? problem : 'OTHER';
    return (
      <p class="notice" role="alert">
        {t(`attachments.problem.${code}` as TextKey)}
      </p>
    );
  }
  if (!query.has('done')) return null;
  return (
    <p class="notice" role="status">
      {t('attachments.done')}
    </p>
  );
}

interface FilesProps {
  readonly context: PageContext;
  readonly record: Record;
  readonly files: readonly File[];
}

function Files({ context, record, files }: FilesProps) {
  const { t, texts } = context;
  if (files.length === 0) return <p class="empty">{t('attachments.none')}</p>;
  return (
    <ul class="records">
      {files.map(({ id, name, bytes, url }) => (
        <li key={id}>
          <a href={webAddress(url) ?? undefined} download>
            <bdi>{name}</bdi>
          </a>{' '}
          <span class="count">{texts.fileSize(bytes)}</span>
          {record.actions.includes('SAVE') && (
            <form method="post" action={context.to(context.path)}>
              <input type="hidden" name="expectedVersion" value={record.version} />
              <button type="submit" class="button button--quiet" name="remove" value={id}>
                {t('attachments.remove')}
                <span class="visually-hidden">: {name}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function Upload({ context, record }: Omit<FilesProps, 'files'>) {
  const { t } = context;
  const back = context.to(recordPath(record.id, '/attachments'));
  const asked = { item: record.id, expectedVersion: String(record.version), back };
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/attachments?${new URLSearchParams(asked)}`}
    >
      <div class="entry">
        <label for="file">{t('attachments.file')}</label>
        <p class="hint" id="file-hint">
          {t('attachments.hint')}
        </p>
        <input
          id="file"
          type="file"
          name="file"
          required
          aria-describedby="file-hint"
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.webp"
        />
      </div>
      <button type="submit" class="button">
        {t('attachments.add')}
      </button>
    </form>
  );
}

/** Takes a file away from the draft. */
export async function removeAttachment(
  context: PageContext,
  form: URLSearchParams,
): Promise<PageAnswer> {
  const id = decodeURIComponent(context.param('id'));
  const { removeAttachment: answer } = await context.ask('remove-attachment', {
    id,
    attachment: form.get('remove') ?? '',
    expectedVersion: versionIn(form),
  });
  const [problem] = answer.problems;
  const outcome = problem ? `problem=${problem.code}` : 'done';
  return seeOther(`${context.to(recordPath(id, '/attachments'))}?${outcome}`);
}
