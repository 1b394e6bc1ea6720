import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';
import type { WorkedOnDraft } from './editor-view.js';

interface ReviewNoteProps {
  readonly context: PageContext;
  readonly draft: Pick<WorkedOnDraft, 'status' | 'reviewNote'>;
}

/** What a reviewer wants changed. */
export function ReviewNote({ context, draft: { status, reviewNote } }: ReviewNoteProps) {
  if (!reviewNote || status === 'IN_REVIEW') return null;
  const { t, texts } = context;
  return (
    <section class="notice">
      <Icon name="notice" />
      <div>
        <h2 class="notice__title">
          {t('review.note', { name: reviewNote.by.name, moment: texts.moment(reviewNote.at) })}
        </h2>
        {reviewNote.text.split(/\n+/).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  );
}
