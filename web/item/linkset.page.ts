import { FOR_EVERY_SITE, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { LINKSET_TYPE } from './item-paths.js';
import { missingItemPage } from './missing-item.page.js';
import { linkset } from './signposts.js';

/** Where everything of a record is, as one list (RFC 9264). */
export async function linksetPage(context: PageContext): Promise<PageAnswer> {
  const { knowledgeItem: item } = await context.ask('item', { slug: context.param('slug') });
  if (!item) return missingItemPage(context);
  return {
    status: 200,
    headers: { 'content-type': LINKSET_TYPE, ...FOR_EVERY_SITE },
    body: JSON.stringify(linkset(context, item)),
  };
}
