import { createHash } from 'node:crypto';
import type { ActorKind } from '../schema/actor-enums.js';
import type { ActorDocument } from '../server/actor/actor.model.js';
import type { EventDocument } from '../server/event/event.model.js';
import type { CountryDocument, CountryGroupDocument } from '../server/geography/geography.model.js';
import { keyedId } from '../server/ids.js';
import type { ReferenceRecords } from '../server/reference/reference-records.js';
import type { ConceptDocument, ConceptScheme } from '../server/thesaurus/concept.model.js';
import type { Label, Seeds } from './schema.js';

/** Fingerprint of one record: what is unchanged is not written again. */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

const hashed = <T extends object>(document: T): T & { seedHash: string } => ({
  ...document,
  seedHash: hashOf(document),
});

/** The small records of the content as they are stored. */
export const toReferenceDocuments = (seeds: Seeds): ReferenceRecords => ({
  countries: toCountries(seeds),
  groups: toGroups(seeds),
  concepts: toConcepts(seeds),
  actors: toActors(seeds),
  events: toEvents(seeds),
});

function toCountries({ countries, regions }: Seeds): CountryDocument[] {
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  return countries.map(({ region, smallIslandState, ...country }) =>
    hashed({
      _id: keyedId('country', country.code),
      ...country,
      region: names.get(region) ?? {},
      isSmallIslandState: smallIslandState,
    }),
  );
}

const toGroups = ({ groups }: Seeds): CountryGroupDocument[] =>
  groups.map(({ code, name, acronym, members }) =>
    hashed({
      _id: keyedId('group', code),
      code,
      name,
      ...(acronym ? { acronym } : {}),
      members: members.map(({ country, from, to }) => ({ country, ...dated(from, to) })),
    }),
  );

const dated = (from?: string | null, to?: string | null) => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});

function toConcepts(seeds: Seeds): ConceptDocument[] {
  const concept = (scheme: ConceptScheme, seed: ConceptSeed, position: number): ConceptDocument => {
    const { code, name, synonyms, description, broader, exactMatch, closeMatch } = seed;
    const _id = keyedId(scheme, code);
    return hashed({
      _id,
      scheme,
      code,
      position,
      name,
      ...(synonyms ? { aliases: synonyms } : {}),
      ...(description ? { description } : {}),
      ...(broader ? { broader } : {}),
      ...(exactMatch ? { exactMatch } : {}),
      ...(closeMatch ? { closeMatch } : {}),
    });
  };
  return [
    ...seeds.themes.map((seed, index) => concept('theme', seed, index)),
    ...seeds.challenges.map((seed) => concept('challenge', seed, seed.number)),
    ...seeds.hazards.map((seed, index) => concept('hazard', seed, index)),
    ...seeds.sdgs.map((seed, index) => concept('sdg', { ...seed, ...goalOf(seed.code) }, index)),
  ];
}

interface ConceptSeed {
  readonly code: string;
  readonly name: Label;
  readonly synonyms?: ConceptDocument['aliases'];
  readonly description?: Label;
  readonly broader?: string;
  readonly exactMatch?: readonly string[];
  readonly closeMatch?: readonly string[];
}

/** A target such as 3.8 belongs to the goal 3. */
const goalOf = (code: string) => (code.includes('.') ? { broader: code.split('.')[0] } : {});

const toActors = ({ actors }: Seeds): ActorDocument[] =>
  actors.map(({ note: _note, kind, parent, members, ...actor }) =>
    hashed({
      _id: keyedId('actor', actor.slug),
      ...actor,
      kind: kind as ActorKind,
      ...(parent ? { parent: keyedId('actor', parent) } : {}),
      members: (members ?? []).map(({ actor: slug, from, to }) => ({
        actor: keyedId('actor', slug),
        ...dated(from, to),
      })),
    }),
  );

const toEvents = ({ events }: Seeds): EventDocument[] =>
  events.map(({ slug, name, aliases, description, startDate, endDate, place, organizers }) =>
    hashed({
      _id: keyedId('event', slug),
      slug,
      name,
      ...(aliases ? { aliases } : {}),
      description,
      startDate,
      endDate,
      place,
      organizers: organizers.map((organizer) => keyedId('actor', organizer)),
    }),
  );
