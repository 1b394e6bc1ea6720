import type { GraphQLSchema } from 'graphql';
import { PublicRecords } from '../knowledge/public-records.js';
import type { Models } from '../mongo/models.js';
import { ExternalDrafts } from '../publishing/external-drafts.js';
import type { Publishing } from '../publishing/publishing.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import { ExportService } from './export.service.js';
import { ImportService } from './import.service.js';
import { TemplateService } from './template.service.js';

export interface ExchangeParts {
  readonly models: Models;
  readonly references: ReferenceCache;
  readonly publishing: Publishing;
  /** Asked for when it is needed: the hub makes it after this. */
  readonly schema: GraphQLSchema;
}

/** Records as tables: in, out, and empty ones to fill in. */
export class Exchange {
  readonly exports: ExportService;
  readonly imports: ImportService;
  readonly templates: TemplateService;

  constructor(parts: ExchangeParts) {
    const { models, references, publishing } = parts;
    const records = new PublicRecords(models.knowledge);
    this.exports = new ExportService(records, references, () => parts.schema);
    const drafts = new ExternalDrafts(models.knowledge, publishing.drafting);
    this.imports = new ImportService(drafts, references);
    this.templates = new TemplateService(references);
  }
}
