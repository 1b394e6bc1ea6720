import { renderDocument } from '../layout/document.js';
import { isLocale, type Locale } from '../locales.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { EditItem, editingOf } from './edit-item.js';
import type { Item } from './item-data.js';
import { ItemHead } from './item-head.js';
import { ItemView } from './item-view.js';
import { missingItemPage } from './missing-item.page.js';
import { signpostHeader } from './signposts.js';

/** One record, whole. */
export async function itemPage(context: PageContext): Promise<PageAnswer> {
  const { knowledgeItem: item } = await context.ask('item', { slug: context.param('slug') });
  if (!item) return missingItemPage(context);
  const editing = await editingOf(context, item.id);
  const page = renderDocument(context, {
    title: item.title,
    description: item.summary,
    languages: languagesOf(item),
    islands: ['item'],
    head: <ItemHead context={context} item={item} />,
    children: (
      <>
        {editing && <EditItem context={context} editing={editing} />}
        <ItemView context={context} item={item} />
      </>
    ),
  });
  return { ...page, headers: { ...page.headers, link: signpostHeader(context, item) } };
}

/** The one that is shown first: it stands for the languages that the record lacks. */
function languagesOf({ shownIn, translations }: Item): readonly Locale[] {
  const offered = translations.map(({ locale }) => locale);
  return [...new Set([shownIn.locale, ...offered])]
    .map((one) => one.toLowerCase())
    .filter(isLocale);
}
