import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { TestHub } from './start-test-hub.js';

interface Answer {
  readonly text: string;
  /** The text, which is JSON. */
  readonly data: Record<string, unknown>;
  readonly structured: unknown;
  readonly isError: boolean;
}

/** An assistant that speaks to a hub with the official client. */
export class Assistant {
  private constructor(readonly client: Client) {}

  static async of(hub: TestHub): Promise<Assistant> {
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${hub.url}/mcp`)));
    return new Assistant(client);
  }

  /** Uses a tool. */
  async use(name: string, given: Record<string, unknown> = {}): Promise<Answer> {
    const { content, isError, structuredContent } = await this.client.callTool({
      name,
      arguments: given,
    });
    const [{ text = '' } = {}] = content as { text?: string }[];
    const data = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { text, data, structured: structuredContent, isError: isError === true };
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
