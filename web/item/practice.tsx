import { type ItemProps, langOfText, type PracticeItem } from './item-data.js';
import { Part, Points } from './part.js';
import { ResultsTable } from './results-table.js';

/** A way of doing something: what it solves, how, what helped, and what others need. */
export function Practice({ context, item }: ItemProps<PracticeItem>) {
  const { t } = context;
  const lang = (field: string) => langOfText({ context, item }, field);
  return (
    <>
      <Part title={t('experience.problem')} text={item.problem} lang={lang('problem')} />
      <Part title={t('experience.approach')} text={item.approach} lang={lang('approach')} />
      <Points title={t('experience.enablers')} points={item.enablers} lang={lang('enablers')} />
      <Points title={t('experience.obstacles')} points={item.obstacles} lang={lang('obstacles')} />
      <Part
        title={t('experience.replicability')}
        text={item.replicability}
        lang={lang('replicability')}
      />
      <ResultsTable context={context} results={item.results} />
    </>
  );
}
