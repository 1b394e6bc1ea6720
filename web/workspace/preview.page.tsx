import { notFoundPage, signInAddress } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { DraftPreview } from './draft-preview.js';
import { missingInOriginal } from './editor-view.js';
import { MissingList } from './problem-list.js';
import { RecordHeader } from './record-header.js';

/** A draft as it would be published; the editor shows the same below its form. */
export async function previewPage(context: PageContext): Promise<PageAnswer> {
  if (!context.viewer) return seeOther(signInAddress(context));
  const { editorialRecord: record } = await context.ask('record-preview', {
    id: decodeURIComponent(context.param('id')),
  });
  if (!record?.draft) return notFoundPage(context);
  const { t } = context;
  const { missing, preview } = record.draft;
  return renderDocument(context, {
    title: t('preview.title'),
    description: t('preview.lead'),
    isIndexed: false,
    hasHeaderSearch: false,
    children: (
      <>
        <div class="page">
          <RecordHeader context={context} record={record} title={t('preview.title')} />
          <p>{t('preview.lead')}</p>
          <MissingList
            context={context}
            problems={missingInOriginal(missing, preview.originalLocale)}
          />
        </div>
        <DraftPreview context={context} previewed={record} />
      </>
    ),
  });
}
