import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { Logger } from 'pino';
import { ProblemCode } from '../../schema/problem-code.js';
import { ErrorCode, HubError } from '../errors.js';
import type { PublicOperations, Stranger } from './public-operations.js';
import { LIST_INPUT, RECORD_INPUT, SEARCH_INPUT } from './tool-inputs.js';

const READ_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

export interface ToolParts {
  readonly operations: PublicOperations;
  readonly stranger: Stranger;
  readonly log: Logger;
}

/** Tools for assistants: the hub's own public operations, asked as anybody may. */
export function addTools(server: McpServer, parts: ToolParts): void {
  const { operations, stranger } = parts;
  server.registerTool(
    'search_experiences',
    {
      title: 'Search experiences',
      description:
        'Finds case studies, best practices, lessons learned and protocols that institutions of Latin America and the Caribbean share. Typos and missing accents are forgiven. Cite the url of each record you use.',
      inputSchema: SEARCH_INPUT,
      annotations: READ_ONLY,
    },
    ({ query, countries, themes, challenges, kinds, limit, after, language }) =>
      answered(parts, async () => {
        const filter = { countries, themes, challenges, kinds };
        const variables = { query, filter, first: limit, after };
        const { search } = await operations.ask('assistant-search', variables, language, stranger);
        return search;
      }),
  );
  server.registerTool(
    'get_record',
    {
      title: 'Read a record',
      description:
        'Gives one record whole: its texts, institutions, countries, sources, results or steps, and what is close to it.',
      inputSchema: RECORD_INPUT,
      annotations: READ_ONLY,
    },
    ({ slug, language }) =>
      answered(parts, async () => {
        const found = await operations.ask('assistant-record', { slug }, language, stranger);
        if (found.knowledgeItem) return found.knowledgeItem;
        const message = `There is no record "${slug}" that the public may see.`;
        throw new HubError(ProblemCode.NOT_FOUND, message);
      }),
  );
  addLists(server, parts);
}

/** What there is to filter by. */
function addLists(server: McpServer, parts: ToolParts): void {
  const { operations, stranger } = parts;
  server.registerTool(
    'list_challenges',
    {
      title: 'List challenges',
      description:
        'The challenges of health systems and cooperation that records answer to, with the codes that search_experiences takes.',
      inputSchema: LIST_INPUT,
      annotations: READ_ONLY,
    },
    ({ language }) =>
      answered(parts, () => operations.ask('assistant-challenges', {}, language, stranger)),
  );
  server.registerTool(
    'list_themes',
    {
      title: 'List themes',
      description:
        'The thematic areas that records are filed under, with the codes that search_experiences takes; a theme includes its narrower ones.',
      inputSchema: LIST_INPUT,
      annotations: READ_ONLY,
    },
    ({ language }) =>
      answered(parts, () => operations.ask('assistant-themes', {}, language, stranger)),
  );
}

/** An answer as data and, for clients that read only that, as text; a refusal with the hub's code. */
async function answered(
  { log, stranger: { requestId } }: ToolParts,
  ask: () => Promise<object>,
): Promise<CallToolResult> {
  try {
    const data = await ask();
    return {
      content: [{ type: 'text', text: JSON.stringify(data) }],
      structuredContent: { ...data },
    };
  } catch (error) {
    return refused(error, requestId, log);
  }
}

function refused(error: unknown, requestId: string, log: Logger): CallToolResult {
  const isKnown = error instanceof HubError;
  if (!isKnown) log.error({ requestId, err: error }, 'a tool for assistants failed');
  const { code, message, more } = isKnown
    ? error
    : new HubError(ErrorCode.INTERNAL_SERVER_ERROR, `Internal error. Quote ${requestId}.`);
  const told = { code, message, ...more, requestId };
  return { content: [{ type: 'text', text: JSON.stringify(told) }], isError: true };
}
