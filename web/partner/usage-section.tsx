import type { PageContext } from '../page-context.js';
import type { PartnerView, Usage } from './partner-data.js';
import { UsagePlot } from './usage-plot.js';

interface Row {
  readonly name: string;
  readonly requests: number;
  readonly cost: number;
}

/** What was asked for in the last thirty days: a plot, and all of it as numbers. */
export function UsageSection({ context, partner: { usage } }: PartnerView) {
  const { t, texts } = context;
  return (
    <section aria-labelledby="usage">
      <h2 id="usage">{t('usage.title')}</h2>
      {usage.requests === 0 ? (
        <p>{t('usage.none', { days: texts.days(usage.since, usage.until) })}</p>
      ) : (
        <>
          <p>
            {t('usage.total', {
              count: usage.requests,
              requests: texts.number(usage.requests),
              cost: texts.number(usage.cost),
              days: texts.days(usage.since, usage.until),
            })}
          </p>
          <UsagePlot context={context} usage={usage} />
          <details>
            <summary>{t('usage.byDay')}</summary>
            <UsageTable
              context={context}
              caption={t('usage.byDay')}
              head={t('usage.day')}
              rows={usage.days.map(({ day, ...counts }) => ({ name: texts.day(day), ...counts }))}
            />
          </details>
          <UsageTable
            context={context}
            caption={t('usage.byQuery')}
            head={t('usage.query')}
            rows={byQuery(context, usage)}
          />
          <UsageTable
            context={context}
            caption={t('usage.byOrigin')}
            head={t('usage.origin')}
            rows={byOrigin(context, usage)}
          />
        </>
      )}
    </section>
  );
}

const byQuery = ({ t }: PageContext, { queries }: Usage): readonly Row[] =>
  queries.map(({ query, ...counts }) => ({ name: query ?? t('usage.ownOperations'), ...counts }));

const byOrigin = ({ t }: PageContext, { origins }: Usage): readonly Row[] =>
  origins.map(({ origin, ...counts }) => ({
    name: origin === '*' ? t('usage.otherOrigins') : (origin ?? t('usage.servers')),
    ...counts,
  }));

interface UsageTableProps {
  readonly context: PageContext;
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly Row[];
}

function UsageTable({ context, caption, head, rows }: UsageTableProps) {
  const { t, texts } = context;
  return (
    <table class="usage">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('usage.requests')}</th>
          <th scope="col">{t('usage.cost')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, requests, cost }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{texts.number(requests)}</td>
            <td>{texts.number(cost)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
