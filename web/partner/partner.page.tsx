import { keptNowhere } from '../account/private-page.js';
import { DoneNotice } from '../form/done-notice.js';
import { FaultSummary } from '../form/fault-summary.js';
import { ShownOnce } from '../form/shown-once.js';
import { Breadcrumbs } from '../layout/breadcrumbs.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { type InstitutionOption, institutionsOf } from '../workspace/institutions.js';
import {
  faultsIn,
  givenIn,
  type PartnerView,
  partnerAddress,
  readPartner,
  type SentForm,
} from './partner-data.js';
import { PartnerFields } from './partner-fields.js';
import { PartnerKeys } from './partner-keys.js';
import { QueryForm } from './query-form.js';
import { QueryList } from './query-list.js';
import { UsageSection } from './usage-section.js';

const DONE = ['register', 'change', 'revoke', 'query', 'status'] as const;

/** One partner: its sites, its keys, its queries, and what they ask for. */
export const partnerPage = (context: PageContext): Promise<PageAnswer> => renderPartner(context);

interface Outcome {
  readonly sent?: SentForm | null;
  /** A key that was just made. */
  readonly secret?: string | null;
}

export async function renderPartner(
  context: PageContext,
  { sent = null, secret = null }: Outcome = {},
): Promise<PageAnswer> {
  const { t } = context;
  const partner = await readPartner(context);
  const institutions = await institutionsOf(context);
  const view: PartnerView = { context, partner, sent };
  const answer = renderDocument(context, {
    title: partner.name,
    description: t('partners.lead'),
    status: sent ? 422 : 200,
    isIndexed: false,
    islands: ['item'],
    children: (
      <div class="page page--narrow">
        <Breadcrumbs context={context} trail={[{ name: t('partners.title'), path: '/partners' }]} />
        <h1>{partner.name}</h1>
        <FaultSummary context={context} faults={sent?.faults ?? []} />
        {!sent && !secret && (
          <DoneNotice context={context} deeds={DONE} textOf={(deed) => t(`partner.done.${deed}`)} />
        )}
        {secret && (
          <ShownOnce
            context={context}
            title={t('partnerKey.madeTitle')}
            message={t('partnerKey.madeOnce')}
            secret={secret}
          />
        )}
        <Facts {...view} institutions={institutions} />
        <PartnerKeys {...view} />
        <QueryList {...view} />
        <QueryForm {...view} />
        <UsageSection {...view} />
        <Removal {...view} />
      </div>
    ),
  });
  return keptNowhere(answer);
}

interface FactsProps extends PartnerView {
  readonly institutions: readonly InstitutionOption[];
}

function Facts({ context, partner, sent, institutions }: FactsProps) {
  const { t } = context;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('partner.facts')}</h2>
      <form method="post" action={partnerAddress(context, partner.id)} class="form">
        <PartnerFields
          context={context}
          faults={faultsIn(sent, 'change')}
          given={givenIn(sent, 'change')}
          institutions={institutions}
          partner={partner}
        />
        <input type="hidden" name="version" value={partner.version} />
        <button type="submit" class="button" name="do" value="change">
          {t('partner.save')}
        </button>
      </form>
    </section>
  );
}

function Removal({ context, partner: { id, name, version } }: PartnerView) {
  const { t } = context;
  return (
    <section aria-labelledby="removal">
      <h2 id="removal">{t('partner.removeTitle')}</h2>
      <details class="confirm">
        <summary class="button button--quiet">{t('partner.remove')}</summary>
        <form method="post" action={partnerAddress(context, id)}>
          <p>{t('partner.removeQuestion', { name })}</p>
          <input type="hidden" name="version" value={version} />
          <button type="submit" class="button button--danger" name="do" value="remove">
            {t('partner.removeNamed', { name })}
          </button>
        </form>
      </details>
    </section>
  );
}
