import type { ActorQuery } from '../../schema/operations/operation-types.js';
import { NoCounts } from '../counts/no-counts.js';
import { countRecords } from '../counts/record-counts.js';
import { notFoundPage } from '../failure/failure.page.js';
import { readItems } from '../item/item-list.js';
import { RecordsOf } from '../item/records-of.js';
import { webAddress } from '../item/web-address.js';
import { Breadcrumbs } from '../layout/breadcrumbs.js';
import { renderDocument } from '../layout/document.js';
import { JsonLd, type LinkedData } from '../layout/json-ld.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { ActorFacts } from './actor-facts.js';
import { ActorLinks, nameOf } from './actor-links.js';

export type Actor = NonNullable<ActorQuery['actor']>;

/** An institution: what it is, what it belongs to, and the records it took part in. */
export async function actorPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const { actor } = await context.ask('actor', { slug: context.param('slug') });
  if (!actor) return notFoundPage(context);
  const filter = { actors: [actor.id] };
  const [items, counts] = await Promise.all([
    readItems(context, filter),
    countRecords(context, filter),
  ]);
  return renderDocument(context, {
    title: nameOf(actor),
    description: actor.description ?? t('actor.description', { name: nameOf(actor) }),
    section: '/actors',
    isPartial: counts === null,
    head: <JsonLd data={organization(context, actor)} />,
    children: (
      <div class="page">
        <Breadcrumbs context={context} trail={[{ path: '/actors', name: t('nav.actors') }]} />
        <header>
          <h1>{nameOf(actor)}</h1>
          {actor.description && <p class="lead">{actor.description}</p>}
          <ActorFacts context={context} actor={actor} />
        </header>
        {counts === null && <NoCounts context={context} />}
        <RecordsOf context={context} items={items} counts={counts} filter={{ actor: actor.id }} />
        {actor.members.length > 0 && (
          <section aria-labelledby="members">
            <h2 id="members">{t('actor.members')}</h2>
            <ActorLinks context={context} actors={actor.members} />
          </section>
        )}
      </div>
    ),
  });
}

function organization(context: PageContext, actor: Actor): LinkedData {
  const named = ({ name, slug }: { readonly name: string; readonly slug: string }) => ({
    '@type': 'Organization',
    name,
    url: context.absolute(context.to(`/actors/${slug}`)),
  });
  return {
    ...named(actor),
    alternateName: [...(actor.acronym ? [actor.acronym] : []), ...actor.aliases],
    description: actor.description ?? undefined,
    sameAs: webAddress(actor.website) ?? undefined,
    location: actor.country ? { '@type': 'Country', name: actor.country.name } : undefined,
    parentOrganization: actor.parent ? named(actor.parent) : undefined,
    member: actor.members.length > 0 ? actor.members.map(named) : undefined,
  };
}
