import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eventually } from './support/eventually.js';
import { FaultyServer } from './support/faulty-engine.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const SEARCH = 'query ($query: String!) { search(query: $query) { nodes { slug } } }';

describeOnEveryStore('A hub whose search engine is down', (startHub) => {
  let hub: TestHub;
  let server: FaultyServer;
  beforeEach(() => {
    server = new FaultyServer();
  });
  afterEach(() => hub.stop());

  const ready = async () => {
    const answer = await fetch(`${hub.url}/health/ready`);
    return { status: answer.status, body: (await answer.json()) as unknown };
  };

  it('says so, answers the rest, and indexes what was written once it returns', async () => {
    hub = await startHub({ engine: server.engine() });
    await hub.build.item({ slug: 'before' });
    server.isDown = true;
    await hub.build.unindexedItem({ slug: 'meanwhile' });

    const { status, errors } = await hub.ask(SEARCH, { query: 'before' });
    expect(status).toBe(200);
    expect(errors).toMatchObject([{ extensions: { code: 'SEARCH_UNAVAILABLE' } }]);
    expect(await hub.query('{ knowledgeItems(sort: TITLE) { nodes { slug } } }')).toEqual({
      knowledgeItems: { nodes: [{ slug: 'before' }, { slug: 'meanwhile' }] },
    });
    expect(await hub.query('{ suggest(prefix: "x") { text } }')).toEqual({ suggest: [] });
    expect(await ready()).toMatchObject({
      status: 503,
      body: { status: 'degraded', store: { status: 'ok' }, search: { status: 'down' } },
    });

    server.isDown = false;
    await eventually(async () => {
      expect(await hub.query(SEARCH, { query: 'meanwhile' })).toEqual({
        search: { nodes: [{ slug: 'meanwhile' }] },
      });
      expect((await ready()).status).toBe(200);
    });
    expect(Object.fromEntries(server.writes)).toEqual({ 'itm_before 1': 1, 'itm_meanwhile 1': 1 });
    expect(hub.log.filter(({ level }) => level >= 50)).toEqual([]);
  });

  it('starts all the same and is ready once the engine is', async () => {
    server.isDown = true;
    hub = await startHub({ engine: server.engine(), untilReady: false });
    await eventually(async () => {
      expect(await hub.query('{ hub { search counts { items } } }')).toEqual({
        hub: { search: 'faulty', counts: { items: 0 } },
      });
    });
    await hub.build.unindexedItem({ slug: 'early' });
    expect((await ready()).status).toBe(503);
    expect(await hub.errorCodes(SEARCH, { query: 'early' })).toEqual(['SEARCH_UNAVAILABLE']);

    server.isDown = false;

    await eventually(async () => {
      expect((await ready()).status).toBe(200);
      expect(await hub.query(SEARCH, { query: 'early' })).toEqual({
        search: { nodes: [{ slug: 'early' }] },
      });
    });
  });

  it('fills it again when it lost the index meanwhile', async () => {
    hub = await startHub({ engine: server.engine({ shared: true }) });
    const { _id } = await hub.build.item({ slug: 'kept' });
    await server.index.remove([_id]);
    server.state = 'missing';

    await eventually(async () => {
      expect(await hub.query(SEARCH, { query: 'kept' })).toEqual({
        search: { nodes: [{ slug: 'kept' }] },
      });
      expect((await ready()).status).toBe(200);
    });
    expect(server.state).toBe('ready');
  });

  it('can be stopped', async () => {
    server.isDown = true;
    hub = await startHub({ engine: server.engine(), untilReady: false });
    await hub.stop();
    await expect(fetch(`${hub.url}/health/live`)).rejects.toThrow('fetch failed');
  });
});
