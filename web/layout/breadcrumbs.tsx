import type { PageContext } from '../page-context.js';

interface BreadcrumbsProps {
  readonly context: PageContext;
  /** From the widest to the nearest; the page itself is its heading. */
  readonly trail: readonly { readonly path: string; readonly name: string }[];
}

/** The way back up. */
export function Breadcrumbs({ context, trail }: BreadcrumbsProps) {
  return (
    <nav class="breadcrumbs" aria-label={context.t('breadcrumbs.label')}>
      <ol>
        {trail.map(({ path, name }) => (
          <li key={path}>
            <a href={context.to(path)}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
