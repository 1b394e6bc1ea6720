import { CursorPager } from '../layout/cursor-pager.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { EventWhen } from './event-when.js';

/** Meetings and conferences, latest first. */
export async function eventsPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const { events } = await context.ask('events', { after: context.query.get('after') });
  return renderDocument(context, {
    title: t('events.title'),
    description: t('events.description'),
    section: '/events',
    children: (
      <div class="page">
        <h1>{t('events.title')}</h1>
        <p class="lead">{t('events.description')}</p>
        {events.totalCount === 0 && <p>{t('events.none')}</p>}
        <ul class="cards cards--list">
          {events.nodes.map((event) => (
            <li key={event.slug}>
              <article class="card">
                <p class="card__meta">
                  <span>
                    <EventWhen context={context} event={event} />
                  </span>
                  {event.items.totalCount > 0 && (
                    <span>{t('records.count', { count: event.items.totalCount })}</span>
                  )}
                </p>
                <h2 class="card__title">
                  <a href={context.to(`/events/${event.slug}`)}>{event.name}</a>
                </h2>
              </article>
            </li>
          ))}
        </ul>
        <CursorPager context={context} pageInfo={events.pageInfo} />
      </div>
    ),
  });
}
