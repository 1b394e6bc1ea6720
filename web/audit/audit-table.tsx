import type { PageContext } from '../page-context.js';
import type { AuditEntry } from './audit-filter.js';

interface AuditTableProps {
  readonly context: PageContext;
  readonly entries: readonly AuditEntry[];
}

/** Wider than a phone: it moves sideways in a frame of its own; the links in it take the keyboard there. */
export function AuditTable({ context, entries }: AuditTableProps) {
  const { t } = context;
  return (
    <div class="audit__table">
      <table>
        <caption class="visually-hidden">{t('audit.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.action')}</th>
            <th scope="col">{t('audit.outcome')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.target')}</th>
            <th scope="col">{t('audit.note')}</th>
            <th scope="col">{t('audit.network')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <AuditRow key={entry.id} context={context} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface AuditRowProps extends Pick<AuditTableProps, 'context'> {
  readonly entry: AuditEntry;
}

function AuditRow({ context, entry }: AuditRowProps) {
  const { t, texts } = context;
  const { at, action, outcome, memberId, target, note, address } = entry;
  return (
    <tr>
      <td>
        <time dateTime={at}>{texts.moment(at)}</time>
      </td>
      <td>
        <a href={narrowed(context, 'action', action)}>
          <code>{action}</code>
        </a>
      </td>
      <td>{t(`audit.outcome.${outcome}`)}</td>
      <td>
        {memberId ? (
          <a href={narrowed(context, 'memberId', memberId)}>{memberId}</a>
        ) : (
          t('audit.stranger')
        )}
      </td>
      <td>{target}</td>
      <td>{note}</td>
      <td>{address}</td>
    </tr>
  );
}

/** The same list with one filter more. */
function narrowed(context: PageContext, name: string, value: string): string {
  const query = new URLSearchParams(context.query);
  query.delete('after');
  query.set(name, value);
  return `${context.to('/audit')}?${query}`;
}
