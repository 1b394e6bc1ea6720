import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEveryStore } from './support/platforms.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const ITEM = 'query ($slug: String) { knowledgeItem(slug: $slug) { title } }';

describeOnEveryStore('An answer that is kept', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.items([
      { slug: 'a', texts: { es: { title: 'Uno' }, en: { title: 'One' } } },
      { slug: 'b', texts: { es: { title: 'Dos' } } },
    ]);
  });
  afterAll(() => hub.stop());

  /** How many operations were answered in this way so far. */
  const answered = async (way: string, from = hub) => {
    const text = await (await fetch(`${from.url}/metrics`)).text();
    const pattern = `saberes_graphql_seconds_count\\{way="${way}",status="200"\\} (\\d+)`;
    return Number(text.match(new RegExp(pattern))?.[1] ?? 0);
  };

  const keptBy = async (run: () => Promise<unknown>) => {
    const before = await answered('kept');
    await run();
    return (await answered('kept')) - before;
  };

  /** The first time an operation is learnt, the second time its answer is kept. */
  const warm = async (...asked: Parameters<TestHub['ask']>) => {
    await hub.ask(...asked);
    return hub.ask(...asked);
  };

  it('is given again, byte for byte, without asking the store', async () => {
    const first = await warm(ITEM, { slug: 'a' });
    let again = first;

    const commands = await hub.storeCommands(async () => {
      again = await hub.ask(ITEM, { slug: 'a' });
    });

    expect(commands).toEqual([]);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(await keptBy(() => hub.ask(ITEM, { slug: 'a' }))).toBe(1);
  });

  it('goes with the next change of anything public', async () => {
    await warm(ITEM, { slug: 'a' });

    await hub.build.item({ slug: 'a', texts: { es: { title: 'Otro' }, en: { title: 'Other' } } });

    expect((await hub.ask(ITEM, { slug: 'a' })).data).toEqual({ knowledgeItem: { title: 'Otro' } });
  });

  it('goes with the next change of reference data', async () => {
    const document = '{ countries { name } }';
    await hub.build.country({ code: 'DM', name: 'Dominica' });
    await warm(document);

    await hub.build.country({ code: 'DM', name: 'Dominique' });

    expect((await hub.ask(document)).data).toEqual({ countries: [{ name: 'Dominique' }] });
  });

  it('is for its own variables, language and media type alone', async () => {
    await warm(ITEM, { slug: 'b' });
    const other = await warm(ITEM, { slug: 'a' });
    const english = await warm(ITEM, { slug: 'a' }, { 'accept-language': 'en' });
    const modern = await warm(ITEM, { slug: 'a' }, { accept: 'application/graphql-response+json' });

    expect(other.data).toEqual({ knowledgeItem: { title: 'Otro' } });
    expect(english.data).toEqual({ knowledgeItem: { title: 'Other' } });
    expect(modern.headers.get('content-type')).toMatch(/graphql-response/);
    expect(other.headers.get('vary')).toMatch(/accept-language/i);
  });

  it('is never one with errors', async () => {
    const document = '{ knowledgeItem { id } hub { name } }';
    await warm(document);

    expect(await keptBy(() => hub.ask(document))).toBe(0);
  });

  it.each([
    ['authorization', 'Bearer x'],
    ['cookie', 'session=1'],
  ])('is never given to somebody who is known by %s', async (name, value) => {
    const headers = { [name]: value };
    await warm(ITEM, { slug: 'b' });

    expect(await keptBy(() => hub.ask(ITEM, { slug: 'b' }, headers))).toBe(0);
  });

  it('is none when there is no memory for it', async () => {
    const without = await startTestHub({ config: { ANSWERS_CACHE_MB: 0 } });
    for (let times = 0; times < 3; times += 1) await without.query('{ hub { name } }');

    expect(await answered('kept', without)).toBe(0);
    await without.stop();
  });
});
