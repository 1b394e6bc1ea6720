import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkFile } from '../cli/transfer/check-file.js';
import { exportLines } from '../cli/transfer/export-lines.js';
import { importRecords } from '../cli/transfer/import-records.js';
import { writeWhole } from '../cli/transfer/whole-file.js';
import { createHub, type Hub } from '../server/hub.js';
import { Locale } from '../server/locale.js';
import { eventually } from './support/eventually.js';
import { FaultyServer } from './support/faulty-engine.js';
import { realMongo } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';
import { searchRequest } from './support/search-documents.js';
import { startTestHub, type TestHub, type TestHubOptions } from './support/start-test-hub.js';
import { Wire } from './support/wire.js';

const SEARCH = `query ($query: String!) { search(query: $query, first: 100) {
  totalCount nodes { slug } } }`;

const TITLE = 'query ($slug: String) { knowledgeItem(slug: $slug) { title } }';

const describeWithMongo = realMongo ? describe : describe.skip;

describeWithMongo(`Hubs on one database (${realMongo?.name ?? 'no MongoDB'})`, () => {
  let uri: string;
  let hubs: TestHub[];
  const others: Hub[] = [];
  const children: ChildProcess[] = [];
  beforeEach(() => {
    uri = withDatabase(realMongo?.mongoUri ?? '', freshDatabase('shared'));
    hubs = [];
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const hub of others.splice(0)) await hub.stop();
    for (const hub of hubs.reverse()) await hub.stop();
  });

  const startOne = async (options: TestHubOptions = {}) => {
    const hub = await startTestHub({ config: { MONGODB_URI: uri }, ...options });
    hubs.push(hub);
    return hub;
  };
  const titleAt = async (hub: TestHub, slug: string) =>
    (await hub.query<{ knowledgeItem: { title: string } | null }>(TITLE, { slug })).knowledgeItem
      ?.title;

  it('answer what another one wrote, though they had kept other answers', async () => {
    const [one, other] = [await startOne(), await startOne()];
    expect(await titleAt(other, 'shared')).toBeUndefined();

    await one.build.item({ slug: 'shared', texts: { es: { title: 'Compartido' } } });
    await eventually(async () => expect(await titleAt(other, 'shared')).toBe('Compartido'));
    await eventually(async () => {
      expect(await other.query(SEARCH, { query: 'compartido' })).toMatchObject({
        search: { nodes: [{ slug: 'shared' }] },
      });
    });

    await one.build.item({ slug: 'shared', texts: { es: { title: 'Renombrado' } } });
    await eventually(async () => expect(await titleAt(other, 'shared')).toBe('Renombrado'));
    await eventually(async () => {
      expect(await other.query(SEARCH, { query: 'renombrado' })).toMatchObject({
        search: { nodes: [{ slug: 'shared' }] },
      });
    });
  });

  it('answer with the reference data that another one changed', async () => {
    const [one, other] = [await startOne(), await startOne()];
    const countryAt = async (hub: TestHub) => hub.query('{ country(code: "DM") { name } }');
    await one.build.country({ code: 'DM', name: 'Dominica' });
    await one.build.item({ slug: 'islander', countries: ['DM'] });
    await eventually(async () =>
      expect(await countryAt(other)).toEqual({ country: { name: 'Dominica' } }),
    );

    await one.build.country({ code: 'DM', name: 'Waitukubuli' });

    await eventually(async () =>
      expect(await countryAt(other)).toEqual({ country: { name: 'Waitukubuli' } }),
    );
    await eventually(async () => {
      expect(await other.query(SEARCH, { query: 'waitukubuli' })).toMatchObject({
        search: { nodes: [{ slug: 'islander' }] },
      });
    });
  });

  it('write each version of a record once into an index that they share', async () => {
    const server = new FaultyServer();
    const [one, other] = [
      await startOne({ engine: server.engine({ shared: true }) }),
      await startOne({ engine: server.engine({ shared: true }) }),
    ];

    const written = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        (index % 2 === 0 ? one : other).build.unindexedItem({
          slug: `both-${index}`,
          texts: { es: { title: `Ambos ${index}` } },
        }),
      ),
    );

    await eventually(async () => {
      expect(await one.hub.marks.queue()).toMatchObject({ depth: 0 });
      expect(await other.query(SEARCH, { query: 'ambos' })).toMatchObject({
        search: { totalCount: written.length },
      });
    });
    expect([...server.writes.keys()].sort()).toEqual(written.map(({ _id }) => `${_id} 1`).sort());
    expect([...server.writes.values()].filter((times) => times !== 1)).toEqual([]);
  });

  it('leave a long rebuild of an index that they share to one of them', async () => {
    const server = new FaultyServer();
    // Longer than a process that was killed keeps the others waiting.
    server.rebuildMs = 8_000;
    const engine = () => server.engine({ shared: true });
    const [one, other] = await Promise.all([
      startOne({ engine: engine() }),
      startOne({ engine: engine() }),
    ]);

    await one.build.item({ slug: 'patient' });

    await eventually(async () => {
      expect(await other.query(SEARCH, { query: 'patient' })).toMatchObject({
        search: { nodes: [{ slug: 'patient' }] },
      });
    });
    expect(server.rebuilds).toBe(1);
  });

  it('index a record under the names that another process has just brought', async () => {
    const server = new FaultyServer();
    const hub = await startOne({ engine: server.engine({ shared: true }) });
    const folder = await mkdtemp(join(tmpdir(), 'saberes-names-'));
    const names = ['Dominica', 'Waitukubuli'];
    const exports = names.map((name) => join(folder, name));
    await hub.build.item({ slug: 'islander', countries: ['DM'] });
    for (const [at, name] of names.entries()) {
      await hub.build.country({ code: 'DM', name });
      await writeWhole(
        exports[at] ?? '',
        exportLines(hub.hub.models, () => {}),
      );
    }
    const importing = await createHub(hub.hub.config, { engine: server.engine({ shared: true }) });
    others.push(importing);
    await importing.connect();

    for (const at of [0, 1, 0, 1, 0, 1]) {
      const file = await checkFile(importing.models, exports[at] ?? '', 'export', () => {});
      await importRecords(importing, file, { replace: false, progress: () => {} });
      await hub.hub.indexer.settle();
      const found = await server.index.search(searchRequest(names[at] ?? ''));
      expect(found.hits.map(({ id }) => id)).toEqual(['itm_islander']);
    }
    await rm(folder, { recursive: true, force: true });
  });

  it('lose nothing when the one that indexes is killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saberes-killed-'));
    const program = fileURLToPath(new URL('../../bin/saberes.js', import.meta.url));
    const env = { MONGODB_URI: uri, DATA_DIR: folder, PORT: '0', SEED: 'never' };
    const child = spawn(process.execPath, [program, 'serve'], { env, stdio: 'ignore' });
    children.push(child);
    const hub = await startOneBeside();
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;

    await hub.build.unindexedItem({ slug: 'survivor', texts: { es: { title: 'Sobreviviente' } } });

    await eventually(async () => {
      expect(await hub.hub.marks.queue()).toMatchObject({ depth: 0 });
      expect(await hub.query(SEARCH, { query: 'sobreviviente' })).toMatchObject({
        search: { nodes: [{ slug: 'survivor' }] },
      });
    });
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts once another process holds the lease. */
  const startOneBeside = async () => {
    const hub = await startOne({ untilReady: false });
    await eventually(async () => {
      const states = hub.hub.models.state.collection;
      expect(await states.findOne({ _id: 'indexing' } as object)).not.toBeNull();
    });
    return hub;
  };

  describe('that cannot reach it for a while', () => {
    const ready = async (hub: TestHub) => {
      const response = await fetch(`${hub.url}/health/ready`);
      return { status: response.status, report: (await response.json()) as object };
    };

    it('say so, and answer all that was written meanwhile when it is back', async () => {
      const wire = new Wire(uri);
      const far = await startOne();
      const near = await startOne({ config: { MONGODB_URI: await wire.address() } });
      await near.build.item({ slug: 'before', texts: { es: { title: 'Antes' } } });
      expect(await titleAt(near, 'before')).toBe('Antes');

      await wire.cut();
      await eventually(async () => {
        expect(await ready(near)).toMatchObject({
          status: 503,
          report: { store: { status: 'down' } },
        });
        expect(await near.errorCodes(TITLE, { slug: 'unread' })).toEqual(['STORE_UNAVAILABLE']);
      }, 40_000);
      expect((await fetch(`${near.url}/health/live`)).status).toBe(200);
      await far.build.item({ slug: 'before', texts: { es: { title: 'Entretanto' } } });

      await wire.mend();
      await eventually(async () => {
        expect((await ready(near)).status).toBe(200);
        expect(await titleAt(near, 'before')).toBe('Entretanto');
        expect(await near.query(SEARCH, { query: 'entretanto' })).toMatchObject({
          search: { nodes: [{ slug: 'before' }] },
        });
      }, 40_000);
      await near.build.item({ slug: 'after', originalLocale: Locale.EN });
      expect(await titleAt(near, 'after')).toBe('after');
      expect(near.log.filter(({ level }) => level >= 50)).toEqual([]);
      await near.stop();
      await wire.cut();
    }, 120_000);

    it('start all the same and become ready by themselves', async () => {
      const wire = new Wire(uri);
      const config = { MONGODB_URI: await wire.address() };
      await wire.cut();
      const hub = await startOne({ config, untilReady: false });
      await eventually(async () =>
        expect(await ready(hub)).toMatchObject({
          status: 503,
          report: { store: { status: 'down' } },
        }),
      );
      expect(await hub.errorCodes(TITLE, { slug: 'any' })).toEqual(['STORE_UNAVAILABLE']);

      await wire.mend();

      await eventually(async () => expect((await ready(hub)).status).toBe(200));
      expect(await titleAt(hub, 'any')).toBeUndefined();
      await hub.stop();
      await wire.cut();
    });
  });
});
