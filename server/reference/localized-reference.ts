import type { Actor } from '../../schema/actor.js';
import type { Challenge } from '../../schema/challenge.js';
import type { Country } from '../../schema/country.js';
import type { CountryGroup } from '../../schema/country-group.js';
import type { Event } from '../../schema/event.js';
import type { Hazard } from '../../schema/hazard.js';
import type { SustainableDevelopmentGoal } from '../../schema/sustainable-development-goal.js';
import type { ThematicArea } from '../../schema/thematic-area.js';
import { toActor } from '../actor/actor.view.js';
import { toEvent } from '../event/event.view.js';
import { toCountry, toCountryGroup } from '../geography/geography.view.js';
import type { Locale } from '../locale.js';
import type { ConceptDocument, ConceptScheme } from '../thesaurus/concept.model.js';
import { toChallenge, toGoal, toHazard, toThematicArea } from '../thesaurus/concept.view.js';
import { linkReference } from './link-reference.js';
import type { ReferenceRecords } from './reference-records.js';

/** Reference data as clients see it in one language; links are objects already. */
export class LocalizedReference {
  readonly countries: ReadonlyMap<string, Country>;
  readonly groups: ReadonlyMap<string, CountryGroup>;
  readonly themes: ReadonlyMap<string, ThematicArea>;
  readonly challenges: ReadonlyMap<string, Challenge>;
  readonly hazards: ReadonlyMap<string, Hazard>;
  readonly sdgs: ReadonlyMap<string, SustainableDevelopmentGoal>;
  /** By id, in the order of their names. */
  readonly actors: ReadonlyMap<string, Actor>;
  /** By id, latest first. */
  readonly events: ReadonlyMap<string, Event>;

  constructor(records: ReferenceRecords, locale: Locale, today: string) {
    const byName = new Intl.Collator(locale);
    const concepts = [...records.concepts].sort((a, b) => a.position - b.position);
    const scheme = <T extends { code: string }>(
      name: ConceptScheme,
      view: (concept: ConceptDocument, locale: Locale) => T,
    ) => keyed(concepts.filter((concept) => concept.scheme === name).map((c) => view(c, locale)));

    this.countries = keyed(
      records.countries
        .map((country) => toCountry(country, locale))
        .sort((a, b) => byName.compare(a.name, b.name)),
    );
    this.groups = keyed(
      records.groups
        .map((group) => toCountryGroup(group, locale))
        .sort((a, b) => byName.compare(a.name, b.name)),
    );
    this.themes = scheme('theme', toThematicArea);
    this.challenges = scheme('challenge', toChallenge);
    this.hazards = scheme('hazard', toHazard);
    this.sdgs = scheme('sdg', toGoal);
    this.actors = byId(
      records.actors
        .map((actor) => toActor(actor, locale))
        .sort((a, b) => byName.compare(a.name, b.name)),
    );
    this.events = byId(
      [...records.events]
        .sort((a, b) => (b.startDate ?? '').localeCompare(a.startDate ?? ''))
        .map((event) => toEvent(event, locale)),
    );
    linkReference(this, records, today);
  }

  actorBySlug(slug: string): Actor | null {
    for (const actor of this.actors.values()) if (actor.slug === slug) return actor;
    return null;
  }

  eventBySlug(slug: string): Event | null {
    for (const event of this.events.values()) if (event.slug === slug) return event;
    return null;
  }
}

const keyed = <T extends { code: string }>(values: readonly T[]): ReadonlyMap<string, T> =>
  new Map(values.map((value) => [value.code, value]));

const byId = <T extends { id: string }>(values: readonly T[]): ReadonlyMap<string, T> =>
  new Map(values.map((value) => [value.id, value]));
