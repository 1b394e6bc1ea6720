import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { embedded } from './support/embed.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

describeOnEveryStore('An embedded answer', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.items([
      { slug: 'a', texts: { es: { title: 'Uno' }, en: { title: 'One' } } },
      { slug: 'b', texts: { es: { title: 'Dos' } } },
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

    expect(without.headers.get('vary')).toBe('accept-language');
    expect(given.headers.get('vary')).toBeNull();
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

  it('is computed once for all who ask at the same time', async () => {
    let runs = 0;
    const { operations } = hub.hub;
    const run = operations.run.bind(operations);
    operations.run = (...asked) => {
      runs += 1;
      return run(...asked);
    };
    try {
      const all = await Promise.all(
        Array.from({ length: 100 }, (_one, at) =>
          embedded(hub, `search?query=dos${at % 2 ? '&lang=es' : ''}`, {
            origin: `https://site-${at}.example`,
          }),
        ),
      );

      expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
      expect(new Set(all.map(({ text }) => text)).size).toBe(1);
      expect(runs).toBe(1);
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
