import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSeeds } from '../seeds/load.js';
import { asMember, KnownMembers } from './support/members.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const SAVE = `mutation ($input: ThematicAreaInput!, $version: Int!) {
  saveThematicArea(input: $input, expectedVersion: $version) {
    version thematicArea { code name broader { code } } problems { code field currentVersion }
  }
}`;
const SEARCH = '{ search(query: "palafitos", first: 3) { nodes { slug } } }';

interface Saved {
  readonly saveThematicArea: {
    readonly version: number | null;
    readonly thematicArea: object | null;
    readonly problems: readonly object[];
  };
}

const members = new KnownMembers();
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ seeds: true, authenticator: members });
  members.curator('carla');
}, 60_000);
afterAll(() => hub.stop());

const labels = (text: string) => ['ES', 'EN', 'PT', 'FR'].map((locale) => ({ locale, text }));
const save = async (input: object, version = 0, who = 'carla') =>
  (await asMember(hub, who)<Saved>(SAVE, { input, version })).saveThematicArea;

describe('The thesaurus', () => {
  it('grows by a theme that records can be filed under at once', async () => {
    const saved = await save({
      code: 'stilt-houses',
      labels: labels('Vivienda'),
      broader: 'health',
    });

    expect(saved).toEqual({
      version: 1,
      thematicArea: { code: 'stilt-houses', name: 'Vivienda', broader: { code: 'health' } },
      problems: [],
    });
    await hub.build.item({ slug: 'houses', themes: ['stilt-houses'] });
    const ask = '{ thematicArea(code: "stilt-houses") { items { nodes { slug } } } }';
    expect(await hub.query(ask)).toEqual({
      thematicArea: { items: { nodes: [{ slug: 'houses' }] } },
    });
  });

  it('finds records by a synonym that a curator adds', async () => {
    const before = await hub.query<{ search: { nodes: unknown[] } }>(SEARCH);
    const input = { code: 'stilt-houses', labels: labels('Vivienda') };
    const synonyms = [{ locale: 'ES', texts: ['palafitos'] }];

    await save({ ...input, synonyms }, 1);

    await hub.hub.indexer.settle();
    expect(before.search.nodes).toEqual([]);
    expect(await hub.query(SEARCH)).toEqual({ search: { nodes: [{ slug: 'houses' }] } });
  });

  it('is not overwritten by who read an older version, nor by the shipped content', async () => {
    const late = await save({ code: 'stilt-houses', labels: labels('Otra') }, 1);
    await save({ code: 'health', labels: labels('Salud para todos') });
    // As after an update of the hub that ships other labels.
    await hub.hub.models.state.updateOne({ _id: 'seeds' }, { $set: { hash: 'older' } });
    await hub.hub.models.concept.updateOne({ _id: 'thm_health' }, { $set: { seedHash: 'older' } });
    await loadSeeds(hub.hub);

    expect(late.problems).toEqual([
      { code: 'CONFLICT', field: 'expectedVersion', currentVersion: 2 },
    ]);
    expect(await hub.query('{ thematicArea(code: "health") { name } }')).toEqual({
      thematicArea: { name: 'Salud para todos' },
    });
  });

  it('refuses a theme without a language, below itself, or under a code that is none', async () => {
    const short = await save({ code: 'Ágil', labels: labels('Ágil').slice(1) });
    const below = await save(
      { code: 'health', labels: labels('Salud'), broader: 'stilt-houses' },
      1,
    );

    expect(short.problems).toMatchObject([{ field: 'code' }, { field: 'labels.es' }]);
    expect(below.problems).toEqual([]);
    const circle = await save({ code: 'stilt-houses', labels: labels('V'), broader: 'health' }, 2);
    expect(circle.problems).toMatchObject([{ field: 'broader' }]);
  });
});
