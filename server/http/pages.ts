import type { KnowledgeKind } from '../../schema/knowledge-enums.js';
import type { CitationFormat } from '../citation/citation-formats.js';
import type { ImportReport } from '../exchange/import-report.js';
import type { Caller } from '../graphql/context.js';
import type { FormattedResult } from '../graphql/operations.js';
import type { Locale } from '../locale.js';
import type { TableFormat } from '../tables/table.js';

/** What became of a table that was sent: a report, or a code where it was not even looked at. */
export interface ImportedTable {
  readonly report?: ImportReport;
  readonly refusal?: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** What a page is made from. */
export interface PageRequest {
  /** As in the address, still encoded. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly acceptLanguage: string | undefined;
  /** Who asks; absent when that makes no difference to the page, which may then be kept. */
  readonly caller?: Caller;
  /** What became of a table that was sent from the page for it. */
  readonly imported?: ImportedTable;
  /** What a form sent; absent when the page is only looked at. */
  readonly form?: URLSearchParams;
}

/** A finished page; without a caller, nothing in it depends on who asks but for what `vary` names. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A file that an address asks for, its filter as clients of the API write it. */
export type AskedTable =
  | {
      readonly what: 'EXPORT';
      readonly format: TableFormat | CitationFormat;
      readonly locale: `${Locale}`;
      readonly filter: object;
      readonly withTranslations: boolean;
    }
  | {
      readonly what: 'CITATION';
      readonly format: CitationFormat;
      readonly locale: `${Locale}`;
      readonly slug: string;
    }
  | {
      readonly what: 'TEMPLATE';
      readonly format: 'CSV' | 'XLSX';
      readonly locale: `${Locale}`;
      readonly kind: `${KnowledgeKind}`;
    };

/** A page or a fragment for another site, as an address asks for it. */
export interface AskedEmbedding {
  readonly id: string;
  readonly locale: `${Locale}`;
  readonly isFragment: boolean;
  /** What goes into the question, its language and key too. */
  readonly parameters: URLSearchParams;
}

/** A feed of an embedded question, as an address asks for it. */
export interface AskedFeed {
  readonly id: string;
  readonly ending: 'atom' | 'feed.json';
  readonly locale: `${Locale}`;
  /** Everything behind the question mark. */
  readonly parameters: URLSearchParams;
}

/** What became of an embedded question: an answer's data, or the code of a refusal. */
export type EmbeddedOutcome =
  | { readonly data: unknown; readonly isStale: boolean }
  | { readonly refusal: string; readonly status: number };

/** The same thing as data, for who prefers that to a page. */
export interface DataAddress {
  readonly type: string;
  readonly path: string;
}

/** The port behind which pages for people lie: an address in, a page out. */
export interface Pages {
  /** Scripts and styles whose names change with their content. */
  readonly assets: { readonly folder: string; readonly address: string };
  answer(request: PageRequest): Promise<PageAnswer>;
  /** What people see when a form was sent that cannot be taken: from another site, or too large. */
  refusedForm(request: PageRequest, status: number): PageAnswer;
  /** Null where the address asks for no table, or for one that cannot be: a page says why. */
  table(request: PageRequest): AskedTable | null;
  /** Null where the address asks for nothing that another site shows. */
  embedding(request: PageRequest): AskedEmbedding | null;
  /** Shows on another site what became of its question; the policy lacks who may frame it. */
  embedded(asked: AskedEmbedding, request: PageRequest, outcome: EmbeddedOutcome): PageAnswer;
  /** The records in an answer as a feed. */
  embeddedFeed(
    asked: AskedFeed,
    outcome: EmbeddedOutcome & { readonly data: unknown },
  ): Promise<PageAnswer>;
  /** Where what the page at an address shows is to be had as data; null where it is not. */
  asData(request: PageRequest): DataAddress | null;
  /** What people see when something went wrong in the hub itself. */
  fault(request: PageRequest, requestId: string): PageAnswer;
}

/** What pages may know of the hub: its address, and how to ask it operations of the contract. */
export interface PagesHub {
  readonly url: string;
  readonly embedding: {
    /** Null for what this key does not show in pages. */
    titleFor(id: string, key: string): Promise<string | null>;
  };
  execute(
    source: string,
    variables: Readonly<Record<string, unknown>>,
    locale: `${Locale}`,
    caller?: Caller,
  ): Promise<FormattedResult>;
}

/** Loads the code of the pages and makes them; called once, when the hub is up. */
export type LoadPages = (hub: PagesHub) => Promise<Pages>;
