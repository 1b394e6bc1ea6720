import type { IncomingMessage, ServerResponse } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { HUB_NAME, HUB_VERSION } from '../version.js';
import { addTools, type ToolParts } from './mcp-tools.js';

const INSTRUCTIONS = `${HUB_NAME} holds experiences of cooperation in Latin America and the Caribbean in Spanish, English, Portuguese and French. Search first, then read the records that matter. Name the institutions and sources of what you use, say how well it is supported (evidence) and what may be done with it (rights), and link to its url.`;

/** Answers one message; nothing of it is held afterwards. */
export async function answerMessage(
  parts: ToolParts,
  message: unknown,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const about = { name: 'saberes', title: HUB_NAME, version: HUB_VERSION };
  const server = new McpServer(about, { instructions: INSTRUCTIONS });
  addTools(server, parts);
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: undefined,
    enableJsonResponse: true,
  });
  response.once('close', () => void server.close());
  await server.connect(transport);
  await transport.handleRequest(request, response, message);
}
