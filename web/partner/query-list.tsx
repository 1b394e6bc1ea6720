import { HiddenFields } from '../form/hidden-fields.js';
import type { PageContext } from '../page-context.js';
import { type KeptQuery, type PartnerView, partnerAddress } from './partner-data.js';

/** What the partner's pages ask for by name. */
export function QueryList({ context, partner }: PartnerView) {
  const { t } = context;
  return (
    <section aria-labelledby="queries">
      <h2 id="queries">{t('query.title')}</h2>
      <p>{t('query.lead')}</p>
      {partner.storedQueries.length === 0 && <p>{t('query.none')}</p>}
      <ul class="people">
        {partner.storedQueries.map((query) => (
          <QueryEntry
            key={query.id}
            context={context}
            address={partnerAddress(context, partner.id)}
            query={query}
          />
        ))}
      </ul>
    </section>
  );
}

interface QueryEntryProps {
  readonly context: PageContext;
  readonly address: string;
  readonly query: KeptQuery;
}

function QueryEntry({ context, address, query }: QueryEntryProps) {
  const { t, texts } = context;
  const { id, title, status, variables, lastUsedAt } = query;
  const open = variables.filter(({ isOpen }) => isOpen).map(({ name }) => name);
  return (
    <li class="person">
      <div>
        <strong>{title}</strong> <code>{id}</code>{' '}
        <span class="tag">{t(`queryStatus.${status}`)}</span>
        <p class="person__facts">
          {open.length > 0 && <span>{t('query.openVariables', { names: texts.list(open) })}</span>}
          <span>
            {lastUsedAt ? t('query.used', { moment: texts.moment(lastUsedAt) }) : t('query.unused')}
          </span>
        </p>
      </div>
      <div class="form__buttons">
        {status === 'ACTIVE' && (
          <a
            class="button button--quiet"
            href={`${context.to('/embed-this')}?what=stored&stored=${id}`}
          >
            {t('query.embed')}
            <span class="visually-hidden">: {title}</span>
          </a>
        )}
        {status !== 'RETIRED' && (
          <a class="button button--quiet" href={`${address}?query=${id}#query`}>
            {t('query.edit')}
            <span class="visually-hidden">: {title}</span>
          </a>
        )}
        <StatusForm context={context} address={address} query={query} />
      </div>
    </li>
  );
}

/** To retire is asked for once more: pages that show the query go empty. */
function StatusForm({ context, address, query: { id, title, version, status } }: QueryEntryProps) {
  const { t } = context;
  const fields: readonly (readonly [string, string])[] = [
    ['do', 'status'],
    ['id', id],
    ['version', String(version)],
  ];
  if (status === 'ACTIVE') {
    return (
      <details class="confirm">
        <summary class="button button--quiet" aria-label={`${t('query.retire')}: ${title}`}>
          {t('query.retire')}
        </summary>
        <form method="post" action={address}>
          <p>{t('query.retireQuestion', { title })}</p>
          <HiddenFields fields={fields} />
          <button type="submit" class="button button--danger" name="status" value="RETIRED">
            {t('query.retireNamed', { title })}
          </button>
        </form>
      </details>
    );
  }
  const next = status === 'DRAFT' ? 'ACTIVE' : 'DRAFT';
  return (
    <form method="post" action={address}>
      <HiddenFields fields={fields} />
      <button
        type="submit"
        class="button button--quiet"
        name="status"
        value={next}
        aria-label={`${t(`query.to.${next}`)}: ${title}`}
      >
        {t(`query.to.${next}`)}
      </button>
    </form>
  );
}
