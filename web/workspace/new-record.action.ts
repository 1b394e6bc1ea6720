import type { Locale } from '../../schema/operations/operation-types.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { recordPath } from './record-header.js';
import { stepRefusedPage } from './step-refused.page.js';
import { NEW_KINDS } from './steps.js';

/** Begins a record and opens it. */
export async function beginRecord(
  context: PageContext,
  form: URLSearchParams,
): Promise<PageAnswer> {
  const kind = NEW_KINDS.find((known) => known === form.get('kind')) ?? 'LESSON_LEARNED';
  const originalLocale = (form.get('locale') ?? context.locale.toUpperCase()) as Locale;
  const { createDraft } = await context.ask('create-draft', {
    institution: form.get('institution') ?? '',
    kind,
    content: { originalLocale },
  });
  const { record, problems } = createDraft;
  if (!record) return stepRefusedPage(context, problems);
  return seeOther(context.to(recordPath(record.id)));
}
