import { EvidenceLevel } from '../../schema/knowledge-enums.js';
import type { KnowledgeFilter } from '../../schema/knowledge-filter.js';
import { badInput } from '../errors.js';
import { DEFAULT_LOCALE } from '../locale.js';
import type { Reference } from '../reference/reference.js';
import type { SearchFilter } from '../search/search-engine.js';

const MAX_VALUES = 100;
const EVIDENCE = Object.values(EvidenceLevel);
const DAY = 86_400_000;

/**
 * Checks a client's filter against the reference data and spells it out: themes and goals with
 * all that is narrower. Unknown codes are `BAD_USER_INPUT`. Lists and search both use the result.
 */
export function resolveFilter(
  filter: KnowledgeFilter | null | undefined,
  reference: Reference,
): SearchFilter {
  if (!filter) return {};
  const known = reference.in(DEFAULT_LOCALE);
  const list = (name: keyof KnowledgeFilter, isKnown: (code: string) => boolean, hint: string) =>
    checked(name, filter[name] as readonly string[] | null | undefined, isKnown, hint);
  const any = () => true;

  const codes = {
    KIND: list('kinds', any, ''),
    COUNTRY: list('countries', (code) => known.countries.has(code), 'countries'),
    GROUP: list('groups', (code) => known.groups.has(code), 'countryGroups'),
    THEME: narrowed(
      list('themes', (code) => known.themes.has(code), 'thematicAreas'),
      (code) => reference.themes.withNarrower(code),
    ),
    ACTOR: list('actors', (id) => known.actors.has(id), 'actors'),
    ACTOR_KIND: list('actorKinds', any, ''),
    CHALLENGE: list('challenges', (code) => known.challenges.has(code), 'challenges'),
    STAGE: list('stages', any, ''),
    HAZARD: list('hazards', (code) => known.hazards.has(code), 'search with the facet HAZARD'),
    SDG: narrowed(
      list('sdgs', (code) => known.sdgs.has(code), 'search with the facet SDG'),
      (code) => reference.sdgs.withNarrower(code),
    ),
    MODALITY: list('modalities', any, ''),
    LANGUAGE: list('languages', any, ''),
    EVIDENCE: filter.evidenceAtLeast
      ? EVIDENCE.slice(EVIDENCE.indexOf(filter.evidenceAtLeast))
      : undefined,
  };
  return {
    codes: Object.fromEntries(Object.entries(codes).filter(([, values]) => values)),
    ...eventOf(filter, (id) => known.events.has(id)),
    ...(typeof filter.inForce === 'boolean' ? { inForce: filter.inForce } : {}),
    ...published(filter),
  };
}

/** No list and an empty one both ask for nothing in particular. */
function checked(
  name: string,
  values: readonly string[] | null | undefined,
  isKnown: (code: string) => boolean,
  hint: string,
): readonly string[] | undefined {
  if (!values || values.length === 0) return undefined;
  if (values.length > MAX_VALUES) {
    throw badInput(`filter.${name}`, `"${name}" takes at most ${MAX_VALUES} values.`);
  }
  const unknown = values.find((value) => !isKnown(value));
  if (unknown !== undefined) {
    const shown = unknown.slice(0, 60);
    throw badInput(
      `filter.${name}`,
      `"${name}" holds "${shown}", which this hub does not know. The query "${hint}" lists what there is.`,
    );
  }
  return [...new Set(values)];
}

const narrowed = (
  codes: readonly string[] | undefined,
  narrower: (code: string) => readonly string[],
) => codes && [...new Set(codes.flatMap(narrower))];

function eventOf({ event }: KnowledgeFilter, isKnown: (id: string) => boolean) {
  if (!event) return {};
  if (isKnown(event)) return { event };
  const shown = event.slice(0, 60);
  throw badInput('filter.event', `There is no event with id "${shown}". See the query "events".`);
}

function published({ publishedFrom, publishedTo }: KnowledgeFilter) {
  if (publishedFrom && publishedTo && publishedFrom > publishedTo) {
    throw badInput('filter.publishedFrom', '"publishedFrom" lies after "publishedTo".');
  }
  return {
    ...(publishedFrom ? { publishedFrom: Date.parse(publishedFrom) } : {}),
    ...(publishedTo ? { publishedTo: Date.parse(publishedTo) + DAY - 1 } : {}),
  };
}
