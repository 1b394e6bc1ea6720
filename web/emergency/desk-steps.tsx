import { langOf } from '../item/item-data.js';
import { languageNotices } from '../item/item-notices.js';
import { StepRow } from '../item/protocol-steps.js';
import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';
import type { DeskList, ProtocolPart } from './desk-list.js';
import type { DeskProtocol } from './desk-protocols.js';

interface DeskListProps {
  readonly context: PageContext;
  readonly list: DeskList;
}

/** The steps by stage and protocol, each with a box to tick. */
export function DeskSteps({ context, list }: DeskListProps) {
  const { t } = context;
  return list.stages.map(({ stage, parts }) => (
    <section key={stage} class="steps desk__stage">
      <h2>{stage ? t(`stage.${stage}`) : t('protocol.otherSteps')}</h2>
      {parts.map((part) => (
        <ProtocolSection key={part.protocol.id} context={context} part={part} />
      ))}
    </section>
  ));
}

interface ProtocolSectionProps {
  readonly context: PageContext;
  readonly part: ProtocolPart;
}

function ProtocolSection({ context, part: { protocol, steps } }: ProtocolSectionProps) {
  return (
    <section>
      <h3>
        <ProtocolLink context={context} protocol={protocol} />
      </h3>
      <Notices context={context} protocol={protocol} />
      <ol>
        {steps.map((step) => (
          <StepRow key={step.number} context={context} step={step} />
        ))}
      </ol>
    </section>
  );
}

/** Protocols that are in force and give no steps: they have to be read. */
export function ProtocolsWithoutSteps({ context, list }: DeskListProps) {
  if (list.withoutSteps.length === 0) return null;
  return (
    <section>
      <h2>{context.t('emergency.withoutSteps')}</h2>
      <ul>
        {list.withoutSteps.map((protocol) => (
          <li key={protocol.id}>
            <ProtocolLink context={context} protocol={protocol} />
            <Notices context={context} protocol={protocol} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ProtocolLinkProps {
  readonly context: PageContext;
  readonly protocol: DeskProtocol;
}

export function ProtocolLink({ context, protocol }: ProtocolLinkProps) {
  const { slug, title, shownIn } = protocol;
  return (
    <a href={context.to(`/items/${slug}`)} lang={langOf(context, shownIn.locale)}>
      {title}
    </a>
  );
}

function Notices({ context, protocol }: ProtocolLinkProps) {
  const lines = languageNotices(context, protocol.shownIn);
  if (lines.length === 0) return null;
  return (
    <p class="notice">
      <Icon name="notice" />
      <span>{lines.join(' ')}</span>
    </p>
  );
}

/** What the steps work with. */
export function DeskTools({ context, list }: DeskListProps) {
  if (list.tools.length === 0) return null;
  return (
    <section>
      <h2>{context.t('emergency.tools')}</h2>
      <ul>
        {list.tools.map(({ tool, protocol }) => (
          <li key={tool + protocol.id}>
            {tool} · <ProtocolLink context={context} protocol={protocol} />
          </li>
        ))}
      </ul>
    </section>
  );
}
