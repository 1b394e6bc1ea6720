import type {
  EvidenceLevel,
  FacetField,
  KnowledgeFilter,
} from '../../schema/operations/operation-types.js';
import {
  ACTOR_KINDS,
  EVIDENCE_LEVELS,
  KINDS,
  LOCALE_CODES,
  MODALITIES,
  STAGES,
} from './enum-values.js';

/** A filter as it stands in an address: its parameter, and the facet that counts it. */
export interface FilterParameter {
  readonly name: string;
  readonly facet: FacetField;
  /** Whether it may stand there; codes of the vocabularies are judged by the hub. */
  readonly accepts: (value: string) => boolean;
}

const CODE = /^[\w.-]{1,80}$/;
const isCode = (value: string): boolean => CODE.test(value);
const isOneOf =
  (values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value);

/** In the order in which the page offers them. */
export const FILTER_PARAMETERS: readonly FilterParameter[] = [
  { name: 'kind', facet: 'KIND', accepts: isOneOf(KINDS) },
  { name: 'stage', facet: 'STAGE', accepts: isOneOf(STAGES) },
  { name: 'country', facet: 'COUNTRY', accepts: isCode },
  { name: 'theme', facet: 'THEME', accepts: isCode },
  { name: 'challenge', facet: 'CHALLENGE', accepts: isCode },
  { name: 'hazard', facet: 'HAZARD', accepts: isCode },
  { name: 'actor', facet: 'ACTOR', accepts: isCode },
  { name: 'actorKind', facet: 'ACTOR_KIND', accepts: isOneOf(ACTOR_KINDS) },
  { name: 'modality', facet: 'MODALITY', accepts: isOneOf(MODALITIES) },
  { name: 'sdg', facet: 'SDG', accepts: isCode },
  { name: 'language', facet: 'LANGUAGE', accepts: isOneOf(LOCALE_CODES) },
  { name: 'evidence', facet: 'EVIDENCE', accepts: isOneOf(EVIDENCE_LEVELS) },
];

/** Values of one parameter, each once, in the order of the address. */
export const valuesOf = (query: URLSearchParams, name: string): readonly string[] => [
  ...new Set(query.getAll(name).filter((value) => value !== '')),
];

/** The filter that an address asks for. */
export function toFilter(query: URLSearchParams): KnowledgeFilter {
  const of = <Value extends string>(name: string) => valuesOf(query, name) as readonly Value[];
  return {
    kinds: of('kind'),
    stages: of('stage'),
    countries: of('country'),
    themes: of('theme'),
    challenges: of('challenge'),
    hazards: of('hazard'),
    actors: of('actor'),
    actorKinds: of('actorKind'),
    modalities: of('modality'),
    sdgs: of('sdg'),
    languages: of('language'),
    evidenceAtLeast: of<EvidenceLevel>('evidence')[0] ?? null,
  };
}
