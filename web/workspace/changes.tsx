import type { PageContext } from '../page-context.js';
import type { TextKey } from '../texts/texts.js';
import { changedWords } from './changed-words.js';
import type { Choices } from './choices.js';
import type { Changes as FieldChanges } from './editor-view.js';
import { readable } from './readable-value.js';

interface ChangesProps {
  readonly context: PageContext;
  readonly choices: Choices;
  readonly changes: FieldChanges;
  /** What is compared, for those who do not see it. */
  readonly caption: string;
}

type Change = FieldChanges[number];

/** What differs, field by field: before beside after, with the changed words marked. */
export function Changes({ context, choices, changes, caption }: ChangesProps) {
  const { t, texts } = context;
  if (changes.length === 0) return <p>{t('changes.none')}</p>;
  return (
    <table class="changes">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('changes.field')}</th>
          <th scope="col">{t('changes.before')}</th>
          <th scope="col">{t('changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field + change.locale}>
            <th scope="row">
              {t(`field.${change.field}` as TextKey)}
              {change.locale && <span class="count"> · {texts.languageName(change.locale)}</span>}
            </th>
            {LISTS.has(change.field) ? (
              <ListCells context={context} choices={choices} change={change} />
            ) : (
              <TextCells context={context} choices={choices} change={change} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const LISTS: ReadonlySet<string> = new Set([
  'countries',
  'actors',
  'themes',
  'challenges',
  'stages',
  'hazards',
  'sdgs',
  'sources',
  'results',
  'steps',
]);

interface CellsProps {
  readonly context: PageContext;
  readonly choices: Choices;
  readonly change: Change;
}

/** What went on the left, what came on the right; what stayed is not said again. */
function ListCells({ context, choices, change }: CellsProps) {
  const { field, before, after } = change;
  const [old, fresh] = [before, after].map((value) => (value ? value.split('\n') : []));
  const gone = (old ?? []).filter((one) => !fresh?.includes(one));
  const added = (fresh ?? []).filter((one) => !old?.includes(one));
  const isMoved = gone.length === 0 && added.length === 0;
  const name = (one: string) => readable(context, choices, field, one);
  const { t } = context;
  if (isMoved) return <td colSpan={2}>{t('changes.order')}</td>;
  return (
    <>
      <td>
        {gone.map((one) => (
          <p key={one}>
            <del>{name(one)}</del>
          </p>
        ))}
      </td>
      <td>
        {added.map((one) => (
          <p key={one}>
            <ins>{name(one)}</ins>
          </p>
        ))}
      </td>
    </>
  );
}

function TextCells({ context, choices, change }: CellsProps) {
  const { field, locale, before, after } = change;
  const show = (value: string | null) => (value ? readable(context, choices, field, value) : '');
  const { start, removed, added, end } = changedWords(show(before), show(after));
  const lang = locale?.toLowerCase();
  return (
    <>
      <td lang={lang} class="changes__text">
        {before ? (
          <>
            {start}
            {removed && <del>{removed}</del>}
            {end}
          </>
        ) : (
          <span class="count">{context.t('changes.nothing')}</span>
        )}
      </td>
      <td lang={lang} class="changes__text">
        {after ? (
          <>
            {start}
            {added && <ins>{added}</ins>}
            {end}
          </>
        ) : (
          <span class="count">{context.t('changes.nothing')}</span>
        )}
      </td>
    </>
  );
}
