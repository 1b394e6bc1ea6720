import { finishPage } from '../http/finished-page.js';
import type { FinishedPage } from '../http/kept-pages.js';
import type { PublicRecords } from '../knowledge/public-records.js';
import type { DataVersion } from '../mongo/data-version.js';
import { VersionedCache } from '../mongo/versioned-cache.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import { catalogueGraph } from './catalogue-graph.js';
import type { Resource } from './rdf.js';
import { toJsonLd, toTurtle } from './rdf-files.js';
import { thesaurusGraph } from './thesaurus-graph.js';

export const OPEN_DATA_TYPES = {
  ttl: 'text/turtle; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
} as const;

export type OpenDataFormat = keyof typeof OPEN_DATA_TYPES;
export type OpenDataName = 'thesaurus' | 'catalog';

export interface OpenDataParts {
  readonly references: ReferenceCache;
  readonly records: PublicRecords;
  readonly dataVersion: DataVersion;
  readonly publicUrl: () => string;
}

const MOST_FILES = 4;

const FOR_EVERY_SITE = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** The thesaurus and the catalogue of data sets; kept until anything public changes. */
export class OpenData {
  private readonly kept: VersionedCache<FinishedPage>;

  constructor(private readonly parts: OpenDataParts) {
    this.kept = new VersionedCache(parts.dataVersion, MOST_FILES * 8, () => 1);
  }

  async file(name: OpenDataName, format: OpenDataFormat): Promise<FinishedPage> {
    const key = `${name}.${format}`;
    const known = this.kept.get(key);
    if (known) return known;
    const { generation } = this.parts.dataVersion;
    const graph = await this.graph(name);
    const body = format === 'ttl' ? await toTurtle(graph) : toJsonLd(graph);
    const headers = { 'content-type': OPEN_DATA_TYPES[format], ...FOR_EVERY_SITE };
    const file = await finishPage({ status: 200, headers, body });
    this.kept.keep(key, file, generation);
    return file;
  }

  private async graph(name: OpenDataName): Promise<readonly Resource[]> {
    const { references, records, dataVersion, publicUrl } = this.parts;
    const { concepts } = (await references.get()).records;
    if (name === 'thesaurus') return thesaurusGraph(publicUrl(), concepts);
    const { version } = dataVersion.current;
    const modified = await records.lastChange();
    return catalogueGraph({ hub: publicUrl(), concepts, version, modified });
  }
}
