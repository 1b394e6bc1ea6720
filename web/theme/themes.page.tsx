import { NoCounts } from '../counts/no-counts.js';
import { countRecords } from '../counts/record-counts.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { ThemeTree, topOf } from './theme-tree.js';

/** The whole thesaurus as a tree, with how many records each theme has. */
export async function themesPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const [{ thematicAreas: themes }, counts] = await Promise.all([
    context.ask('themes', {}),
    countRecords(context),
  ]);
  return renderDocument(context, {
    title: t('nav.themes'),
    description: t('themes.description'),
    section: '/themes',
    isPartial: counts === null,
    children: (
      <div class="page">
        <h1>{t('nav.themes')}</h1>
        <p class="lead">{t('themes.description')}</p>
        {counts === null && <NoCounts context={context} />}
        <div class="columns">
          {topOf(themes).map(({ code, name }) => (
            <section key={code}>
              <h2>
                <a href={context.to(`/themes/${code}`)}>{name}</a>{' '}
                {counts && (
                  <span class="count">{context.texts.number(counts.of('THEME', code))}</span>
                )}
              </h2>
              <ThemeTree context={context} themes={themes} counts={counts} below={code} />
            </section>
          ))}
        </div>
      </div>
    ),
  });
}
