import { Icon } from '../layout/icon.js';
import { type ItemProps, langOfText, type ProtocolItem } from './item-data.js';
import { Part } from './part.js';
import { ProtocolSteps } from './protocol-steps.js';

/** What it is for, the steps as a list to tick, and its editions. */
export function Protocol({ context, item }: ItemProps<ProtocolItem>) {
  const { t } = context;
  const lang = (field: string) => langOfText({ context, item }, field);
  return (
    <>
      <Part title={t('protocol.purpose')} text={item.purpose} lang={lang('purpose')} />
      <Part title={t('protocol.scope')} text={item.scope} lang={lang('scope')} />
      <Part title={t('protocol.legalBasis')} text={item.legalBasis} lang={lang('legalBasis')} />
      <ProtocolSteps context={context} steps={item.steps} />
      <Editions context={context} item={item} />
    </>
  );
}

/** Which edition this is, and whether it is the one in force. */
export function EditionStatus({ context, item }: ItemProps<ProtocolItem>) {
  return (
    <p class="edition">
      {item.edition && <strong>{item.edition}</strong>}
      <EditionTag context={context} edition={item} />
    </p>
  );
}

type Edition = ProtocolItem['editions'][number];

interface EditionTagProps {
  readonly context: ItemProps['context'];
  readonly edition: Pick<Edition, 'inForce' | 'inForceFrom'>;
}

function EditionTag({ context: { t, texts }, edition: { inForce, inForceFrom } }: EditionTagProps) {
  if (!inForce) return <span class="tag">{t('protocol.notInForceShort')}</span>;
  return (
    <span class="tag tag--good">
      <Icon name="check" />
      {inForceFrom
        ? t('protocol.inForceSince', { day: texts.day(inForceFrom) })
        : t('protocol.inForce')}
    </span>
  );
}

/** Nobody should follow an edition that is not in force without knowing it. */
export function EditionNotice({ context, item }: ItemProps<ProtocolItem>) {
  if (item.inForce) return null;
  const { t } = context;
  const current = item.editions.find(({ inForce }) => inForce);
  return (
    <div class="notice notice--strong">
      <Icon name="notice" />
      <p>
        <strong>{t('protocol.notInForce')}</strong>{' '}
        {current ? (
          <a href={context.to(`/items/${current.slug}`)}>
            {t('protocol.toInForce')}
            {current.edition && ` (${current.edition})`}
          </a>
        ) : (
          t('protocol.noneInForce')
        )}
      </p>
    </div>
  );
}

function Editions({ context, item }: ItemProps<ProtocolItem>) {
  if (item.editions.length < 2) return null;
  const { t } = context;
  return (
    <section>
      <h2>{t('protocol.editions')}</h2>
      <ul class="editions">
        {item.editions.map((edition) => (
          <li key={edition.id}>
            <a
              href={context.to(`/items/${edition.slug}`)}
              aria-current={edition.id === item.id ? 'page' : undefined}
            >
              {edition.edition ?? edition.slug}
            </a>
            {edition.id === item.id && <span>({t('protocol.thisEdition')})</span>}
            <EditionTag context={context} edition={edition} />
          </li>
        ))}
      </ul>
    </section>
  );
}
