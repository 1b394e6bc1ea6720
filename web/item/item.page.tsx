import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { ItemHead } from './item-head.js';
import { ItemView } from './item-view.js';
import { missingItemPage } from './missing-item.page.js';

/** One record, whole. */
export async function itemPage(context: PageContext): Promise<PageAnswer> {
  const { knowledgeItem: item } = await context.ask('item', { slug: context.param('slug') });
  if (!item) return missingItemPage(context);
  return renderDocument(context, {
    title: item.title,
    description: item.summary,
    islands: ['item'],
    head: <ItemHead context={context} item={item} />,
    children: <ItemView context={context} item={item} />,
  });
}
