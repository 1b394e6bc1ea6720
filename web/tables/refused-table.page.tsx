import { refusedPage } from '../failure/failure.page.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { readSearch } from '../search/asked-search.js';
import { KINDS } from '../search/enum-values.js';

/** Why the address of an export gives none: its filters mean nothing, or it asks for words. */
export async function refusedExportPage(context: PageContext): Promise<PageAnswer> {
  const asked = await readSearch(context);
  if ('status' in asked) return asked;
  const { t } = context;
  return refusedPage(
    context,
    <p>
      {t('table.noWords')} <a href={context.to(asked.state.withWords(''))}>{t('search.goOn')}</a>
    </p>,
  );
}

/** Which templates there are, for an address that names none of them. */
export async function refusedTemplatePage(context: PageContext): Promise<PageAnswer> {
  const { t, path } = context;
  return refusedPage(
    context,
    <>
      <p>{t('table.whichTemplate')}</p>
      <ul>
        {KINDS.map((kind) => (
          <li key={kind}>
            <a href={`${context.to(path)}?kind=${kind}`}>{t(`kind.${kind}`)}</a>
          </li>
        ))}
      </ul>
    </>,
  );
}
