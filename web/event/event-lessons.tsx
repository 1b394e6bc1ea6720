import type { ItemPage } from '../item/item-list.js';
import type { PageContext } from '../page-context.js';

/** So many conclusions and lessons are listed; no meeting has had as many. */
const MOST_LESSONS = 100;

/** What a meeting concluded and what was learned there. */
export async function readLessons(context: PageContext, event: string): Promise<ItemPage> {
  const asked = await context.ask('items', {
    filter: { event, kinds: ['LESSON_LEARNED'] },
    first: MOST_LESSONS,
  });
  return asked.knowledgeItems;
}

type Lesson = ItemPage['nodes'][number];

interface EventLessonsProps {
  readonly context: PageContext;
  readonly lessons: ItemPage;
}

/** Those that hold for the whole region first, then those that countries told of themselves. */
export function EventLessons({ context, lessons: { nodes, totalCount } }: EventLessonsProps) {
  const { t } = context;
  if (totalCount === 0) return null;
  const isOfRegion = ({ countries }: Lesson) => countries.length === 0;
  return (
    <section aria-labelledby="conclusions">
      <h2 id="conclusions">{t('event.conclusions', { count: totalCount })}</h2>
      <div class="columns columns--two">
        <Lessons context={context} title={t('event.ofRegion')} lessons={nodes.filter(isOfRegion)} />
        <Lessons
          context={context}
          title={t('event.ofCountries')}
          lessons={nodes.filter((lesson) => !isOfRegion(lesson))}
        />
      </div>
    </section>
  );
}

interface LessonsProps {
  readonly context: PageContext;
  readonly title: string;
  readonly lessons: readonly Lesson[];
}

function Lessons({ context, title, lessons }: LessonsProps) {
  if (lessons.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="rows">
        {lessons.map(({ slug, title: name, shownIn }) => (
          <li key={slug} lang={shownIn.isFallback ? shownIn.locale.toLowerCase() : undefined}>
            <a href={context.to(`/items/${slug}`)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
