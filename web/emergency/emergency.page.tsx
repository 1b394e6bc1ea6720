import type { KnowledgeFilter } from '../../schema/operations/operation-types.js';
import { refusedPage } from '../failure/failure.page.js';
import { ItemCard } from '../item/item-card.js';
import { renderDocument } from '../layout/document.js';
import { Icon } from '../layout/icon.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { type DeskChoice, deskAddress, optionsOf, readChoice } from './desk-choice.js';
import { DeskContacts } from './desk-contacts.js';
import { DeskForm } from './desk-form.js';
import { type DeskList, listFor } from './desk-list.js';
import { DeskOverview } from './desk-overview.js';
import { protocolsInForce } from './desk-protocols.js';
import { DeskSteps, DeskTools, ProtocolsWithoutSteps } from './desk-steps.js';

/** What to do, with whom and who has done it before, for one hazard, stage and role. */
export async function emergencyPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const protocols = await protocolsInForce(context);
  const options = optionsOf(protocols, context.locale);
  const choice = readChoice(context.query, protocols, options);
  if (!choice) return refusedPage(context);
  const list = listFor(protocols, choice);
  const named = namesOf(context, choice);
  const hasSteps = list.stages.length > 0;
  const peers = await findPeers(context, choice);
  return renderDocument(context, {
    title: [t('emergency.title'), ...named].join(' · '),
    description: t('emergency.lead'),
    section: '/emergency',
    islands: ['item', 'emergency'],
    children: (
      <div class="page desk">
        <h1>{t('emergency.title')}</h1>
        <p class="lead" data-no-print>
          {t('emergency.lead')}
        </p>
        <DeskForm context={context} options={options} choice={choice} />
        {named.length > 0 && <Chosen context={context} choice={choice} list={list} names={named} />}
        {peers && <Peers context={context} peers={peers} choice={choice} />}
        {(named.length === 0 || !hasSteps) && (
          <DeskOverview context={context} protocols={protocols} options={options} />
        )}
      </div>
    ),
  });
}

interface ChosenProps {
  readonly context: PageContext;
  readonly choice: DeskChoice;
  readonly list: DeskList;
  readonly names: readonly string[];
}

/** The list itself, made to be printed. */
function Chosen({ context, choice, list, names }: ChosenProps) {
  const { t } = context;
  const count = list.stages
    .flatMap(({ parts }) => parts)
    .reduce((sum, { steps }) => sum + steps.length, 0);
  return (
    <>
      <div class="desk__chosen">
        <p>
          <strong>{names.join(' · ')}</strong>
          <span class="count"> {t('emergency.stepCount', { count })}</span>
        </p>
        <button type="button" class="button button--quiet" data-print data-no-print hidden>
          <Icon name="print" />
          {t('item.print')}
        </button>
      </div>
      <p class="desk__printed">
        {t('emergency.printed')} <span data-print-day>____________</span> ·{' '}
        {context.absolute(context.to(deskAddress(choice)))}
      </p>
      {count === 0 && (
        <p class="notice">
          <Icon name="notice" />
          <span>{t('emergency.none')}</span>
        </p>
      )}
      <DeskSteps context={context} list={list} />
      <ProtocolsWithoutSteps context={context} list={list} />
      <DeskTools context={context} list={list} />
      <DeskContacts context={context} list={list} />
    </>
  );
}

const namesOf = ({ t }: PageContext, { hazard, stage, role }: DeskChoice): readonly string[] => [
  ...(hazard ? [hazard.name] : []),
  ...(stage ? [t(`stage.${stage}`)] : []),
  ...(role ? [role.name] : []),
];

const MOST_PEERS = 6;

const findPeers = async (context: PageContext, choice: DeskChoice) =>
  choice.hazard || choice.stage
    ? (await context.ask('items', { filter: peersOf(choice), first: MOST_PEERS })).knowledgeItems
    : null;

const peersOf = ({ hazard, stage }: DeskChoice): KnowledgeFilter => ({
  kinds: ['CASE_STUDY', 'BEST_PRACTICE'],
  hazards: hazard ? [hazard.value] : [],
  stages: stage ? [stage] : [],
});

interface PeersProps {
  readonly context: PageContext;
  readonly choice: DeskChoice;
  readonly peers: NonNullable<Awaited<ReturnType<typeof findPeers>>>;
}

/** Who has been through it. */
function Peers({ context, peers, choice }: PeersProps) {
  if (peers.nodes.length === 0) return null;
  const { t } = context;
  const others = peers.totalCount - peers.nodes.length;
  return (
    <section>
      <h2>{t('emergency.peers')}</h2>
      <ul class="cards">
        {peers.nodes.map((item) => (
          <li key={item.id}>
            <ItemCard context={context} item={item} />
          </li>
        ))}
      </ul>
      {others > 0 && (
        <p data-no-print>
          <a href={context.to(searchFor(choice))}>{t('emergency.morePeers', { count: others })}</a>
        </p>
      )}
    </section>
  );
}

function searchFor(choice: DeskChoice): string {
  const query = new URLSearchParams();
  for (const kind of peersOf(choice).kinds ?? []) query.append('kind', kind);
  if (choice.hazard) query.set('hazard', choice.hazard.value);
  if (choice.stage) query.set('stage', choice.stage);
  return `/search?${query}`;
}
