import type { PageContext } from '../page-context.js';
import type { WorkedOn } from './editor-view.js';
import type { Revisions } from './history.page.js';
import { recordPath } from './record-header.js';

interface TableProps {
  readonly context: PageContext;
  readonly record: WorkedOn;
  readonly revisions: Revisions;
}

type Revision = Revisions['nodes'][number];

/** Every step, latest first; two can be chosen to be compared. */
export function RevisionTable({ context, record, revisions: { nodes } }: TableProps) {
  const { t } = context;
  const [latest, before] = nodes;
  const chosen = (name: string, otherwise: Revision | undefined) =>
    Number(context.query.get(name)) || otherwise?.number;
  const from = chosen('from', before ?? latest);
  const to = chosen('to', latest);
  return (
    <form method="get" action={context.to(context.path)}>
      {context.query.get('after') && (
        <input type="hidden" name="after" value={context.query.get('after') ?? ''} />
      )}
      <table class="revisions">
        <caption class="visually-hidden">{t('history.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history.compareFrom')}</th>
            <th scope="col">{t('history.compareTo')}</th>
            <th scope="col">{t('history.step')}</th>
            <th scope="col">{t('history.who')}</th>
            <th scope="col">{t('history.when')}</th>
            <th scope="col">{t('history.note')}</th>
          </tr>
        </thead>
        <tbody>
          {gathered(nodes, context.query.has('all'), [from, to]).map(
            ({ revision, before: saves }) => (
              <Row
                key={revision.number}
                saves={saves}
                context={context}
                record={record}
                revision={revision}
                isFrom={revision.number === from}
                isTo={revision.number === to}
              />
            ),
          )}
        </tbody>
      </table>
      <p class="writing__buttons">
        <button type="submit" class="button button--quiet">
          {t('history.compare')}
        </button>
        <a href={`${context.to(context.path)}?all=yes`}>{t('history.showAll')}</a>
      </p>
    </form>
  );
}

interface RowProps extends Omit<TableProps, 'revisions'> {
  readonly revision: Revision;
  /** How many it stands for besides itself. */
  readonly saves: number;
  readonly isFrom: boolean;
  readonly isTo: boolean;
}

function Row({ context, record, revision, saves, isFrom, isTo }: RowProps) {
  const { t, texts } = context;
  const { number, action, by, at, note } = revision;
  const named = `${number} · ${t(`revision.${action}`)}`;
  const choice = (name: 'from' | 'to', isChosen: boolean) => (
    <td>
      <input
        type="radio"
        name={name}
        value={number}
        checked={isChosen}
        aria-label={`${t(name === 'from' ? 'history.compareFrom' : 'history.compareTo')}: ${named}`}
      />
    </td>
  );
  const restore = `/steps/restore?revision=${number}`;
  return (
    <tr>
      {choice('from', isFrom)}
      {choice('to', isTo)}
      <th scope="row">
        {named}
        {saves > 0 && <span class="count"> {t('history.saves', { count: saves })}</span>}
        {mayRestore(record, revision) && (
          <>
            <br />
            <a href={context.to(recordPath(record.id, restore))}>{t('history.restore')}</a>
          </>
        )}
      </th>
      <td>{by ? by.name : t('history.hub')}</td>
      <td>
        <time dateTime={at}>{texts.moment(at)}</time>
      </td>
      <td class="changes__text">{note}</td>
    </tr>
  );
}

/** Not the present one, and nothing while reviewers read or when it is gone for good. */
const mayRestore = ({ version, draft, status }: WorkedOn, { number }: Revision): boolean =>
  number !== version && draft?.status !== 'IN_REVIEW' && status !== 'WITHDRAWN';

interface Gathered {
  readonly revision: Revision;
  readonly before: number;
}

/** A draft that saves itself leaves many steps: those of one person in a row stand as their last. */
function gathered(
  nodes: readonly Revision[],
  isWhole: boolean,
  chosen: readonly (number | undefined)[],
): readonly Gathered[] {
  const rows: { revision: Revision; before: number }[] = [];
  for (const revision of nodes) {
    const last = rows.at(-1);
    const isFolded = !isWhole && !chosen.includes(revision.number);
    if (last && isFolded && isSameSave(last.revision, revision)) last.before += 1;
    else rows.push({ revision, before: 0 });
  }
  return rows;
}

const isSameSave = (later: Revision, earlier: Revision): boolean =>
  [later, earlier].every(({ action, note }) => action === 'SAVED' && !note) &&
  later.by?.id === earlier.by?.id;
