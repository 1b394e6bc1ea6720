import type { ComponentChildren } from 'preact';
import { webAddress } from '../item/web-address.js';
import type { PageContext } from '../page-context.js';
import type { Actor } from './actor.page.js';
import { nameOf } from './actor-links.js';

interface ActorFactsProps {
  readonly context: PageContext;
  readonly actor: Actor;
}

/** What is known of an actor, a line each. */
export function ActorFacts({ context, actor }: ActorFactsProps) {
  const { t } = context;
  const { country, parent } = actor;
  const website = webAddress(actor.website);
  return (
    <dl class="traits">
      <Fact name={t('actor.kind')}>
        <a href={context.to(`/actors?${new URLSearchParams({ kind: actor.kind })}`)}>
          {t(`actorKind.${actor.kind}`)}
        </a>
      </Fact>
      {country && (
        <Fact name={t('actor.country')}>
          <a href={context.to(`/countries/${country.code}`)}>{country.name}</a>
        </Fact>
      )}
      {parent && (
        <Fact name={t('actor.parent')}>
          <a href={context.to(`/actors/${parent.slug}`)}>{nameOf(parent)}</a>
        </Fact>
      )}
      {website && (
        <Fact name={t('actor.website')}>
          <a href={website} rel="noopener">
            {new URL(website).host}
          </a>
        </Fact>
      )}
      {actor.aliases.length > 0 && (
        <Fact name={t('actor.aliases')} isLong>
          {actor.aliases.join(' · ')}
        </Fact>
      )}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
  /** Takes a line of its own. */
  readonly isLong?: boolean;
}

function Fact({ name, children, isLong = false }: FactProps) {
  return (
    <div class={isLong ? 'traits__long' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
