import type { PageContext } from '../page-context.js';
import { KINDS } from '../search/enum-values.js';
import type { RecordCounts } from './record-counts.js';

interface KindLinksProps {
  readonly context: PageContext;
  readonly counts: RecordCounts;
  /** What the search is narrowed to beside the kind. */
  readonly filter?: Readonly<Record<string, string>>;
}

/** How many records of each kind there are, each a way into the search. */
export function KindLinks({ context, counts, filter = {} }: KindLinksProps) {
  const kinds = KINDS.filter((kind) => counts.of('KIND', kind) > 0);
  if (kinds.length === 0) return null;
  return (
    <ul class="chips" aria-label={context.t('counts.byKind')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <a class="chip" href={context.to(`/search?${new URLSearchParams({ ...filter, kind })}`)}>
            {context.t(`kinds.${kind}`)}
            <span class="count">{context.texts.number(counts.of('KIND', kind))}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
