import { asJsonLd } from '../layout/json-ld.js';
import { FOR_EVERY_SITE, fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { LINKED_DATA_TYPE } from './item-paths.js';
import { linkedData } from './linked-data.js';
import { missingItemPage } from './missing-item.page.js';
import { landingPage, linkHeader } from './signposts.js';

/** What the page of a record tells programs of it, in a file of its own. */
export async function linkedDataPage(context: PageContext): Promise<PageAnswer> {
  const { knowledgeItem: item } = await context.ask('item', { slug: context.param('slug') });
  if (!item) return missingItemPage(context);
  const { headers, ...answer } = fileAnswer(LINKED_DATA_TYPE, asJsonLd(linkedData(context, item)));
  return {
    ...answer,
    headers: {
      ...headers,
      ...FOR_EVERY_SITE,
      'content-language': item.shownIn.locale.toLowerCase(),
      link: linkHeader([landingPage(context, item)]),
    },
  };
}
