import Papa from 'papaparse';
import type { OperationTypes } from '../../schema/operations/operation-types.js';
import { fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { type AuditEntry, auditFilter } from './audit-filter.js';

const PAGE_SIZE = 100;
/** A file for a person to look at; `saberes audit export` writes all of it. */
const MOST_PAGES = 100;
const COLUMNS = ['at', 'action', 'outcome', 'memberId', 'target', 'note', 'address'] as const;

/** The list of the page as a table; opened in a spreadsheet program, nothing of it runs. */
export async function auditCsv(context: PageContext): Promise<PageAnswer> {
  const rows: AuditEntry[] = [];
  for await (const entries of pagesOf(context)) rows.push(...entries);
  const cells = rows.map((entry) => COLUMNS.map((column) => entry[column] ?? ''));
  const csv = Papa.unparse([[...COLUMNS], ...cells], { escapeFormulae: true });
  const answer = fileAnswer('text/csv', `\ufeff${csv}\r\n`);
  const headers = { 'content-disposition': 'attachment; filename="audit.csv"' };
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

async function* pagesOf(context: PageContext): AsyncGenerator<readonly AuditEntry[]> {
  const filter = auditFilter(context);
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const variables = { filter, first: PAGE_SIZE, after };
    const { nodes, pageInfo } = await trail(context, variables);
    yield nodes;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}

type AuditVariables = OperationTypes['audit-trail']['variables'];
type AuditPage = OperationTypes['audit-trail']['data']['auditTrail'];

const trail = async (context: PageContext, variables: AuditVariables): Promise<AuditPage> =>
  (await context.ask('audit-trail', variables)).auditTrail;
