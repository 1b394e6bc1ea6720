import type { FacetField, KnowledgeFilter } from '../../schema/operations/operation-types.js';
import {
  ACTOR_KINDS,
  EVIDENCE_LEVELS,
  KINDS,
  LOCALE_CODES,
  MODALITIES,
  STAGES,
} from './enum-values.js';

/** A filter as it stands in an address, and the facet that counts its values. */
export interface FilterParameter {
  readonly name: FilterName;
  readonly field: keyof KnowledgeFilter;
  readonly facet: FacetField | null;
  /** All its values, where the contract lists them. */
  readonly values?: readonly string[];
  /** What the ids of its values begin with, where they are codes of a vocabulary. */
  readonly idPrefix?: string;
  /** Its values are ids themselves. */
  readonly isWholeId?: boolean;
  /** Takes one value only: another replaces it. */
  readonly isSingle?: boolean;
}

export type FilterName =
  | 'kind'
  | 'stage'
  | 'country'
  | 'group'
  | 'theme'
  | 'challenge'
  | 'hazard'
  | 'actor'
  | 'actorKind'
  | 'modality'
  | 'sdg'
  | 'language'
  | 'evidence'
  | 'event'
  | 'inForce';

/** In the order in which the page offers them. */
export const FILTER_PARAMETERS: readonly FilterParameter[] = [
  { name: 'kind', field: 'kinds', facet: 'KIND', values: KINDS },
  { name: 'stage', field: 'stages', facet: 'STAGE', values: STAGES },
  { name: 'country', field: 'countries', facet: 'COUNTRY', idPrefix: 'cty_' },
  { name: 'group', field: 'groups', facet: null, idPrefix: 'grp_' },
  { name: 'theme', field: 'themes', facet: 'THEME', idPrefix: 'thm_' },
  { name: 'challenge', field: 'challenges', facet: 'CHALLENGE', idPrefix: 'chl_' },
  { name: 'hazard', field: 'hazards', facet: 'HAZARD', idPrefix: 'haz_' },
  { name: 'actor', field: 'actors', facet: 'ACTOR', idPrefix: 'act_', isWholeId: true },
  { name: 'actorKind', field: 'actorKinds', facet: 'ACTOR_KIND', values: ACTOR_KINDS },
  { name: 'modality', field: 'modalities', facet: 'MODALITY', values: MODALITIES },
  { name: 'sdg', field: 'sdgs', facet: 'SDG', idPrefix: 'sdg_' },
  { name: 'language', field: 'languages', facet: 'LANGUAGE', values: LOCALE_CODES },
  {
    name: 'evidence',
    field: 'evidenceAtLeast',
    facet: 'EVIDENCE',
    values: EVIDENCE_LEVELS,
    isSingle: true,
  },
  { name: 'event', field: 'event', facet: null, idPrefix: 'evt_', isWholeId: true, isSingle: true },
  { name: 'inForce', field: 'inForce', facet: null, values: ['true', 'false'], isSingle: true },
];

const CODE = /^[\w.-]{1,80}$/;

/** One value as it is spelt by the hub, whichever case it was typed in; null when it cannot be one. */
export function spelt(parameter: FilterParameter, value: string): string | null {
  const { values, idPrefix = '', isWholeId, name } = parameter;
  if (values) return values.find((known) => known.toLowerCase() === value.toLowerCase()) ?? null;
  if (!CODE.test(value) || (isWholeId && !value.startsWith(idPrefix))) return null;
  return name === 'country' || name === 'challenge' ? value.toUpperCase() : value;
}

/** What the hub knows the value of a vocabulary by. */
export const idOf = ({ parameter, value }: ActiveFilter): string =>
  parameter.isWholeId ? value : `${parameter.idPrefix ?? ''}${value}`;

/** One filter that is set. */
export interface ActiveFilter {
  readonly parameter: FilterParameter;
  readonly value: string;
}

/** The filter in the words of the contract. */
export function toFilter(active: readonly ActiveFilter[]): KnowledgeFilter {
  const filter: Partial<Record<keyof KnowledgeFilter, readonly string[] | string | boolean>> = {};
  for (const { parameter, value } of active) {
    const { field, isSingle, name } = parameter;
    if (name === 'inForce') filter[field] = value === 'true';
    else if (isSingle) filter[field] = value;
    else filter[field] = [...((filter[field] ?? []) as readonly string[]), value];
  }
  return filter as KnowledgeFilter;
}
