import { notFoundPage, refusedPage } from '../failure/failure.page.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { LAST_PAGE, MOST_FILTERS, MOST_WORDS, type UnknownValue } from './search-state.js';

const MOST_NAMED = 5;
const MOST_SHOWN = 60;

/** Values that the hub does not know: says which, and how to go on without them. */
export function unknownValuesPage(
  context: PageContext,
  unknown: readonly UnknownValue[],
  addressWithout: string,
): PageAnswer {
  const { t } = context;
  return refusedPage(
    context,
    <>
      <ul>
        {unknown.slice(0, MOST_NAMED).map(({ name, value }) => (
          <li key={name + value}>
            {t('search.unknown', { filter: t(`filter.${name}`), value: shortened(value) })}
          </li>
        ))}
      </ul>
      <p>
        <a href={context.to(addressWithout)}>{t('search.goOn')}</a>
      </p>
    </>,
  );
}

/** More than anybody types or clicks together. */
export function tooMuchPage(context: PageContext, what: 'words' | 'filters'): PageAnswer {
  const { t } = context;
  const text =
    what === 'words'
      ? t('search.tooLong', { most: MOST_WORDS })
      : t('search.tooManyFilters', { most: MOST_FILTERS });
  return refusedPage(context, <p>{text}</p>);
}

/** There are pages, but not this one; `pages` is null beyond what search lists of anything. */
export function noSuchPagePage(
  context: PageContext,
  pages: number | null,
  firstPage: string,
): PageAnswer {
  const { t } = context;
  const text =
    pages === null
      ? t('search.beyondLast', { pages: LAST_PAGE })
      : t('search.afterLast', { count: pages });
  return notFoundPage(
    context,
    <p>
      {text} <a href={context.to(firstPage)}>{t('search.firstPage')}</a>
    </p>,
  );
}

const shortened = (value: string): string =>
  value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
