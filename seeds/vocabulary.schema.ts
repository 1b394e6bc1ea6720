import { z } from 'zod';
import {
  acronym,
  aliases,
  countryCode,
  label,
  listOf,
  record,
  since,
  slug,
  text,
} from './label.schema.js';

const m49 = z.string().regex(/^\d{3}$/, 'has to be three digits in quotes');

/** A subregion of the United Nations' M49 standard. */
export const regionSeed = record({ code: m49, name: label });

export const countrySeed = record({
  code: countryCode,
  alpha3: z.string().regex(/^[A-Z]{3}$/, 'has to be three capital letters'),
  m49,
  region: m49,
  smallIslandState: z.boolean(),
  name: label,
  /** Official and former names, other spellings, and what its people are called. */
  aliases: aliases.optional(),
});

export const countryGroupSeed = record({
  code: slug,
  name: label,
  acronym: acronym.optional(),
  /** The institution behind the group, where the hub has a record of it. */
  actor: slug.optional(),
  /** For editors, in English: where the list comes from and what it leaves out. */
  note: text.optional(),
  members: z.array(record({ country: countryCode, from: since, to: since, note: text.optional() })),
});

/** A code of another scheme, such as `dac:12250` or `segib:health`. */
const match = z.string().regex(/^(dac:\d{3,5}|segib:[a-z-]+)$/, {
  error: 'has to be dac: and a code, or segib: and a sector',
});

export const themeSeed = record({
  code: slug,
  name: label,
  broader: slug.optional(),
  synonyms: aliases.optional(),
  exactMatch: listOf(match).optional(),
  closeMatch: listOf(match).optional(),
});

export const challengeSeed = record({
  code: z.string().regex(/^H\d{1,2}$/, 'has to be H and a number'),
  number: z.int().min(1),
  name: label,
  description: label.optional(),
});

export const hazardSeed = record({ code: slug, name: label, synonyms: aliases.optional() });

export const sdgSeed = record({
  code: z.string().regex(/^\d{1,2}(\.[0-9a-z]{1,2})?$/, 'has to be a goal or target in quotes'),
  name: label,
  /** The wording of the United Nations. */
  description: label.optional(),
});

export type RegionSeed = z.output<typeof regionSeed>;
export type CountrySeed = z.output<typeof countrySeed>;
export type CountryGroupSeed = z.output<typeof countryGroupSeed>;
export type ThemeSeed = z.output<typeof themeSeed>;
export type ChallengeSeed = z.output<typeof challengeSeed>;
export type HazardSeed = z.output<typeof hazardSeed>;
export type SdgSeed = z.output<typeof sdgSeed>;
