import type { PublicChange } from '../knowledge/public-changes.js';
import type { Reference } from '../reference/reference.js';
import { HarvestedRecord } from './harvested-record.js';
import type { MetadataFormat } from './metadata-format.js';
import { toDatestamp } from './oai-dates.js';
import type { OaiIdentifiers } from './oai-identifiers.js';
import type { OaiSets } from './oai-sets.js';
import type { WrittenLabels } from './written-labels.js';
import { element, type XmlTree } from './xml-tree.js';

export interface RecordContext {
  readonly reference: Reference;
  readonly sets: OaiSets;
  readonly identifiers: OaiIdentifiers;
  readonly labels: WrittenLabels;
  readonly hubUrl: string;
}

/** Which record, when it changed, which sets it is in; of one that is gone, that it is. */
export function headerOf({ links, record }: PublicChange, context: RecordContext): XmlTree {
  return element(
    'header',
    [
      element('identifier', context.identifiers.of(links._id)),
      element('datestamp', toDatestamp(links.updatedAt)),
      ...context.sets
        .of(links)
        .map((spec) => context.labels.get(`set ${spec}`, () => [element('setSpec', spec)])),
    ],
    record ? {} : { status: 'deleted' },
  );
}

export function recordOf(
  change: PublicChange,
  format: MetadataFormat,
  context: RecordContext,
): XmlTree {
  const header = headerOf(change, context);
  if (!change.record) return element('record', [header]);
  const record = new HarvestedRecord(change.record, context);
  return element('record', [header, element('metadata', [format.describe(record)])]);
}
