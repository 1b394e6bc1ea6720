import type { GraphQLSchema } from 'graphql';
import type { KnowledgeService } from '../knowledge/knowledge.service.js';
import { PublicRecords } from '../knowledge/public-records.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { Models } from '../mongo/models.js';
import { OpenData } from '../open-data/open-data.js';
import { ExternalDrafts } from '../publishing/external-drafts.js';
import type { Publishing } from '../publishing/publishing.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import { CitationExport } from './citation-export.js';
import { ExportService } from './export.service.js';
import { ImportService } from './import.service.js';
import { TemplateService } from './template.service.js';

export interface ExchangeParts {
  readonly models: Models;
  readonly references: ReferenceCache;
  readonly publishing: Publishing;
  readonly knowledge: KnowledgeService;
  readonly dataVersion: DataVersion;
  /** Asked for when it is needed: the hub makes it after this. */
  readonly schema: GraphQLSchema;
  /** It is known once the hub listens. */
  readonly url: string;
}

/** Records as tables: in, out, and empty ones to fill in; and as citations. */
export class Exchange {
  readonly records: PublicRecords;
  readonly exports: ExportService;
  readonly citations: CitationExport;
  readonly openData: OpenData;
  readonly imports: ImportService;
  readonly templates: TemplateService;

  constructor(parts: ExchangeParts) {
    const { models, references, publishing, knowledge, dataVersion } = parts;
    const records = new PublicRecords(models.knowledge);
    this.records = records;
    const schema = () => parts.schema;
    this.exports = new ExportService(records, references, schema);
    const publicUrl = () => parts.url;
    const shared = { records, references, dataVersion, publicUrl };
    this.citations = new CitationExport({ ...shared, knowledge, schema });
    this.openData = new OpenData(shared);
    const drafts = new ExternalDrafts(models.knowledge, publishing.drafting);
    this.imports = new ImportService(drafts, references);
    this.templates = new TemplateService(references);
  }
}
