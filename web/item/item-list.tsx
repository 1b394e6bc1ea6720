import type { ItemsQuery, KnowledgeFilter } from '../../schema/operations/operation-types.js';
import { CursorPager } from '../layout/cursor-pager.js';
import type { PageContext } from '../page-context.js';
import { ItemCard } from './item-card.js';

export type ItemPage = ItemsQuery['knowledgeItems'];

/** The page of records that the address asks for, newest first. */
export async function readItems(context: PageContext, filter: KnowledgeFilter): Promise<ItemPage> {
  const after = context.query.get('after');
  return (await context.ask('items', { filter, after })).knowledgeItems;
}

interface ItemListProps {
  readonly context: PageContext;
  readonly items: ItemPage;
}

/** Records one below the other, and the way on. */
export function ItemList({ context, items }: ItemListProps) {
  if (items.totalCount === 0) return <p>{context.t('records.none')}</p>;
  return (
    <>
      <ul class="cards cards--list">
        {items.nodes.map((item) => (
          <li key={item.id}>
            <ItemCard context={context} item={item} />
          </li>
        ))}
      </ul>
      <CursorPager context={context} pageInfo={items.pageInfo} />
    </>
  );
}
