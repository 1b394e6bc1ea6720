import type { PageContext } from '../page-context.js';
import { type CaseStudyItem, type ItemProps, langOfText } from './item-data.js';
import { Part } from './part.js';
import { ResultsTable } from './results-table.js';

/** What was done somewhere: the situation, the way, the time, and what came of it. */
export function CaseStudy({ context, item }: ItemProps<CaseStudyItem>) {
  const { t } = context;
  const lang = (field: string) => langOfText({ context, item }, field);
  return (
    <>
      <Part title={t('experience.context')} text={item.context} lang={lang('context')} />
      <Part title={t('experience.approach')} text={item.approach} lang={lang('approach')} />
      <Part title={t('experience.period')} text={periodOf(context, item)} />
      <ResultsTable context={context} results={item.results} />
    </>
  );
}

/** When it took place and whether it goes on, as far as is known. */
function periodOf({ t, texts }: PageContext, item: CaseStudyItem): string | null {
  const { startDate: from, endDate: to } = item;
  const parts: string[] = [];
  if (from && to) parts.push(texts.days(from, to));
  else if (from) parts.push(t('experience.periodFrom', { from: texts.day(from) }));
  else if (to) parts.push(t('experience.periodTo', { to: texts.day(to) }));
  if (item.stillRunning) parts.push(t('experience.stillRunning'));
  else if (item.stillRunning === false && !to) parts.push(t('experience.ended'));
  return parts.length > 0 ? parts.join(' · ') : null;
}
