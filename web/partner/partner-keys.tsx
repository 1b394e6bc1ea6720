import type { PageContext } from '../page-context.js';
import { type PartnerKey, type PartnerView, partnerAddress } from './partner-data.js';

const KINDS = ['PUBLIC', 'SECRET'] as const;
const MOST_OF_KIND = 2;

/** The keys that hold, and how to make another. */
export function PartnerKeys({ context, partner }: PartnerView) {
  const { t } = context;
  const address = partnerAddress(context, partner.id);
  const full = KINDS.filter(
    (kind) => partner.keys.filter((key) => key.kind === kind).length >= MOST_OF_KIND,
  );
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{t('partnerKey.title')}</h2>
      <p>{t('partnerKey.lead')}</p>
      {partner.keys.length === 0 && <p>{t('partnerKey.none')}</p>}
      <ul class="people">
        {partner.keys.map((key) => (
          <KeyEntry key={key.id} context={context} address={address} entry={key} />
        ))}
      </ul>
      {full.length > 0 && <p class="field__hint">{t('partnerKey.full')}</p>}
      <form method="post" action={address} class="form__buttons">
        <input type="hidden" name="do" value="key" />
        {KINDS.filter((kind) => !full.includes(kind)).map((kind) => (
          <button key={kind} type="submit" class="button button--quiet" name="kind" value={kind}>
            {t(`partnerKey.create.${kind}`)}
          </button>
        ))}
      </form>
    </section>
  );
}

interface KeyEntryProps {
  readonly context: PageContext;
  readonly address: string;
  readonly entry: PartnerKey;
}

function KeyEntry({ context, address, entry }: KeyEntryProps) {
  const { t, texts } = context;
  const { id, kind, prefix, lastFour, createdAt, lastUsedAt } = entry;
  const name = `${prefix}…${lastFour}`;
  return (
    <li class="person">
      <div>
        <strong>{t(`partnerKey.kind.${kind}`)}</strong> <code>{name}</code>
        <p class="person__facts">
          <span>{t('partnerKey.made', { day: texts.day(createdAt) })}</span>
          <span>
            {lastUsedAt
              ? t('partnerKey.used', { moment: texts.moment(lastUsedAt) })
              : t('partnerKey.unused')}
          </span>
        </p>
      </div>
      <details class="confirm">
        <summary class="button button--quiet" aria-label={t('partnerKey.revokeNamed', { name })}>
          {t('partnerKey.revoke')}
        </summary>
        <form method="post" action={address}>
          <p>{t('partnerKey.revokeQuestion')}</p>
          <input type="hidden" name="do" value="revoke" />
          <button type="submit" class="button button--danger" name="key" value={id}>
            {t('partnerKey.revokeNamed', { name })}
          </button>
        </form>
      </details>
    </li>
  );
}
