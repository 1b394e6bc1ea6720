import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Locale } from '../server/locale.js';
import { filterExpression } from '../server/search/meilisearch/filter-expression.js';
import { keyOf, toIndexed } from '../server/search/meilisearch/indexed-document.js';
import { createMeilisearchEngine } from '../server/search/meilisearch/meilisearch.engine.js';
import { WordFamilies } from '../server/search/meilisearch/word-families.js';
import { SearchUnavailable } from '../server/search/search-engine.js';
import { stream } from './contracts/started-engine.js';
import { createFolders, saberes } from './support/cli.js';
import { searchDocument, searchRequest } from './support/search-documents.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const addressOf = async (listener: RequestListener) => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
};

const engineOn = async (listener: RequestListener, timeoutMs = 150) =>
  createMeilisearchEngine({ url: await addressOf(listener), indexName: 'hub', timeoutMs });

describe('a Meilisearch that does not answer', () => {
  /** The names of those errors that questions and writes end with. */
  const errorsOf = async (engine: ReturnType<typeof createMeilisearchEngine>) => {
    const attempts = [
      engine.search(searchRequest('plan')),
      engine.search(searchRequest('')),
      engine.suggest('plan', Locale.ES, 5),
      engine.stats(),
      engine.versions(),
      engine.open(),
      engine.put([searchDocument({ id: 'a' })]),
    ];
    const results = await Promise.allSettled(attempts);
    return results.map((result) =>
      result.status === 'rejected' ? (result.reason as Error).name : 'answered',
    );
  };
  const unavailable = Array.from({ length: 7 }, () => 'SearchUnavailable');

  it('is unavailable where nothing listens', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const engine = createMeilisearchEngine({ url: `http://127.0.0.1:${port}` });
    expect(await errorsOf(engine)).toEqual(unavailable);
  });

  it('is unavailable when it is too slow', async () => {
    expect(await errorsOf(await engineOn(() => {}))).toEqual(unavailable);
  });

  it.each([
    ['is broken', 503, 'internal'],
    ['refuses the key', 403, 'invalid_api_key'],
    ['wants a key', 401, 'missing_authorization_header'],
  ])('is unavailable when it %s', async (_what, status, code) => {
    const engine = await engineOn((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: 'no', code, type: 'internal', link: '' }));
    });
    expect(await errorsOf(engine)).toEqual(unavailable);
  });

  it('is unavailable when it stops in the middle of a search', async () => {
    let requests = 0;
    const engine = await engineOn((_, response) => {
      requests++;
      const answer = { hits: [{ key: 'a', id: 'a' }], estimatedTotalHits: 1 };
      if (requests === 1) response.end(JSON.stringify(answer));
    }, 1_000);
    const search = engine.search(searchRequest('', { facets: ['KIND'] }));
    await expect(search).rejects.toThrow(SearchUnavailable);
    expect(requests).toBe(2);
  });

  it('is not what a caller hears who gave up', async () => {
    const engine = await engineOn(() => {}, 60_000);
    const giveUp = new AbortController();
    const search = engine.search(searchRequest('plan', { signal: giveUp.signal }));
    giveUp.abort(new Error('No longer needed.'));
    await expect(search).rejects.toThrow('No longer needed.');
  });

  it('keeps the key to itself', async () => {
    const engine = createMeilisearchEngine({ url: 'http://127.0.0.1:1', apiKey: 'secret-key' });
    const error = await engine.search(searchRequest('plan')).catch((reason: Error) => reason);
    expect(String((error as Error).message)).not.toContain('secret-key');
  });
});

describe('a key that Meilisearch gave for one index', () => {
  /** With it a swap is accepted, but its outcome is hidden. */
  const hidesSwaps = () => {
    let looksAtSwapped = 0;
    let isSwapped = false;
    const unknown = (code: string) => ({ status: 404, answer: { message: code, code } });
    const answerTo = (asked: string) => {
      if (asked === 'POST /swap-indexes') isSwapped = true;
      if (asked === 'GET /tasks/1' && isSwapped) return unknown('task_not_found');
      if (asked === 'GET /indexes/hub' && !(isSwapped && looksAtSwapped++ > 0)) {
        return unknown('index_not_found');
      }
      const index = { createdAt: '2020-12-03T10:00:00Z', numberOfDocuments: 0, results: [] };
      return { status: 200, answer: { taskUid: 1, uid: 1, status: 'succeeded', ...index } };
    };
    const listener: RequestListener = ({ method, url = '' }, response) => {
      const { status, answer } = answerTo(`${method} ${url}`);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    };
    return listener;
  };

  it('is enough to see that a rebuilt index took its place', async () => {
    const engine = await engineOn(hidesSwaps(), 5_000);
    expect(await engine.rebuild(stream([]))).toBe(0);
  });

  it('lets a command end when it is done', async () => {
    const folders = await createFolders();
    const MEILI_URL = await addressOf(hidesSwaps());
    const settings = { DATA_DIR: folders.path('data'), MEILI_URL, MEILI_INDEX: 'hub' };
    const { code, stdout } = await saberes(['reindex'], settings);
    expect(stdout).toMatch(/^Indexed 0 records/);
    expect(code).toBe(0);
    await folders.remove();
  });
});

describe('what is asked of Meilisearch', () => {
  it('is to delete what rebuilds left behind that were killed long ago, and nothing else', async () => {
    const index = (uid: string, updatedAt: string) => ({ uid, updatedAt, primaryKey: 'key' });
    const long = '2020-01-01T00:00:00Z';
    const indexes = [
      index('hub', long),
      index('hub_other', long),
      index('hub_rebuild_killed', long),
      index('hub_rebuild_running', new Date().toISOString()),
    ];
    const deleted: string[] = [];
    const engine = await engineOn(({ method, url = '' }, response) => {
      if (method === 'DELETE') deleted.push(url);
      const answer = { taskUid: 1, uid: 1, status: 'succeeded', numberOfDocuments: 0 };
      response.end(JSON.stringify({ ...answer, results: indexes }));
    }, 5_000);

    await engine.rebuild(stream([]));

    expect(deleted).toEqual([
      '/indexes/hub_rebuild_killed',
      expect.stringMatching(/^\/indexes\/hub_rebuild_\w+$/),
    ]);
  });

  it('has all values in quotes, whatever is in them', () => {
    const codes = { COUNTRY: ['a" OR 1=1', 'back\\slash', "it's"] };
    expect(filterExpression({ codes, event: 'x"y', inForce: false, publishedFrom: 5 })).toEqual([
      'COUNTRY IN ["a\\" OR 1=1", "back\\\\slash", "it\'s"]',
      'event = "x\\"y"',
      'inForce = false',
      'publishedAt >= 5',
    ]);
  });

  it('names records by keys that it accepts, one for each', () => {
    expect(keyOf('itm_a-b')).toBe('itm_a-b');
    const keys = ['á', 'a b', 'hex-c3a1', 'x'.repeat(600)].map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys.slice(0, 3)) expect(key).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('says which languages a record lacks by leaving them out', () => {
    const indexed = toIndexed(searchDocument({ id: 'a', texts: { pt: { title: 'Água' } } }));
    expect(indexed).toMatchObject({ title_pt: 'Água', order_es: 'agua', publishedAt: null });
    expect(indexed).not.toHaveProperty('title_es');
  });

  it('takes words that differ in their endings for the same', () => {
    const families = new WordFamilies();
    families.add(
      searchDocument({ id: 'a', texts: { es: { title: 'gestión gestiones plan G77' } } }),
    );
    expect(families.synonyms()).toEqual({ gestion: ['gestiones'], gestiones: ['gestion'] });
  });
});
