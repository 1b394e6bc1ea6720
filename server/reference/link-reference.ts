import type { Actor } from '../../schema/actor.js';
import type { Country } from '../../schema/country.js';
import type { CountryGroup } from '../../schema/country-group.js';
import type { Event } from '../../schema/event.js';
import type { ThematicArea } from '../../schema/thematic-area.js';
import type { Membership } from '../geography/geography.model.js';
import type { LocalizedReference } from './localized-reference.js';
import type { ReferenceRecords } from './reference-records.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Turns codes and ids into the objects that they name; runs once per language and version. */
export function linkReference(
  reference: LocalizedReference,
  records: ReferenceRecords,
  today: string,
): void {
  linkGroups(reference, records, today);
  linkThemes(reference, records);
  linkActors(reference, records, today);
  linkEvents(reference, records);
}

const holdsOn = (today: string) => (member: Membership) =>
  (member.from ?? '') <= today && (member.to === undefined || member.to >= today);

const present = <T>(value: T | undefined): value is T => value !== undefined;

function linkGroups(reference: LocalizedReference, records: ReferenceRecords, today: string) {
  const groupsOf = new Map<string, CountryGroup[]>();
  for (const { code, members } of records.groups) {
    const group = reference.groups.get(code) as Writable<CountryGroup>;
    group.countries = members
      .filter(holdsOn(today))
      .map((member) => reference.countries.get(member.country))
      .filter(present);
    for (const country of group.countries) {
      groupsOf.set(country.code, [...(groupsOf.get(country.code) ?? []), group]);
    }
  }
  for (const country of reference.countries.values()) {
    (country as Writable<Country>).groups = groupsOf.get(country.code) ?? [];
  }
}

function linkThemes(reference: LocalizedReference, records: ReferenceRecords) {
  for (const { scheme, code, broader } of records.concepts) {
    if (scheme !== 'theme' || !broader) continue;
    const theme = reference.themes.get(code) as Writable<ThematicArea>;
    const parent = reference.themes.get(broader) as Writable<ThematicArea> | undefined;
    if (!parent) continue;
    theme.broader = parent;
    parent.narrower = [...parent.narrower, theme];
  }
}

function linkActors(reference: LocalizedReference, records: ReferenceRecords, today: string) {
  const membersOf = new Map<string, Set<Actor>>();
  const addMember = (body: string, member: Actor | undefined) => {
    if (member) membersOf.set(body, (membersOf.get(body) ?? new Set()).add(member));
  };
  for (const record of records.actors) {
    const actor = reference.actors.get(record._id) as Writable<Actor>;
    actor.country = (record.country && reference.countries.get(record.country)) || null;
    actor.parent = (record.parent && reference.actors.get(record.parent)) || null;
    if (record.parent) addMember(record.parent, actor);
    for (const member of (record.members ?? []).filter(holdsOn(today))) {
      addMember(record._id, reference.actors.get(member.actor));
    }
  }
  for (const actor of reference.actors.values()) {
    (actor as Writable<Actor>).members = [...(membersOf.get(actor.id) ?? [])];
  }
  for (const country of reference.countries.values()) {
    (country as Writable<Country>).actors = [...reference.actors.values()].filter(
      (actor) => actor.country === country,
    );
  }
}

function linkEvents(reference: LocalizedReference, records: ReferenceRecords) {
  for (const { _id, organizers } of records.events) {
    const event = reference.events.get(_id) as Writable<Event>;
    event.organizers = organizers.map((id) => reference.actors.get(id)).filter(present);
  }
}
