import type { HubContext } from '../graphql/context.js';
import type { KnowledgeDocument } from '../knowledge/knowledge.document.js';
import { toEditorialRecord } from './editorial.view.js';
import type { Publishing } from './publishing.js';

/** What mutations of a record answer when they were done. */
export function toPayload(
  record: KnowledgeDocument,
  { viewer, reader }: HubContext,
  { editorial }: Publishing,
) {
  return { record: toEditorialRecord(record, viewer, reader, editorial.today) };
}
