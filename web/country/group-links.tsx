import type { PageContext } from '../page-context.js';

interface Group {
  readonly code: string;
  readonly name: string;
  readonly acronym: string | null;
}

interface GroupLinksProps {
  readonly context: PageContext;
  readonly groups: readonly Group[];
  /** Code of the group whose countries the page lists. */
  readonly chosen?: string | null;
}

/** Groups of countries by the names that people use, each leading to its members. */
export function GroupLinks({ context, groups, chosen }: GroupLinksProps) {
  return (
    <>
      {groups.map((group) => (
        <li key={group.code}>
          <a
            class={group.code === chosen ? 'chip' : 'chip chip--quiet'}
            href={context.to(`/countries?${new URLSearchParams({ group: group.code })}`)}
            aria-current={group.code === chosen ? 'true' : undefined}
          >
            {group.acronym ? <abbr title={group.name}>{group.acronym}</abbr> : group.name}
          </a>
        </li>
      ))}
    </>
  );
}
