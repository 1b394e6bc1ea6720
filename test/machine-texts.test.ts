import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ItemStatus } from '../schema/knowledge-enums.js';
import { eventually } from './support/eventually.js';
import { describeOnEveryStore, realMongo } from './support/platforms.js';
import { PretendTranslation } from './support/pretend-translation.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';
import { startTestHub, type TestHub, type TestHubOptions } from './support/start-test-hub.js';

const SEARCH = `query ($query: String!) { search(query: $query, first: 100) {
  totalCount didYouMean
  nodes { slug title }
  edges { highlights { text } }
  facets(fields: [LANGUAGE]) { values { value count } } } }`;

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly didYouMean: string | null;
    readonly nodes: readonly { readonly slug: string; readonly title: string }[];
    readonly edges: readonly { readonly highlights: readonly { readonly text: string }[] }[];
    readonly facets: readonly { readonly values: readonly object[] }[];
  };
}

const find = async (hub: TestHub, query: string) =>
  (await hub.query<Found>(SEARCH, { query })).search;
const slugs = async (hub: TestHub, query: string) =>
  (await find(hub, query)).nodes.map(({ slug }) => slug);
const kept = (hub: TestHub) => hub.hub.models.machineText.collection;

/** Until nothing waits any more and the index knows it. */
const translated = async (hub: TestHub) => {
  await eventually(async () => {
    const waiting = { waitingSince: { $exists: true } };
    expect(await kept(hub).countDocuments(waiting)).toBe(0);
  });
  await hub.hub.indexer.settle();
};

const waitingByMetrics = async (hub: TestHub): Promise<number> => {
  const text = await (await fetch(`${hub.url}/metrics`)).text();
  return Number(/^saberes_translation_queue_depth (\d+)$/m.exec(text)?.[1]);
};

describeOnEveryStore('Records in languages that they lack', (startHub) => {
  let hub: TestHub;
  let translation: PretendTranslation;
  beforeAll(async () => {
    translation = new PretendTranslation();
    hub = await startHub({ translation });
  });
  beforeEach(() => {
    translation.asked.length = 0;
  });
  afterAll(() => hub.stop());

  const volcano = { title: 'Volcán dormido', summary: 'Un resumen.', body: 'Una **ceniza**.' };

  it('are found there, and shown as they are', async () => {
    await hub.build.item({ slug: 'volcano', texts: { es: volcano } });
    await translated(hub);
    for (const word of ['gallovolcán', 'lusoceniza', 'angloresumen']) {
      const { nodes, edges, facets } = await find(hub, word);
      expect(nodes).toEqual([{ slug: 'volcano', title: 'Volcán dormido' }]);
      expect(edges).toEqual([{ highlights: [] }]);
      expect(facets[0]?.values).toEqual([{ value: 'ES', count: 1 }]);
    }
    expect((await find(hub, 'gallovolcna')).didYouMean).toBeNull();
    expect(translation.asked.sort()).toEqual([
      'en: Volcán dormido',
      'fr: Volcán dormido',
      'pt: Volcán dormido',
    ]);
  });

  it('are asked for once, whatever else changes', async () => {
    await hub.build.item({ slug: 'volcano', texts: { es: volcano }, countries: ['CR'] });
    await hub.build.country({ code: 'CR', name: 'Costa Rica' });
    await translated(hub);
    expect(await slugs(hub, 'gallovolcán')).toEqual(['volcano']);
    expect(translation.asked).toEqual([]);
  });

  it('stay found in an index that is built anew', async () => {
    await hub.hub.builder.rebuild();
    await hub.hub.dataVersion.bump();
    expect(await slugs(hub, 'gallovolcán')).toEqual(['volcano']);
    expect(translation.asked).toEqual([]);
  });

  it('are not found by what they no longer say', async () => {
    await hub.build.item({ slug: 'volcano', texts: { es: { ...volcano, title: 'Glaciar' } } });
    expect(await slugs(hub, 'gallovolcán')).toEqual([]);
    await translated(hub);
    expect(await slugs(hub, 'galloglaciar')).toEqual(['volcano']);
    expect(await slugs(hub, 'gallovolcán')).toEqual([]);
  });

  it('are found by a real translation as soon as there is one, and by that alone', async () => {
    const fr = { title: 'Neige', summary: 'Froid.' };
    await hub.build.item({ slug: 'volcano', texts: { es: { ...volcano, title: 'Glaciar' }, fr } });
    expect(await slugs(hub, 'galloglaciar')).toEqual([]);
    expect(await slugs(hub, 'neige')).toEqual(['volcano']);
    expect(await slugs(hub, 'angloglaciar')).toEqual(['volcano']);
    expect(translation.asked).toEqual([]);
  });

  it('lack nothing when all languages are there', async () => {
    const [en, pt, fr] = [{ title: 'Snow' }, { title: 'Neve' }, { title: 'Neige' }];
    await hub.build.item({ slug: 'volcano', texts: { es: { title: 'Nieve' }, en, pt, fr } });
    await translated(hub);
    expect(await kept(hub).countDocuments({})).toBe(0);
    expect(translation.asked).toEqual([]);
  });

  it('leave nothing behind when they are withdrawn', async () => {
    await hub.build.item({ slug: 'withdrawn', texts: { es: { title: 'Huracán' } } });
    await translated(hub);
    expect(await slugs(hub, 'gallohuracán')).toEqual(['withdrawn']);
    await hub.build.item({ slug: 'withdrawn', status: ItemStatus.WITHDRAWN });
    expect(await slugs(hub, 'gallohuracán')).toEqual([]);
    expect(await kept(hub).countDocuments({})).toBe(0);
  });

  it('are found by their own words while the service is away, and by the others when it is back', async () => {
    translation.isDown = true;
    await hub.build.items([
      { slug: 'quake-1', texts: { es: { title: 'Terremoto uno' } } },
      { slug: 'quake-2', texts: { es: { title: 'Terremoto dos' } } },
    ]);
    expect((await slugs(hub, 'terremoto')).sort()).toEqual(['quake-1', 'quake-2']);
    await eventually(async () => expect(translation.asked.length).toBeGreaterThan(2));
    expect(await waitingByMetrics(hub)).toBe(2);
    const warnings = hub.log.filter(({ msg }) => msg.startsWith('translations'));
    expect(warnings).toMatchObject([{ level: 40, reason: 'It is away.' }]);

    translation.isDown = false;
    await translated(hub);
    expect((await slugs(hub, 'galloterremoto')).sort()).toEqual(['quake-1', 'quake-2']);
    expect(await waitingByMetrics(hub)).toBe(0);
    expect(hub.log.filter(({ level }) => level >= 50)).toEqual([]);
  });

  it('do not wait for one that cannot be translated', async () => {
    translation.refused.add('Imposible');
    await hub.build.item({ slug: 'impossible', texts: { es: { title: 'Imposible' } } });
    await eventually(async () => expect(translation.asked).toContain('en: Imposible'));
    await hub.build.item({ slug: 'possible', texts: { es: { title: 'Sequía' } } });
    await eventually(async () => expect(await slugs(hub, 'gallosequía')).toEqual(['possible']));
    expect(await waitingByMetrics(hub)).toBe(1);
    translation.refused.clear();
    await translated(hub);
  });
});

describe('A hub whose translation service is slow', () => {
  it('stops at once all the same, and goes on at the next start', async () => {
    const translation = new PretendTranslation();
    translation.delayMs = 60_000;
    const folder = await mkdtemp(join(tmpdir(), 'saberes-slow-'));
    const config = { DATA_DIR: folder };
    const slow = await startTestHub({ translation, config });
    await slow.build.item({ slug: 'slow', texts: { es: { title: 'Marea' } } });
    expect(await slugs(slow, 'marea')).toEqual(['slow']);
    await eventually(async () => expect(translation.asked).toHaveLength(1));
    await slow.stop();

    translation.delayMs = 0;
    const next = await startTestHub({ translation, config });
    await eventually(async () => expect(await slugs(next, 'gallomarea')).toEqual(['slow']));
    await next.stop();
    await rm(folder, { recursive: true, force: true });
  });
});

describe('A hub without a translation service', () => {
  it('asks the store for nothing, and has all translated once there is one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saberes-off-'));
    const config = { DATA_DIR: folder };
    const off = await startTestHub({ config });
    const commands = await off.storeCommands(async () => {
      await off.build.item({ slug: 'early', texts: { es: { title: 'Aluvión' } } });
    });
    expect(commands.filter(({ command }) => JSON.stringify(command).includes('machine_'))).toEqual(
      [],
    );
    expect(await (await fetch(`${off.url}/metrics`)).text()).not.toContain('translation');
    await off.stop();

    const on = await startTestHub({ config, translation: new PretendTranslation() });
    await eventually(async () => expect(await slugs(on, 'galloaluvión')).toEqual(['early']));
    // What went while nobody looked is cleared away.
    await kept(on).insertOne({ _id: 'itm_gone', version: 1 } as object);
    await on.stop();
    const again = await startTestHub({ config, translation: new PretendTranslation() });
    await eventually(async () => expect(await kept(again).countDocuments({})).toBe(1));
    await again.stop();
    await rm(folder, { recursive: true, force: true });
  });
});

const describeWithMongo = realMongo ? describe : describe.skip;

describeWithMongo('Hubs that share a store', () => {
  const hubs: TestHub[] = [];
  afterEach(async () => {
    for (const hub of hubs.splice(0).reverse()) await hub.stop();
  });

  it('share the translating, and find the same with indexes of their own', async () => {
    const uri = withDatabase(realMongo?.mongoUri ?? '', freshDatabase('machine'));
    const translation = new PretendTranslation();
    const startOne = async (options: TestHubOptions = {}) => {
      const hub = await startTestHub({ config: { MONGODB_URI: uri }, translation, ...options });
      hubs.push(hub);
      return hub;
    };
    const [one, other] = [await startOne(), await startOne()];
    const slugsOf = Array.from({ length: 12 }, (_, at) => `shared-${at}`);
    await Promise.all(
      slugsOf.map((slug, at) =>
        (at % 2 === 0 ? one : other).build.unindexedItem({
          slug,
          texts: { es: { title: `Compartido ${slug}` } },
        }),
      ),
    );
    for (const hub of [one, other]) {
      await eventually(async () =>
        expect((await slugs(hub, 'gallocompartido')).sort()).toEqual([...slugsOf].sort()),
      );
    }
    expect(new Set(translation.asked).size).toBe(translation.asked.length);
    expect(translation.asked).toHaveLength(slugsOf.length * 3);
  });
});
