import { ItemCard } from '../item/item-card.js';
import type { PageContext } from '../page-context.js';
import { Highlighted } from './highlighted.js';
import type { FoundPage } from './search-results.js';

interface ResultsProps {
  readonly context: PageContext;
  readonly edges: FoundPage['edges'];
}

/** The records found, with what was found in them marked. */
export function Results({ context, edges }: ResultsProps) {
  return (
    <ol class="cards cards--list">
      {edges.map(({ node, highlights }) => {
        const title = highlights.find(({ field }) => field === 'title');
        const text = highlights.find(({ field }) => field !== 'title');
        return (
          <li key={node.id}>
            <ItemCard
              context={context}
              item={node}
              title={title && <Highlighted context={context} highlight={title} />}
              summary={text && <Highlighted context={context} highlight={text} />}
            />
          </li>
        );
      })}
    </ol>
  );
}
