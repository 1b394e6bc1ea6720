import type { KnowledgeKind } from '../../schema/knowledge-enums.js';
import { authorize } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import type { Locale } from '../locale.js';
import type { ExternalDrafts } from '../publishing/external-drafts.js';
import type { Reference } from '../reference/reference.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import { openTable } from '../tables/open-table.js';
import type { SourceRow, Table } from '../tables/table.js';
import { type TableProblem, TableProblemCode, TableRefused } from '../tables/table-problem.js';
import { headingProblems } from './filled-cells.js';
import { ImportCounts, type ImportReport } from './import-report.js';
import type { ImportedRecord, ReadRow } from './imported-record.js';
import { problemsOf } from './refused-record.js';
import { RowReader } from './row-reader.js';
import { withSpooled } from './spooled-upload.js';
import { EXAMPLE_MARK } from './template-examples.js';
import { Vocabulary } from './vocabulary.js';

export interface ImportRequest {
  readonly file: string;
  /** Id of the actor that the records belong to. */
  readonly institution: string;
  readonly viewer: Viewer;
  /** Of rows that name none. */
  readonly language: Locale | null;
  readonly kind: KnowledgeKind | null;
  /** Reads, checks and compares, and writes nothing. */
  readonly isDryRun: boolean;
  /** Once it is aborted, rows that are under way are finished and no others begun. */
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

/** So many rows are looked up in one command, and held at a time. */
const BATCH = 100;
/** Rows that are written at the same time: their journals share a write to the disk. */
const AT_ONCE = 8;

/** Tables become drafts, row by row; each row is one atomic write, found again by its external id. */
export class ImportService {
  constructor(
    private readonly drafts: ExternalDrafts,
    private readonly references: ReferenceCache,
  ) {}

  /**
   * Reads the whole file first: where it is broken or not understood, nothing is written. Then rows that are right
   * become drafts, and the others are reported. Doing it again changes nothing, so an import that was stopped is
   * finished by doing it again. Rejects when the viewer may not create drafts for the institution.
   */
  import(request: ImportRequest): Promise<ImportReport> {
    return this.importFrom(request, (use) => use(request.file));
  }

  /** The same for a file that is being uploaded; it is put aside, and gone afterwards. */
  importUpload(
    upload: AsyncIterable<Buffer>,
    request: Omit<ImportRequest, 'file'>,
  ): Promise<ImportReport> {
    return this.importFrom(request, (use) => withSpooled(upload, use));
  }

  private async importFrom(
    request: Omit<ImportRequest, 'file'>,
    withFile: (use: (file: string) => Promise<void>) => Promise<void>,
  ): Promise<ImportReport> {
    authorize(request.viewer, 'createDraft', request.institution);
    const counts = new ImportCounts();
    let source = '';
    try {
      await withFile(async (file) => {
        const table = await openTable(file);
        source = table.description;
        const run = new ImportRun(table, request, counts, this.drafts, await this.references.get());
        await run.check();
        await run.write();
      });
    } catch (error) {
      if (!(error instanceof TableRefused)) throw error;
      counts.isRefused = true;
      counts.report(error.problems);
    }
    return counts.toReport(source, request.isDryRun);
  }
}

/** One import while it goes on. */
class ImportRun {
  private readonly reader: RowReader;
  private readonly firstRows = new Map<string, number>();

  constructor(
    private readonly table: Table,
    private readonly request: Omit<ImportRequest, 'file'>,
    private readonly counts: ImportCounts,
    private readonly drafts: ExternalDrafts,
    private readonly reference: Reference,
  ) {
    this.reader = new RowReader(new Vocabulary(reference), request);
  }

  /** Reads everything once without keeping it. */
  async check(): Promise<void> {
    const { headings } = this.table;
    const { language, kind } = this.request;
    const wrong = headings ? headingProblems(headings, { language, hasKind: kind !== null }) : [];
    if (wrong.length > 0) throw new TableRefused(wrong);
    for await (const row of this.table.rows()) {
      if (this.request.signal?.aborted) break;
      if (isExample(row)) continue;
      this.counts.rows += 1;
      this.checkRow(this.reader.read(row, headings));
    }
  }

  async write(): Promise<void> {
    let batch: ImportedRecord[] = [];
    for await (const row of this.table.rows()) {
      if (this.request.signal?.aborted) break;
      if (isExample(row) || this.counts.isRefusedRow(row.number)) continue;
      const read = this.reader.read(row, this.table.headings);
      if ('record' in read) batch.push(read.record);
      if (batch.length < BATCH) continue;
      await this.writeBatch(batch);
      batch = [];
    }
    await this.writeBatch(batch);
    this.counts.isStopped = this.request.signal?.aborted ?? false;
  }

  private checkRow(read: ReadRow): void {
    if ('problems' in read) {
      this.counts.report(read.problems);
      return;
    }
    const { record } = read;
    const first = this.firstRows.get(record.externalId);
    if (first === undefined) this.firstRows.set(record.externalId, record.row);
    else
      this.counts.report([
        duplicate(record, first),
        duplicate({ ...record, row: first }, record.row),
      ]);
    try {
      this.drafts.check(record.content, this.reference);
    } catch (error) {
      this.counts.report(problemsOf(error, record, this.table.headings));
    }
  }

  private async writeBatch(records: readonly ImportedRecord[]): Promise<void> {
    if (records.length === 0) return;
    const { institution, progress } = this.request;
    const ids = records.map(({ externalId }) => externalId);
    const present = await this.drafts.find(institution, ids);
    for (let start = 0; start < records.length; start += AT_ONCE) {
      if (this.request.signal?.aborted) return;
      const some = records.slice(start, start + AT_ONCE);
      await Promise.all(some.map((one) => this.put(one, present.get(one.externalId) ?? null)));
      progress?.(this.counts.finished, this.counts.rows);
    }
  }

  private async put(
    record: ImportedRecord,
    present: Parameters<ExternalDrafts['put']>[2],
  ): Promise<void> {
    const { viewer, institution, isDryRun } = this.request;
    const { reference } = this;
    try {
      const options = { institution, reference, isDryRun };
      this.counts.done(await this.drafts.put(viewer, record, present, options));
    } catch (error) {
      this.counts.report(problemsOf(error, record, this.table.headings));
    }
  }
}

/** The example row of a template, and rows that somebody has marked in the same way. */
const isExample = ({ cells }: SourceRow): boolean => {
  const [first] = cells;
  return typeof first?.value === 'string' && first.value.startsWith(EXAMPLE_MARK);
};

const duplicate = (
  { row, externalId }: Pick<ImportedRecord, 'row' | 'externalId'>,
  other: number,
): TableProblem => ({
  row,
  column: null,
  heading: null,
  code: TableProblemCode.DUPLICATE_EXTERNAL_ID,
  message: `Row ${other} has the same identifier: “${externalId.slice(0, 60)}”. Neither is taken over.`,
});
