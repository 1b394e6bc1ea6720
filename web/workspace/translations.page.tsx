import { notFoundPage, signInAddress } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import { OWN_NAMES } from '../locales.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import type { WorkedOn, WorkedOnDraft } from './editor-view.js';
import { localeOf } from './problem-texts.js';
import { readRecord } from './record.page.js';
import { otherLocales, RecordHeader, recordPath } from './record-header.js';

/** Which translations a record has, and where each stands. */
export async function translationsPage(context: PageContext): Promise<PageAnswer> {
  if (!context.viewer) return seeOther(signInAddress(context));
  const record = await readRecord(context);
  const draft = record?.draft;
  if (!record || !draft) return notFoundPage(context);
  const { t } = context;
  return renderDocument(context, {
    title: t('translations.title'),
    description: t('translations.lead'),
    isIndexed: false,
    hasHeaderSearch: false,
    children: (
      <div class="page">
        <RecordHeader context={context} record={record} title={t('translations.title')} />
        <p>{t('translations.lead')}</p>
        <Languages context={context} record={record} draft={draft} />
      </div>
    ),
  });
}

interface LanguagesProps {
  readonly context: PageContext;
  readonly record: WorkedOn;
  readonly draft: WorkedOnDraft;
}

function Languages({ context, record, draft }: LanguagesProps) {
  const { t } = context;
  const original = draft.content.originalLocale ?? 'ES';
  return (
    <ul class="records">
      {otherLocales(original).map((locale) => {
        const state = draft.textStates.find((one) => one.locale.toLowerCase() === locale);
        const isUnfinished = draft.missing.some((one) => localeOf(one) === locale);
        const address = recordPath(record.id, `/translations/${locale}`);
        return (
          <li key={locale}>
            <h2>
              <a href={context.to(address)} lang={locale}>
                {OWN_NAMES[locale]}
              </a>
            </h2>
            <p class="standing">
              <span class="tag">
                {state ? t(`translation.${state.status}`) : t('translations.none')}
              </span>
              {state?.isStale && <span class="tag tag--due">{t('translations.stale')}</span>}
              {isUnfinished && <span class="tag tag--due">{t('translations.unfinished')}</span>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
