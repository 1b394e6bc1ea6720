import type { ThemeQuery } from '../../schema/operations/operation-types.js';
import { NoCounts } from '../counts/no-counts.js';
import { countRecords, type RecordCounts } from '../counts/record-counts.js';
import { notFoundPage } from '../failure/failure.page.js';
import { readItems } from '../item/item-list.js';
import { RecordsOf } from '../item/records-of.js';
import { Breadcrumbs } from '../layout/breadcrumbs.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';

type Theme = NonNullable<ThemeQuery['thematicArea']>;

/** A theme: its other names, its neighbours, and the records filed under it. */
export async function themePage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const { thematicArea: theme } = await context.ask('theme', { code: context.param('code') });
  if (!theme) return notFoundPage(context);
  const filter = { themes: [theme.code] };
  const [items, counts] = await Promise.all([
    readItems(context, filter),
    countRecords(context, filter),
  ]);
  return renderDocument(context, {
    title: theme.name,
    description: t('theme.description', { name: theme.name, count: items.totalCount }),
    section: '/themes',
    isPartial: counts === null,
    children: (
      <div class="page">
        <Breadcrumbs context={context} trail={trailTo(context, theme)} />
        <header>
          <h1>{theme.name}</h1>
          {theme.synonyms.length > 0 && (
            <p class="lead">{t('theme.synonyms', { names: theme.synonyms.join(' · ') })}</p>
          )}
        </header>
        {counts === null && <NoCounts context={context} />}
        <Narrower context={context} theme={theme} counts={counts} />
        <RecordsOf context={context} items={items} counts={counts} filter={{ theme: theme.code }} />
      </div>
    ),
  });
}

function trailTo(context: PageContext, { broader }: Theme) {
  const above = [broader?.broader, broader].filter((theme) => theme != null);
  return [
    { path: '/themes', name: context.t('nav.themes') },
    ...above.map(({ code, name }) => ({ path: `/themes/${code}`, name })),
  ];
}

interface NarrowerProps {
  readonly context: PageContext;
  readonly theme: Theme;
  readonly counts: RecordCounts | null;
}

function Narrower({ context, theme, counts }: NarrowerProps) {
  if (theme.narrower.length === 0) return null;
  return (
    <section aria-labelledby="narrower">
      <h2 id="narrower" class="label">
        {context.t('theme.narrower')}
      </h2>
      <ul class="chips">
        {theme.narrower.map(({ code, name }) => (
          <li key={code}>
            <a class="chip chip--quiet" href={context.to(`/themes/${code}`)}>
              {name}
              {counts && (
                <span class="count">{context.texts.number(counts.of('THEME', code))}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
