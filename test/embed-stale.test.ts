import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LESSON, RecordSteps } from './support/editorial.js';
import { embedded, refusal, slugsOf } from './support/embed.js';
import { eventually } from './support/eventually.js';
import { FaultyServer } from './support/faulty-engine.js';
import { KnownMembers } from './support/members.js';
import { realMongo } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const DOWN = { status: 503, code: 'SEARCH_UNAVAILABLE' };

describe('While search is down', () => {
  let hub: TestHub;
  let server: FaultyServer;
  let institute: string;
  let theme: string;
  const members = new KnownMembers();
  beforeEach(async () => {
    server = new FaultyServer();
    hub = await startTestHub({ engine: server.engine(), authenticator: members });
    institute = (await hub.build.actor({ slug: 'instituto' }))._id;
    theme = (await hub.build.theme()).code;
    members.editor('elena', institute);
    await hub.build.items([
      { slug: 'a', texts: { es: { title: 'Vacunas' } } },
      { slug: 'b', texts: { es: { title: 'Vacunas y canario' } } },
    ]);
  });
  afterEach(() => hub.stop());

  /** Search goes, and with it everything that was kept. */
  const takeDown = async () => {
    server.isDown = true;
    await hub.hub.dataVersion.bump();
  };
  const search = () => embedded(hub, 'search?query=vacunas');
  const publish = async () => {
    const steps = await RecordSteps.create(hub, 'elena', institute, { ...LESSON, themes: [theme] });
    await steps.take('elena', 'submitDraft');
    const { record } = await steps.take('elena', 'publishDraft');
    await hub.hub.indexer.settle();
    return { steps, slug: record?.slug ?? '' };
  };

  it('the last good answer is given, and marked stale', async () => {
    const before = await search();
    await takeDown();

    const stale = await search();

    expect(stale.status).toBe(200);
    expect(stale.data).toEqual(before.data);
    expect(stale.extensions).toEqual({ stale: true });
    expect(stale.headers.get('x-saberes-stale')).toBe('true');
    expect(stale.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(before.headers.get('x-saberes-stale')).toBeNull();
    expect(before.extensions).toEqual({});
  });

  it('what has not changed is given unmarked, and lists go on as ever', async () => {
    await search();
    server.isDown = true;

    expect((await search()).headers.get('x-saberes-stale')).toBeNull();
    await hub.hub.dataVersion.bump();
    const newest = await embedded(hub, 'newest');
    expect(slugsOf(newest)).toHaveLength(2);
    expect(newest.headers.get('x-saberes-stale')).toBeNull();
  });

  it('a question that was never answered is refused with a code', async () => {
    await takeDown();

    expect(refusal(await search())).toEqual(DOWN);
    expect(refusal(await embedded(hub, 'search?query=vacunas&lang=en'))).toEqual(DOWN);
  });

  it('search is left alone for a moment between two attempts', async () => {
    await search();
    await takeDown();
    let attempts = 0;
    const reach = server.reach.bind(server);
    server.reach = () => {
      attempts += 1;
      return reach();
    };

    const all = await Promise.all(Array.from({ length: 50 }, search));

    expect(all.map(({ extensions }) => extensions.stale)).toEqual(all.map(() => true));
    expect(attempts).toBeLessThan(10);
  });

  it('nothing is given that was withdrawn since', async () => {
    const { steps, slug } = await publish();
    const before = await embedded(hub, 'search');
    expect(slugsOf(before)).toContain(slug);
    server.isDown = true;

    const reason = [{ locale: 'ES', text: 'Contiene un error.' }];
    const { problems } = await steps.take('elena', 'withdrawItem', { reason });

    expect(problems).toEqual([]);
    expect(refusal(await embedded(hub, 'search'))).toEqual(DOWN);
  });

  it('nothing is given whose text was replaced since', async () => {
    const { steps } = await publish();
    await embedded(hub, 'search');
    server.isDown = true;

    await steps.take('elena', 'editItem');
    await steps.take('elena', 'submitDraft');
    const { problems } = await steps.take('elena', 'publishDraft');

    expect(problems).toEqual([]);
    expect(refusal(await embedded(hub, 'search'))).toEqual(DOWN);
  });

  it('a first publication takes nothing away', async () => {
    await search();
    server.isDown = true;
    const steps = await RecordSteps.create(hub, 'elena', institute, { ...LESSON, themes: [theme] });
    await steps.take('elena', 'submitDraft');
    await steps.take('elena', 'publishDraft');

    expect((await search()).extensions).toEqual({ stale: true });
  });

  it('and once it is back, answers are fresh again', async () => {
    await search();
    await takeDown();
    await search();
    server.isDown = false;

    await eventually(async () => expect((await search()).extensions).toEqual({}));
  });
});

const describeWithMongo = realMongo ? describe : describe.skip;

describeWithMongo(`Of hubs on one database (${realMongo?.name ?? 'no MongoDB'})`, () => {
  it('none gives an old copy of what another one has withdrawn', async () => {
    const server = new FaultyServer();
    const uri = withDatabase(realMongo?.mongoUri ?? '', freshDatabase('stale'));
    const start = () =>
      startTestHub({ config: { MONGODB_URI: uri }, engine: server.engine({ shared: true }) });
    const [one, other] = [await start(), await start()];
    try {
      await one.build.item({ slug: 'a', texts: { es: { title: 'Uno' } } });
      await eventually(async () => expect(slugsOf(await embedded(other, 'search'))).toEqual(['a']));
      server.isDown = true;
      await one.hub.dataVersion.bump();
      await eventually(async () =>
        expect((await embedded(other, 'search')).extensions).toEqual({ stale: true }),
      );

      await one.hub.dataVersion.bump({ departure: true });

      await eventually(async () => expect(refusal(await embedded(other, 'search'))).toEqual(DOWN));
    } finally {
      await other.stop();
      await one.stop();
    }
  });
});
