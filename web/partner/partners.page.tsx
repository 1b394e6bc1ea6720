import { keptNowhere } from '../account/private-page.js';
import { DoneNotice } from '../form/done-notice.js';
import { FaultSummary } from '../form/fault-summary.js';
import { CursorPager } from '../layout/cursor-pager.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { institutionsOf } from '../workspace/institutions.js';
import {
  faultsIn,
  givenIn,
  type PartnerPage,
  partnerAddress,
  readPartners,
  type SentForm,
} from './partner-data.js';
import { PartnerFields } from './partner-fields.js';

/** Who shows the hub's answers on sites of their own. */
export const partnersPage = (context: PageContext): Promise<PageAnswer> =>
  renderPartners(context, null);

export async function renderPartners(
  context: PageContext,
  sent: SentForm | null,
): Promise<PageAnswer> {
  const { t } = context;
  const partners = await readPartners(context);
  const institutions = await institutionsOf(context);
  const faults = faultsIn(sent, 'register');
  const answer = renderDocument(context, {
    title: t('partners.title'),
    description: t('partners.lead'),
    status: faults.length > 0 ? 422 : 200,
    isIndexed: false,
    islands: ['item'],
    children: (
      <div class="page page--narrow">
        <h1>{t('partners.title')}</h1>
        <p class="lead">{t('partners.lead')}</p>
        <FaultSummary context={context} faults={faults} />
        <DoneNotice context={context} deeds={['remove']} textOf={() => t('partners.removed')} />
        <PartnerList context={context} partners={partners} />
        <section aria-labelledby="register">
          <h2 id="register">{t('partners.register')}</h2>
          <form method="post" action={context.to('/partners')} class="form">
            <PartnerFields
              context={context}
              faults={faults}
              given={givenIn(sent, 'register')}
              institutions={institutions}
            />
            <button type="submit" class="button">
              {t('partners.registerSubmit')}
            </button>
          </form>
        </section>
      </div>
    ),
  });
  return keptNowhere(answer);
}

interface PartnerListProps {
  readonly context: PageContext;
  readonly partners: PartnerPage;
}

function PartnerList({ context, partners }: PartnerListProps) {
  const { t, texts } = context;
  if (partners.totalCount === 0) return <p>{t('partners.none')}</p>;
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">{t('partners.count', { count: partners.totalCount })}</h2>
      <ul class="people">
        {partners.nodes.map(({ id, name, actor, origins, keys }) => (
          <li key={id} class="person">
            <div>
              <strong>
                <a href={partnerAddress(context, id)}>{name}</a>
              </strong>
              <p class="person__facts">
                <span>{actor?.name ?? t('partner.noActor')}</span>
                <span>{origins.length > 0 ? texts.list(origins) : t('partner.noOrigins')}</span>
                <span>{t('partner.keyCount', { count: keys.length })}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <CursorPager context={context} pageInfo={partners.pageInfo} />
    </section>
  );
}
