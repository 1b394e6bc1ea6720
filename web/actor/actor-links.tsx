import type { ActorKind } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';

interface ActorLinksProps {
  readonly context: PageContext;
  readonly actors: readonly LinkedActor[];
}

interface LinkedActor {
  readonly slug: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly kind: ActorKind;
  readonly country?: { readonly code: string; readonly name: string } | null;
}

/** Actors by name, each with what it is and, where the list knows, its country. */
export function ActorLinks({ context, actors }: ActorLinksProps) {
  const { t } = context;
  if (actors.length === 0) return <p>{t('actors.none')}</p>;
  return (
    <ul class="rows rows--wide">
      {actors.map((actor) => (
        <li key={actor.slug}>
          <a href={context.to(`/actors/${actor.slug}`)}>{nameOf(actor)}</a>
          <span class="count">
            {[t(`actorKind.${actor.kind}`), ...(actor.country ? [actor.country.name] : [])].join(
              ' · ',
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** With its acronym, where it has one and the name is not the acronym already. */
export const nameOf = ({ name, acronym }: Pick<LinkedActor, 'name' | 'acronym'>): string =>
  acronym && acronym !== name ? `${name} (${acronym})` : name;
