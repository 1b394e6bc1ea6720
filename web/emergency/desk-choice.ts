import type { Stage } from '../../schema/operations/operation-types.js';
import { STAGES } from '../search/enum-values.js';
import type { DeskProtocol } from './desk-protocols.js';

export interface DeskOption {
  readonly value: string;
  readonly name: string;
}

/** What the address asks for; null is "any". */
export interface DeskChoice {
  readonly hazard: DeskOption | null;
  readonly stage: Stage | null;
  readonly role: DeskOption | null;
}

/** What can be chosen: all that occurs in protocols in force. */
export interface DeskOptions {
  readonly hazards: readonly DeskOption[];
  readonly stages: readonly Stage[];
  readonly roles: readonly DeskOption[];
}

export function optionsOf(protocols: readonly DeskProtocol[], locale: string): DeskOptions {
  const byName = new Intl.Collator(locale);
  const sorted = (names: ReadonlyMap<string, string>): readonly DeskOption[] =>
    [...names]
      .map(([value, name]) => ({ value, name }))
      .sort((one, other) => byName.compare(one.name, other.name));
  const hazards = protocols.flatMap((protocol) => protocol.hazards);
  const stages = new Set(
    protocols.flatMap(({ stages: own, steps }) => [...own, ...steps.map(({ stage }) => stage)]),
  );
  return {
    hazards: sorted(new Map(hazards.map(({ code, name }) => [code, name]))),
    stages: STAGES.filter((stage) => stages.has(stage)),
    roles: sorted(rolesIn(protocols)),
  };
}

/**
 * Roles are free texts, different in each language. An address names one by the first step that it
 * answers for, and so means the same in all of them.
 */
function rolesIn(protocols: readonly DeskProtocol[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { slug, steps } of protocols) {
    for (const { number, responsible } of steps) {
      if (responsible && !values.has(responsible)) values.set(responsible, `${slug}.${number}`);
    }
  }
  return new Map([...values].map(([name, value]) => [value, name]));
}

/** Null when the address asks for something that no protocol in force contains. */
export function readChoice(
  query: URLSearchParams,
  protocols: readonly DeskProtocol[],
  { hazards, stages }: DeskOptions,
): DeskChoice | null {
  const given = (name: string) => query.get(name) || null;
  const hazard = hazards.find(({ value }) => value === given('hazard')) ?? null;
  const stage = stages.find((known) => known === given('stage')) ?? null;
  const role = findRole(given('role'), protocols);
  const isKnown =
    (hazard || !given('hazard')) && (stage || !given('stage')) && (role || !given('role'));
  return isKnown ? { hazard, stage, role } : null;
}

function findRole(value: string | null, protocols: readonly DeskProtocol[]): DeskOption | null {
  for (const { slug, steps } of protocols) {
    const named = steps.find(({ number }) => `${slug}.${number}` === value);
    if (value && named?.responsible) return { value, name: named.responsible };
  }
  return null;
}

/** The address of a choice. */
export function deskAddress({ hazard, stage, role }: Partial<DeskChoice>): string {
  const query = new URLSearchParams();
  if (hazard) query.set('hazard', hazard.value);
  if (stage) query.set('stage', stage);
  if (role) query.set('role', role.value);
  return query.size > 0 ? `/emergency?${query}` : '/emergency';
}
