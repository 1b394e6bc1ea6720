import { z } from 'zod';
import {
  acronym,
  aliases,
  countryCode,
  date,
  label,
  listOf,
  locale,
  record,
  since,
  slug,
  text,
  webAddress,
} from './label.schema.js';

export const actorKind = z.enum([
  'GOVERNMENT',
  'LOCAL_GOVERNMENT',
  'SOCIAL_SECURITY',
  'MULTILATERAL',
  'REGIONAL_BODY',
  'FUND',
  'NETWORK',
  'NGO',
  'RED_CROSS',
  'ACADEMIA',
  'PRIVATE',
  'PUBLIC_PRIVATE',
]);

export const actorSeed = record({
  slug,
  name: label,
  acronym: acronym.optional(),
  /** Other names, former ones, and misprints that people may copy into a search. */
  aliases: aliases.optional(),
  kind: actorKind,
  country: countryCode.optional(),
  parent: slug.optional(),
  members: z.array(record({ actor: slug, from: since, to: since })).optional(),
  website: webAddress.optional(),
  description: label,
  /** For editors, in English. */
  note: text.optional(),
});

export const eventSeed = record({
  slug,
  name: label,
  acronym: acronym.optional(),
  aliases: aliases.optional(),
  startDate: date,
  endDate: date,
  place: label,
  organizers: listOf(slug),
  supporters: listOf(slug).default([]),
  description: label,
  objectives: z.array(label).default([]),
  languages: listOf(locale).default([]),
  website: webAddress.optional(),
});

export type ActorSeed = z.output<typeof actorSeed>;
export type ActorKindSeed = z.output<typeof actorKind>;
export type EventSeed = z.output<typeof eventSeed>;
