import type { GraphQLSchema } from 'graphql';
import { type CitationFormat, citationWriter } from '../citation/citation-formats.js';
import { CITED_FIELDS, type CitedRecord, toCslItem } from '../citation/cited-record.js';
import type { KnowledgeDocument } from '../knowledge/knowledge.document.js';
import type { KnowledgeService } from '../knowledge/knowledge.service.js';
import { toKnowledgeItem, type ViewContext } from '../knowledge/knowledge.view.js';
import type { PublicRecords } from '../knowledge/public-records.js';
import type { Locale } from '../locale.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { Reference } from '../reference/reference.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import { readFilter } from './asked-filter.js';

export interface CitationsRequest {
  readonly format: CitationFormat;
  /** A `KnowledgeFilter` as clients of the API write it. */
  readonly filter: object;
  /** The readers' language; a record that lacks it is cited in the best one it has. */
  readonly locale: Locale;
}

export interface CitationExportParts {
  readonly records: PublicRecords;
  readonly knowledge: KnowledgeService;
  readonly references: ReferenceCache;
  readonly dataVersion: DataVersion;
  readonly schema: () => GraphQLSchema;
  readonly publicUrl: () => string;
}

const PATHS = [
  '_id',
  'slug',
  'kind',
  'originalLocale',
  'textVersion',
  'texts',
  'actors',
  'publishedAt',
] as const satisfies readonly (keyof KnowledgeDocument)[];

/** Public records as citations, for programs that manage references. */
export class CitationExport {
  constructor(private readonly parts: CitationExportParts) {}

  /** The file as a stream. Rejects with `BAD_USER_INPUT` for codes that the hub does not know. */
  async export(
    { format, filter, locale }: CitationsRequest,
    progress: (done: number) => void = () => {},
  ): Promise<AsyncIterable<Buffer>> {
    const { records, references, schema } = this.parts;
    const reference = await references.get();
    const resolved = readFilter(filter, schema(), reference);
    const view = this.view(reference, locale);
    const cited = records.read(resolved, reference, PATHS);
    return citationFile(format, asShown(cited, view), progress);
  }

  /** A record with its citation; null where there is none that the public may see. */
  async one(slug: string, locale: Locale, format: CitationFormat) {
    const { knowledge, references, dataVersion } = this.parts;
    const { generation } = dataVersion;
    const all = await references.get();
    const reader = { ...this.view(all, locale), all, generation };
    const record = await knowledge.find({ slug }, CITED_FIELDS, reader);
    if (!record) return null;
    const { start, end, write } = await citationWriter(format);
    return { record, text: start + write(toCslItem(record)) + end };
  }

  private view(all: Reference, locale: Locale): ViewContext {
    return { locale, reference: all.in(locale), publicUrl: this.parts.publicUrl() };
  }
}

type StoredCitation = Pick<KnowledgeDocument, (typeof PATHS)[number]>;

async function* asShown(records: AsyncIterable<StoredCitation>, view: ViewContext) {
  for await (const record of records) yield toKnowledgeItem(record, view);
}

async function* citationFile(
  format: CitationFormat,
  records: AsyncIterable<CitedRecord>,
  progress: (done: number) => void,
): AsyncGenerator<Buffer> {
  const { start, between, end, write } = await citationWriter(format);
  yield Buffer.from(start);
  let done = 0;
  for await (const record of records) {
    yield Buffer.from((done > 0 ? between : '') + write(toCslItem(record)));
    done += 1;
    progress(done);
  }
  yield Buffer.from(end);
}
