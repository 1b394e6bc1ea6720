import type { KnowledgeKind } from '../../schema/knowledge-enums.js';
import type { RecordContent } from '../../schema/record-content.js';
import type { Locale } from '../locale.js';
import type { TableProblem } from '../tables/table-problem.js';

/** A row as a draft takes it. */
export interface ImportedRecord {
  readonly row: number;
  readonly externalId: string;
  readonly kind: KnowledgeKind;
  readonly language: Locale;
  /** What the table has no column for is not in it, and stays as it is. */
  readonly content: RecordContent;
}

/** What became of a row: a record, or everything that is wrong with it. */
export type ReadRow =
  | { readonly record: ImportedRecord }
  | { readonly problems: readonly TableProblem[] };
