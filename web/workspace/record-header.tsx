import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { LOCALES } from '../locales.js';
import type { PageContext } from '../page-context.js';
import type { TextKey } from '../texts/texts.js';

export type RecordState = OperationTypes['records']['data']['editorialRecords']['nodes'][number];

export const recordPath = (id: string, rest = ''): string =>
  `/workspace/${encodeURIComponent(id)}${rest}`;

interface RecordHeaderProps {
  readonly context: PageContext;
  readonly record: RecordState;
  /** Of the page; the record's own title stands before it. */
  readonly title: string;
  readonly isPlain?: boolean;
}

/** Which record it is, where it stands, and its pages for those who work on it. */
export function RecordHeader({ context, record, title, isPlain }: RecordHeaderProps) {
  const { t } = context;
  return (
    <header class="record-header">
      <p class="record-header__line">
        <a href={context.to('/workspace')}>{t('workspace.title')}</a>
        <span class="kind" data-kind={record.kind}>
          {t(`kind.${record.kind}`)}
        </span>
        {record.institution && <span>{record.institution.name}</span>}
      </p>
      <h1>{title}</h1>
      <Standing context={context} record={record} />
      {!isPlain && <RecordTabs context={context} record={record} />}
    </header>
  );
}

/** Where a record stands, and its next version beside it. */
export function Standing({ context, record }: Pick<RecordHeaderProps, 'context' | 'record'>) {
  const { t, texts } = context;
  const { draft, status, isReviewDue, reviewBy } = record;
  const isPublic = record.publishedAt !== null;
  return (
    <p class="standing">
      {(isPublic || !draft) && <span class="tag">{t(`status.${status}`)}</span>}
      {draft && (
        <span class="tag tag--open">
          {isPublic
            ? t('workspace.nextVersion', { status: t(`status.${draft.status}` as TextKey) })
            : t(`status.${draft.status}` as TextKey)}
        </span>
      )}
      {draft?.assignee && <span>{t('workspace.reviewer', { name: draft.assignee.name })}</span>}
      {isReviewDue && reviewBy && (
        <span class="tag tag--due">{t('workspace.reviewDue', { day: texts.day(reviewBy) })}</span>
      )}
    </p>
  );
}

/** To write, to see, to translate, to look back. */
function RecordTabs({ context, record }: Pick<RecordHeaderProps, 'context' | 'record'>) {
  const { t } = context;
  const own = recordPath(record.id);
  const tabs: readonly (readonly [string, string])[] = [
    [own, t('editor.tab')],
    ...(record.draft ? [[`${own}/preview`, t('preview.tab')] as const] : []),
    ...(record.draft ? [[`${own}/translations`, t('translations.tab')] as const] : []),
    ...(record.draft ? [[`${own}/attachments`, t('attachments.tab')] as const] : []),
    [`${own}/history`, t('history.tab')],
  ];
  const isCurrent = (path: string) =>
    context.path === path || (path.endsWith('translations') && context.path.startsWith(path));
  return (
    <nav class="tabs" aria-label={t('workspace.tabs')}>
      <ul>
        {tabs.map(([path, name]) => (
          <li key={path}>
            <a href={context.to(path)} aria-current={isCurrent(path) ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
        {record.status === 'PUBLISHED' && (
          <li>
            <a href={context.to(`/items/${encodeURIComponent(record.slug)}`)}>
              {t('workspace.public')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The languages that a record can be translated into. */
export const otherLocales = (original: string) =>
  LOCALES.filter((locale) => locale !== original.toLowerCase());
