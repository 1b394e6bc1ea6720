import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { embedded, raw } from './support/embed.js';
import { buildPartner, buildStoredQuery } from './support/partners.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

describeOnEveryStore('An embedded answer', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.items([
      { slug: 'a', texts: { es: { title: 'Uno' }, en: { title: 'One' } } },
      { slug: 'b', texts: { es: { title: 'Dos', summary: 'Agua y salud. '.repeat(100) } } },
    ]);
  });
  afterAll(() => hub.stop());

  it('may be kept by shared caches for a moment only', async () => {
    const { headers } = await embedded(hub, 'newest');

    expect(headers.get('cache-control')).toBe('public, max-age=1, stale-while-revalidate=2');
    expect(headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
  });

  it('may be read by scripts of any site', async () => {
    const { headers } = await embedded(hub, 'newest', { origin: 'https://partner.example' });

    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('access-control-expose-headers')).toMatch(/etag.*x-saberes-stale/);
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('varies by language unless the address says which', async () => {
    const without = await embedded(hub, 'newest', { 'accept-language': 'en' });
    const given = await embedded(hub, 'newest?lang=en');

    expect(without.headers.get('vary')).toBe('accept-encoding, accept-language');
    expect(given.headers.get('vary')).toBe('accept-encoding');
    expect(without.headers.get('etag')).toBe(given.headers.get('etag'));
  });

  it.each([
    (etag: string) => etag,
    (etag: string) => `W/${etag}`,
    (etag: string) => `"other", ${etag}`,
    () => '*',
  ])('is not sent again to who has it (%#)', async (given) => {
    const first = await embedded(hub, 'newest');
    const etag = first.headers.get('etag') ?? '';

    const again = await embedded(hub, 'newest', { 'if-none-match': given(etag) });

    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
    expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is sent compressed to whoever takes that, under a tag of its own', async () => {
    const what = 'newest?lang=es';
    const [packed, refused, plain] = await Promise.all([
      raw(hub, what, { 'accept-encoding': 'br;q=0.9, gzip' }),
      raw(hub, what, { 'accept-encoding': 'gzip;q=0, *' }),
      raw(hub, what),
    ]);

    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.bytes)).toEqual(plain.bytes);
    expect(Number(packed.headers['content-length'])).toBe(packed.bytes.length);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length);
    for (const one of [refused, plain]) expect(one.headers['content-encoding']).toBeUndefined();
    expect(refused.bytes).toEqual(plain.bytes);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    for (const { headers } of [packed, plain]) {
      const again = await raw(hub, what, { 'if-none-match': headers.etag ?? '' });
      expect(again.status).toBe(304);
    }
  });

  it('is sent again once something public has changed', async () => {
    const etag = (await embedded(hub, 'item?slug=b')).headers.get('etag') ?? '';
    await hub.build.item({ slug: 'b', texts: { es: { title: 'Otro' } } });

    const again = await embedded(hub, 'item?slug=b', { 'if-none-match': etag });

    expect(again.status).toBe(200);
    expect(again.data.item?.title).toBe('Otro');
  });

  it('comes from memory the second time', async () => {
    await embedded(hub, 'search?query=uno&country=&lang=es');

    const commands = await hub.storeCommands(async () => {
      await embedded(hub, 'search?lang=es&query=uno', { 'x-forwarded-host': 'evil.example' });
      await embedded(hub, 'search?query=uno', { 'accept-language': 'es-PE,en;q=0.3' });
    });

    expect(commands).toEqual([]);
  });

  it('is computed once for a thousand pages that are opened at the same time', async () => {
    const partner = await buildPartner(hub.hub.models, { origins: ['https://*.partner.example'] });
    const document = 'query ($first: Int!) { knowledgeItems(first: $first) { nodes { title } } }';
    const variables = [{ name: 'first', value: 1, isOpen: true }];
    await buildStoredQuery(hub.hub.models, {
      _id: 'rush',
      partner: partner._id,
      document,
      variables,
    });
    const runs: string[] = [];
    const { operations } = hub.hub;
    const run = operations.run.bind(operations);
    operations.run = (...asked) => {
      runs.push(`${asked[1].acceptedLocale} ${String(asked[1].variables.first)}`);
      return run(...asked);
    };
    try {
      const all = await Promise.all(
        Array.from({ length: 1_000 }, (_one, at) => {
          const lang = at % 2 ? 'es' : 'en';
          const first = at % 3 ? '&first=2' : '';
          const what = `rush?key=${partner.publicKey}&lang=${lang}${first}`;
          return embedded(hub, what, { origin: `https://site-${at}.partner.example` });
        }),
      );

      expect(all.filter(({ status }) => status !== 200)).toEqual([]);
      expect(new Set(all.map(({ text }) => text)).size).toBe(4);
      expect(runs.sort()).toEqual(['en 1', 'en 2', 'es 1', 'es 2']);
    } finally {
      operations.run = run;
    }
  });

  it('is kept by nobody when it is a refusal', async () => {
    const { headers } = await embedded(hub, 'newest?limit=0');

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
  });
});
