import type { HarvestedRecord } from './harvested-record.js';
import type { XmlTree } from './xml-tree.js';

/** A way to describe records, as `ListMetadataFormats` names it. */
export interface MetadataFormat {
  readonly prefix: string;
  readonly schema: string;
  readonly namespace: string;
  readonly describe: (record: HarvestedRecord) => XmlTree;
}

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** What the root of a description has to declare beside its own namespaces. */
export const schemaLocation = (namespace: string, schema: string) => ({
  'xmlns:xsi': XSI,
  'xsi:schemaLocation': `${namespace} ${schema}`,
});
