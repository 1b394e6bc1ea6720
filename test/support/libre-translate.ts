import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Locale } from '../../server/locale.js';
import { ApertiumServer } from '../../server/translation/apertium.server.js';

interface Asked {
  readonly q: readonly string[];
  readonly source: Locale;
  readonly target: Locale;
  readonly format: string;
  readonly api_key?: string;
}

const API_KEY = 'libre-test-key';
/** As public servers are set up. */
const MOST_LETTERS = 2_000;

/** A server that speaks LibreTranslate’s protocol and has a real Apertium do the work. */
export async function startLibreTranslate(apertiumUrl: string) {
  const apertium = new ApertiumServer({ url: apertiumUrl, timeoutMs: 20_000 });
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const answer = async () => {
      const body = await readJson(request);
      asked.push(body);
      return translate(apertium, request.url ?? '', body);
    };
    answer().then(
      ({ status, ...rest }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(rest));
      },
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    apiKey: API_KEY,
    /** What it was sent, in its order. */
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function translate(apertium: ApertiumServer, path: string, asked: Asked) {
  const { q, source, target, format, api_key: key } = asked;
  if (path !== '/translate') return { status: 404, error: 'Not Found' };
  if (key !== API_KEY) return { status: 403, error: 'Invalid API key' };
  const known = Object.values(Locale);
  if (
    !known.includes(source) ||
    !known.includes(target) ||
    !Array.isArray(q) ||
    format !== 'html'
  ) {
    return { status: 400, error: 'Invalid request' };
  }
  if (q.join('').length > MOST_LETTERS) return { status: 400, error: 'Too long' };
  const stops = apertium.route(source, target);
  let translated: readonly string[] = q;
  for (const [at, stop] of stops.slice(1).entries()) {
    translated = await apertium.send(translated, stops[at] ?? source, stop, undefined);
  }
  // Its HTML library writes empty elements in its own way.
  const written = translated.map((html) => html.replaceAll(/<t i="(\d+)"\/>/g, '<t i="$1"></t>'));
  return { status: 200, translatedText: written };
}

async function readJson(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked;
}
