import { KindLinks } from '../counts/kind-links.js';
import type { RecordCounts } from '../counts/record-counts.js';
import { EmbedButton } from '../embed/embed-button.js';
import type { PageContext } from '../page-context.js';
import { ItemList, type ItemPage } from './item-list.js';

interface RecordsOfProps {
  readonly context: PageContext;
  readonly items: ItemPage;
  /** Null while search is down. */
  readonly counts: RecordCounts | null;
  /** What narrows the search to the same records. */
  readonly filter: Readonly<Record<string, string>>;
}

/** The records of a country, an actor, a theme or a challenge, with the ways into the search. */
export function RecordsOf({ context, items, counts, filter }: RecordsOfProps) {
  const { t } = context;
  return (
    <section aria-labelledby="records">
      <h2 id="records">{t('records.count', { count: items.totalCount })}</h2>
      {counts && <KindLinks context={context} counts={counts} filter={filter} />}
      <ItemList context={context} items={items} />
      {items.totalCount > 0 && (
        <p>
          <a
            class="button button--quiet"
            href={context.to(`/search?${new URLSearchParams(filter)}`)}
          >
            {t('records.search')}
          </a>{' '}
          <EmbedButton context={context} />
        </p>
      )}
    </section>
  );
}
