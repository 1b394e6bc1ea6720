import type { EventQuery } from '../../schema/operations/operation-types.js';
import { nameOf } from '../actor/actor-links.js';
import { notFoundPage } from '../failure/failure.page.js';
import { ItemList, readItems } from '../item/item-list.js';
import { Breadcrumbs } from '../layout/breadcrumbs.js';
import { renderDocument } from '../layout/document.js';
import { JsonLd, type LinkedData } from '../layout/json-ld.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { EventLessons, readLessons } from './event-lessons.js';
import { EventWhen } from './event-when.js';

type Event = NonNullable<EventQuery['event']>;

/** A meeting: when, where, by whom, what was presented and what was concluded. */
export async function eventPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const { event } = await context.ask('event', { slug: context.param('slug') });
  if (!event) return notFoundPage(context);
  const [items, lessons] = await Promise.all([
    readItems(context, {
      event: event.id,
      kinds: ['CASE_STUDY', 'BEST_PRACTICE', 'PROTOCOL'],
    }),
    readLessons(context, event.id),
  ]);
  return renderDocument(context, {
    title: event.name,
    description: event.description ?? event.name,
    section: '/events',
    head: <JsonLd data={linkedEvent(context, event)} />,
    children: (
      <div class="page">
        <Breadcrumbs context={context} trail={[{ path: '/events', name: t('events.title') }]} />
        <EventHeader context={context} event={event} />
        <EventLessons context={context} lessons={lessons} />
        <section aria-labelledby="records">
          <h2 id="records">{t('event.presented')}</h2>
          <ItemList context={context} items={items} />
        </section>
      </div>
    ),
  });
}

interface EventHeaderProps {
  readonly context: PageContext;
  readonly event: Event;
}

function EventHeader({ context, event }: EventHeaderProps) {
  return (
    <header>
      <h1>{event.name}</h1>
      <p>
        <EventWhen context={context} event={event} />
      </p>
      {event.description && <p class="lead">{event.description}</p>}
      {event.organizers.length > 0 && (
        <>
          <h2 class="label">{context.t('event.organizers')}</h2>
          <ul class="chips">
            {event.organizers.map((actor) => (
              <li key={actor.slug}>
                <a class="chip chip--quiet" href={context.to(`/actors/${actor.slug}`)}>
                  {nameOf(actor)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </header>
  );
}

const linkedEvent = (context: PageContext, event: Event): LinkedData => ({
  '@type': 'Event',
  name: event.name,
  description: event.description ?? undefined,
  startDate: event.startDate ?? undefined,
  endDate: event.endDate ?? undefined,
  location: event.place ? { '@type': 'Place', name: event.place } : undefined,
  organizer: event.organizers.map((actor) => ({
    '@type': 'Organization',
    name: actor.name,
    url: context.absolute(context.to(`/actors/${actor.slug}`)),
  })),
});
