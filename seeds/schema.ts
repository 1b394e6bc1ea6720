import type { ActorSeed, EventSeed } from './actor.schema.js';
import type { ItemSeed } from './item.schema.js';
import type {
  ChallengeSeed,
  CountryGroupSeed,
  CountrySeed,
  HazardSeed,
  RegionSeed,
  SdgSeed,
  ThemeSeed,
} from './vocabulary.schema.js';

export type { ActorKindSeed, ActorSeed, EventSeed } from './actor.schema.js';
export type {
  BestPracticeSeed,
  CaseStudySeed,
  ItemSeed,
  LessonLearnedSeed,
  ProtocolSeed,
} from './item.schema.js';
export type { Aliases, Label, SeedLocale } from './label.schema.js';
export type {
  ChallengeSeed,
  CountryGroupSeed,
  CountrySeed,
  HazardSeed,
  RegionSeed,
  SdgSeed,
  ThemeSeed,
} from './vocabulary.schema.js';

/** All shipped content, checked: every reference in it leads somewhere. */
export interface Seeds {
  readonly regions: readonly RegionSeed[];
  readonly countries: readonly CountrySeed[];
  readonly groups: readonly CountryGroupSeed[];
  readonly themes: readonly ThemeSeed[];
  readonly challenges: readonly ChallengeSeed[];
  readonly hazards: readonly HazardSeed[];
  readonly sdgs: readonly SdgSeed[];
  readonly actors: readonly ActorSeed[];
  readonly events: readonly EventSeed[];
  readonly items: readonly ItemSeed[];
}
