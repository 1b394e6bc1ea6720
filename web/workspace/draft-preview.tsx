import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { ItemView } from '../item/item-view.js';
import type { PageContext } from '../page-context.js';

export type Previewed = NonNullable<OperationTypes['record-preview']['data']['editorialRecord']>;

interface PreviewProps {
  readonly context: PageContext;
  readonly previewed: Previewed;
}

/** A draft as the public would see it: the very components of its page. */
export function DraftPreview({ context, previewed: { draft } }: PreviewProps) {
  if (!draft) return null;
  return (
    <section class="draft-preview" aria-label={context.t('preview.title')}>
      <ItemView context={context} item={{ ...draft.preview, related: [] }} isPreview />
    </section>
  );
}
