import { STAGES } from '../search/enum-values.js';
import type { DeskChoice } from './desk-choice.js';
import type { DeskProtocol, DeskStep } from './desk-protocols.js';

export interface ProtocolPart {
  readonly protocol: DeskProtocol;
  readonly steps: readonly DeskStep[];
}

export interface StagePart {
  /** Null: steps that belong to no stage, and so to every one. */
  readonly stage: DeskStep['stage'];
  readonly parts: readonly ProtocolPart[];
}

export interface DeskContact {
  readonly actor: DeskProtocol['actors'][number]['actor'];
  readonly links: readonly {
    readonly role: DeskProtocol['actors'][number]['role'];
    readonly protocol: DeskProtocol;
  }[];
}

/** All that a choice leads to. */
export interface DeskList {
  readonly stages: readonly StagePart[];
  /** In force and of this hazard and stage, but without a list of steps. */
  readonly withoutSteps: readonly DeskProtocol[];
  readonly tools: readonly { readonly tool: string; readonly protocol: DeskProtocol }[];
  readonly contacts: readonly DeskContact[];
}

export function listFor(protocols: readonly DeskProtocol[], choice: DeskChoice): DeskList {
  const chosen = protocols.filter((protocol) => isOfHazard(protocol, choice));
  const parts = chosen
    .map((protocol) => ({ protocol, steps: stepsFor(protocol, choice) }))
    .filter(({ steps }) => steps.length > 0);
  const withoutSteps = choice.role ? [] : chosen.filter((each) => isWithoutSteps(each, choice));
  return {
    stages: byStage(parts),
    withoutSteps,
    tools: toolsOf(parts),
    contacts: contactsOf([...parts.map(({ protocol }) => protocol), ...withoutSteps]),
  };
}

/** A protocol that names no hazard is for every one. */
const isOfHazard = ({ hazards }: DeskProtocol, { hazard }: Pick<DeskChoice, 'hazard'>): boolean =>
  !hazard || hazards.length === 0 || hazards.some(({ code }) => code === hazard.value);

/** The steps of a protocol that a choice asks for. */
export function stepsFor(protocol: DeskProtocol, choice: DeskChoice): readonly DeskStep[] {
  if (!isOfHazard(protocol, choice)) return [];
  const { stage, role } = choice;
  return protocol.steps.filter(
    (step) =>
      (!stage || !step.stage || step.stage === stage) && (!role || step.responsible === role.name),
  );
}

const isWithoutSteps = ({ steps, stages }: DeskProtocol, { stage }: DeskChoice): boolean =>
  steps.length === 0 && (!stage || stages.length === 0 || stages.includes(stage));

function byStage(parts: readonly ProtocolPart[]): readonly StagePart[] {
  return [...STAGES, null]
    .map((stage) => ({
      stage,
      parts: parts
        .map(({ protocol, steps }) => ({
          protocol,
          steps: steps.filter((step) => step.stage === stage),
        }))
        .filter(({ steps }) => steps.length > 0),
    }))
    .filter((group) => group.parts.length > 0);
}

/** Each tool of a protocol once. */
const toolsOf = (parts: readonly ProtocolPart[]): DeskList['tools'] =>
  parts.flatMap(({ protocol, steps }) =>
    [...new Set(steps.flatMap(({ tool }) => tool ?? []))].map((tool) => ({ tool, protocol })),
  );

/** Everybody who is named by the protocols, once, with what they did in which. */
function contactsOf(protocols: readonly DeskProtocol[]): readonly DeskContact[] {
  const contacts = new Map<string, DeskContact>();
  for (const protocol of protocols) {
    for (const { actor, role } of protocol.actors) {
      const links = contacts.get(actor.id)?.links ?? [];
      contacts.set(actor.id, { actor, links: [...links, { role, protocol }] });
    }
  }
  return [...contacts.values()];
}
