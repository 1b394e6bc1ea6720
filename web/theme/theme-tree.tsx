import type { RecordCounts } from '../counts/record-counts.js';
import type { PageContext } from '../page-context.js';

/** A theme and its place in the tree. */
export interface TreeTheme {
  readonly code: string;
  readonly name: string;
  readonly broader: { readonly code: string } | null;
}

/** Those without a broader one: the entry points. */
export const topOf = (themes: readonly TreeTheme[]): readonly TreeTheme[] =>
  themes.filter(({ broader }) => broader === null);

interface ThemeTreeProps {
  readonly context: PageContext;
  readonly themes: readonly TreeTheme[];
  /** Null while search is down. */
  readonly counts: RecordCounts | null;
  /** The theme whose narrower ones are shown. */
  readonly below: string;
}

/** Narrower themes below each other; nothing where there are none. */
export function ThemeTree({ context, themes, counts, below }: ThemeTreeProps) {
  const narrower = themes.filter(({ broader }) => broader?.code === below);
  if (narrower.length === 0) return null;
  return (
    <ul class="rows">
      {narrower.map(({ code, name }) => (
        <li key={code}>
          <a href={context.to(`/themes/${code}`)}>{name}</a>
          {counts && <span class="count">{context.texts.number(counts.of('THEME', code))}</span>}
          <ThemeTree context={context} themes={themes} counts={counts} below={code} />
        </li>
      ))}
    </ul>
  );
}
