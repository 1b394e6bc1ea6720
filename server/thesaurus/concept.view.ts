import { Challenge } from '../../schema/challenge.js';
import { Hazard } from '../../schema/hazard.js';
import { SustainableDevelopmentGoal } from '../../schema/sustainable-development-goal.js';
import { ThematicArea } from '../../schema/thematic-area.js';
import type { Locale } from '../locale.js';
import { localized } from '../localized.js';
import type { ConceptDocument } from './concept.model.js';

const named = ({ _id: id, code, name }: ConceptDocument, locale: Locale) => ({
  id,
  code,
  name: localized(name, locale) ?? code,
});

/** Broader and narrower are filled in when all concepts are there: see `link-reference.ts`. */
export const toThematicArea = (stored: ConceptDocument, locale: Locale): ThematicArea =>
  Object.assign(new ThematicArea(), named(stored, locale), {
    synonyms: stored.aliases?.[locale] ?? [],
    broader: null,
    narrower: [],
  });

export const toChallenge = (stored: ConceptDocument, locale: Locale): Challenge =>
  Object.assign(new Challenge(), named(stored, locale), {
    number: stored.position,
    description: localized(stored.description, locale),
  });

export const toHazard = (stored: ConceptDocument, locale: Locale): Hazard =>
  Object.assign(new Hazard(), named(stored, locale));

export const toGoal = (stored: ConceptDocument, locale: Locale): SustainableDevelopmentGoal =>
  Object.assign(new SustainableDevelopmentGoal(), named(stored, locale));
