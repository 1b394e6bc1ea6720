import type { KnowledgeDocument, StoredContent } from '../knowledge/knowledge.document.js';

/** All that a publication makes public, by name. */
export const CONTENT_FIELDS = [
  'originalLocale',
  'textVersion',
  'texts',
  'countries',
  'actors',
  'themes',
  'challenges',
  'stages',
  'hazards',
  'sdgs',
  'modality',
  'evidence',
  'event',
  'sources',
  'rights',
  'verifiedAt',
  'results',
  'startDate',
  'endDate',
  'stillRunning',
  'level',
  'nature',
  'edition',
  'inForceFrom',
  'steps',
  'attachments',
  'reviewBy',
  'attachments',
] as const satisfies readonly (keyof StoredContent)[];

/** The published content of a record, to go on from. */
export function contentOf(record: KnowledgeDocument): StoredContent {
  const present = CONTENT_FIELDS.filter((field) => record[field] !== undefined);
  return Object.fromEntries(present.map((field) => [field, record[field]])) as StoredContent;
}

/** The parts of an update that put this content in the place of the published one. */
export function replaceContent(content: StoredContent) {
  const set: Record<string, unknown> = {};
  const unset: Record<string, ''> = {};
  for (const field of CONTENT_FIELDS) {
    if (content[field] === undefined) unset[field] = '';
    else set[field] = content[field];
  }
  return { set, unset };
}
