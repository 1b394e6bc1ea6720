import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createFolders } from './support/cli.js';
import { ServingHub } from './support/cli-process.js';
import { eventually } from './support/eventually.js';
import { Mongod } from './support/mongod.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase, ownMongod } from './support/running-mongo.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const LIST = '{ knowledgeItems(first: 100, sort: TITLE) { totalCount nodes { slug } } }';
const FOUND = '{ search(query: "", first: 100, sort: TITLE) { totalCount nodes { slug } } }';
const ITEM = 'query ($slug: String) { knowledgeItem(slug: $slug) { slug } }';
const LANES = 5;
const KILLED_AFTER = 40;
const PATIENCE_MS = 40_000;

const describeWithMongod = ownMongod ? describe : describe.skip;

describeWithMongod('A MongoDB that is killed and started again', () => {
  let server: Mongod;
  let hub: TestHub | undefined;
  let serving: ServingHub | undefined;
  beforeAll(async () => {
    server = await Mongod.start(ownMongod ?? '');
  });
  afterEach(async () => {
    serving?.command.child.kill('SIGKILL');
    await hub?.hub.stop();
    hub = undefined;
    await server.kill();
    server.launch();
  });
  afterAll(() => server.stop());

  /** As an operator writes it, with the name of the replica set. */
  const freshUri = () => {
    const uri = new URL(withDatabase(server.uri, freshDatabase('killed')));
    uri.search = '?replicaSet=rs0';
    return uri.href;
  };
  const ready = async ({ url }: { readonly url: string }) => {
    const response = await fetch(`${url}/health/ready`);
    return { status: response.status, report: (await response.json()) as object };
  };
  const isReady = (one: { readonly url: string }) =>
    eventually(async () => expect((await ready(one)).status).toBe(200), PATIENCE_MS);
  const isDown = (one: { readonly url: string }) =>
    eventually(async () => {
      expect(await ready(one)).toMatchObject({
        status: 503,
        report: { store: { status: 'down' } },
      });
    }, PATIENCE_MS);

  /** Writes in several lanes until it fails; gives the slugs of what the store acknowledged. */
  const writeUntilItFails = async (target: TestHub) => {
    const acknowledged: string[] = [];
    const lane = async (number: number) => {
      for (let count = 0; ; count++) {
        const { slug } = await target.build.unindexedItem({ slug: `item-${number}-${count}` });
        acknowledged.push(slug);
        if (acknowledged.length === KILLED_AFTER) await server.kill();
      }
    };
    const lanes = Array.from({ length: LANES }, (_, number) => lane(number));
    const ends = await Promise.allSettled(lanes);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    return acknowledged;
  };

  it('is missed on /health/ready; the hub recovers by itself and nothing is lost', async () => {
    const MONGODB_URI = freshUri();
    hub = await startTestHub({ config: { MONGODB_URI } });
    const { url } = hub;

    const acknowledged = await writeUntilItFails(hub);

    await isDown({ url });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(await hub.errorCodes(ITEM, { slug: 'unread' })).toEqual(['STORE_UNAVAILABLE']);
    expect(await hub.errorCodes(FOUND)).toEqual(['STORE_UNAVAILABLE']);
    const catalogue = await fetch(`${url}/catalog.ttl`);
    expect([catalogue.status, await catalogue.text()]).toEqual([
      503,
      expect.stringContaining('STORE_UNAVAILABLE'),
    ]);

    server.launch();
    await isReady({ url });
    const list = await hub.query<{ knowledgeItems: { nodes: { slug: string }[] } }>(LIST);
    const slugs = new Set(list.knowledgeItems.nodes.map(({ slug }) => slug));
    expect(acknowledged.filter((slug) => !slugs.has(slug))).toEqual([]);
    await hub.build.item({ slug: 'after' });
    const { knowledgeItems } = (await hub.query(LIST)) as { knowledgeItems: object };
    expect(await hub.query(FOUND)).toEqual({ search: knowledgeItems });
    expect(hub.log.filter(({ level }) => level >= 50)).toEqual([]);
  }, 120_000);

  it('keeps a hub neither from giving kept answers nor from stopping in time', async () => {
    const folders = await createFolders();
    const settings = { DATA_DIR: folders.path('data'), MONGODB_URI: freshUri(), SEED: 'never' };
    serving = await ServingHub.start(settings);
    await isReady(serving);
    // The first one makes the operation known, the second one's answer is kept.
    await serving.ask('{ countries { code } }');
    const answer = await serving.ask('{ countries { code } }');
    await server.kill();
    await isDown(serving);

    expect(await serving.ask('{ countries { code } }')).toEqual(answer);
    // A stop that had to be forced after ten seconds ends with 1.
    expect(await serving.stop()).toBe(0);
    await folders.remove();
  }, 120_000);
});
