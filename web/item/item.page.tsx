import { notFoundPage } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { ItemView } from './item-view.js';

/** One record, whole. */
export async function itemPage(context: PageContext): Promise<PageAnswer> {
  const { knowledgeItem: item } = await context.ask('item', { slug: context.param('slug') });
  if (!item) return notFoundPage(context);
  return renderDocument(context, {
    title: item.title,
    description: item.summary,
    islands: ['item'],
    children: <ItemView context={context} item={item} />,
  });
}
