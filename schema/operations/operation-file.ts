import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OperationTypes } from './operation-types.js';

export type OperationName = keyof OperationTypes;

/** The operations that the hub asks itself, each in a file of its name. */
export const OPERATION_NAMES: readonly OperationName[] = [
  'actor',
  'actors',
  'api-country',
  'api-filter',
  'api-hub',
  'api-record',
  'api-search',
  'challenge',
  'challenge-counts',
  'challenges',
  'citation',
  'countries',
  'country',
  'country-groups',
  'counts',
  'emergency-protocols',
  'event',
  'events',
  'facets',
  'feed',
  'home',
  'item',
  'items',
  'labels',
  'search',
  'search-cursor',
  'sitemap-actors',
  'sitemap-concepts',
  'sitemap-events',
  'sitemap-records',
  'suggest',
  'theme',
  'themes',
  'tombstone',
];

/** The text of an operation; compiled code lives below the folder that it is kept in. */
export function readOperation(name: OperationName): string {
  const file = new URL(`../../../schema/operations/${name}.graphql`, import.meta.url);
  return readFileSync(fileURLToPath(file), 'utf8');
}
