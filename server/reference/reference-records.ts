import type { ActorDocument } from '../actor/actor.model.js';
import type { EventDocument } from '../event/event.model.js';
import type { CountryDocument, CountryGroupDocument } from '../geography/geography.model.js';
import type { Models } from '../mongo/models.js';
import type { ConceptDocument } from '../thesaurus/concept.model.js';

/** Everything small that records link to. */
export interface ReferenceRecords {
  readonly countries: readonly CountryDocument[];
  readonly groups: readonly CountryGroupDocument[];
  readonly concepts: readonly ConceptDocument[];
  readonly actors: readonly ActorDocument[];
  readonly events: readonly EventDocument[];
}

/** Reads all reference data in five commands. */
export async function readReferenceRecords(models: Models): Promise<ReferenceRecords> {
  const [countries, groups, concepts, actors, events] = await Promise.all([
    models.country.find().lean<CountryDocument[]>(),
    models.group.find().lean<CountryGroupDocument[]>(),
    models.concept.find().lean<ConceptDocument[]>(),
    models.actor.find().lean<ActorDocument[]>(),
    models.event.find().lean<EventDocument[]>(),
  ]);
  return { countries, groups, concepts, actors, events };
}
