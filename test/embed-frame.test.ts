import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ItemStatus } from '../schema/knowledge-enums.js';
import { ACTIVE_TEXTS, activeIn } from './support/active-content.js';
import { CANARY } from './support/canary.js';
import { eventually } from './support/eventually.js';
import { FaultyServer } from './support/faulty-engine.js';
import { hrefs, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('A page for a frame of another site', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  it.each([
    ['es', 'Novedades de Saberes'],
    ['en', 'What is new on Saberes'],
    ['pt', 'Novidades do Saberes'],
    ['fr', 'Les nouveautés de Saberes'],
  ])('shows what is new, in %s', async (locale, heading) => {
    const page = await openPage(hub, `/${locale}/embed/newest?limit=4`);

    expect(page.status).toBe(200);
    expect(page.headers.get('content-language')).toBe(locale);
    expect(page.document.documentElement.getAttribute('lang')).toBe(locale);
    expect(page.text('h1')).toBe(heading);
    expect(page.texts('h2')).toHaveLength(4);
    for (const address of hrefs(page, 'h2 a'))
      expect(address).toMatch(new RegExp(`^${hub.hub.url}/${locale}/items/`));
  });

  it.each([
    ['country?code=MX', 'México', '/es/countries/MX'],
    ['theme?code=health', 'Salud', '/es/themes/health'],
    ['search?query=compra+conjunta', '«compra conjunta»', '/es/search?q=compra+conjunta'],
    ['newest?country=MX,PE&kind=PROTOCOL', 'Novedades de Saberes', '/es/search?'],
    ['newest?country=MX,%20PE', 'Novedades de Saberes', '/es/search?country=MX&country=PE'],
  ])('says what it is about and leads on, for %s', async (question, heading, more) => {
    const page = await openPage(hub, `/es/embed/${question}`);

    expect(page.text('h1')).toBe(heading);
    expect(page.texts('h2').length).toBeGreaterThan(0);
    expect(hrefs(page, 'footer a')[0]).toContain(hub.hub.url + more);
  });

  it('shows one record as its heading', async () => {
    const page = await openPage(hub, '/en/embed/item?slug=ciss-disaster-protocol');

    expect(page.texts('h1')).toHaveLength(1);
    expect(hrefs(page, 'h1 a')).toEqual([`${hub.hub.url}/en/items/ciss-disaster-protocol`]);
    expect(page.texts('h2')).toEqual([]);
  });

  it('leaves the frame with every link, and is in no search engine', async () => {
    const page = await openPage(hub, '/es/embed/newest');

    const targets = [...page.document.querySelectorAll('a')].map((link) =>
      link.getAttribute('target'),
    );
    expect(new Set(targets)).toEqual(new Set(['_top']));
    expect(page.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe(
      'noindex',
    );
  });

  it('searches on within the frame, without a script, and keeps the rest', async () => {
    const page = await openPage(hub, '/pt/embed/search?query=a&country=MX&theme-mode=dark');

    const form = page.document.querySelector('form');
    expect(form?.getAttribute('action')).toBe('/pt/embed/search');
    const fields = [...page.document.querySelectorAll('input[type=hidden]')].map((input) => [
      input.getAttribute('name'),
      input.getAttribute('value'),
    ]);
    expect(fields).toEqual([
      ['country', 'MX'],
      ['theme-mode', 'dark'],
    ]);
  });

  it('may be framed by anybody, while every other page refuses', async () => {
    const { headers } = await openPage(hub, '/es/embed/newest');
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');

    const others = ['/es', '/es/embed/newest.fragment', '/es/embed/', '/es/embed/a/b', '/oembed'];
    for (const address of others) {
      const other = await openPage(hub, address);
      expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  it('knows no cookies', async () => {
    const member = await hub.build.member();
    const signedIn = await openPage(hub, '/es/embed/newest', await hub.sessionOf(member));
    const stranger = await openPage(hub, '/es/embed/newest');

    expect(signedIn.html).toBe(stranger.html);
    expect(signedIn.headers.get('set-cookie')).toBeNull();
    expect(signedIn.headers.get('cache-control')).toBe(
      'public, max-age=1, stale-while-revalidate=2',
    );
  });

  it('answers 304 to whoever has it', async () => {
    const { headers } = await openPage(hub, '/fr/embed/newest');
    const etag = headers.get('etag') ?? '';
    const again = await openPage(hub, '/fr/embed/newest', { 'if-none-match': etag });

    expect(again.status).toBe(304);
    expect(again.headers.get('content-security-policy')).toContain('frame-ancestors *');
  });

  it('takes a theme and a colour, and nothing that is neither', async () => {
    const dark = await openPage(hub, '/es/embed/newest?theme-mode=dark&accent=%23B00020');
    expect(dark.document.documentElement.getAttribute('data-theme')).toBe('dark');
    expect(dark.text('style')).toBe(':root:root:root{--saberes-accent:#b00020}');
    expect(dark.headers.get('content-security-policy')).toMatch(
      /style-src 'self' 'sha256-[\w+/]+='/,
    );

    const odd = await openPage(hub, '/es/embed/newest?theme-mode=%22x&accent=red;}*{display:none');
    expect(odd.status).toBe(200);
    expect(odd.document.documentElement.getAttribute('data-theme')).toBeNull();
    expect(odd.document.querySelector('style')).toBeNull();
  });

  it.each([
    ['newest?colour=red', 400],
    ['newest?limit=0', 400],
    ['newest?country=ZZ', 400],
    ['search?kind=NONE', 400],
    ['nothing', 401],
    ['item?slug=nowhere', 200],
    ['search?query=xyzq', 200],
  ])('is calm when there is nothing to show: %s', async (question, status) => {
    const page = await openPage(hub, `/en/embed/${question}`);

    expect(page.status).toBe(status);
    expect(page.text('.message')).toMatch(/cannot be shown|nothing to show/);
    expect(hrefs(page, 'footer a')[0]).toContain(`${hub.hub.url}/en`);
    expect(page.headers.get('content-security-policy')).toContain('frame-ancestors *');
    const caching = status === 200 ? 'public, max-age=1, stale-while-revalidate=2' : 'no-store';
    expect(page.headers.get('cache-control')).toBe(caching);
  });

  it('is only read', async () => {
    const response = await fetch(`${hub.url}/es/embed/newest`, { method: 'POST' });

    expect(response.status).toBe(403);
  });

  it('shows nothing that is not public, and what is withdrawn no longer', async () => {
    await hub.build.item({
      slug: 'canary-draft',
      status: ItemStatus.DRAFT,
      texts: { es: { title: `${CANARY} oculto` } },
    });
    await hub.build.item({ slug: 'canary-shown', texts: { es: { title: `${CANARY} visible` } } });
    const found = async () => (await openPage(hub, `/es/embed/search?query=${CANARY}`)).texts('h2');
    expect(await found()).toEqual([`${CANARY} visible`]);

    await hub.build.item({ slug: 'canary-shown', status: ItemStatus.WITHDRAWN });
    await eventually(async () => expect(await found()).toEqual([]));
    expect((await openPage(hub, '/es/embed/newest')).html).not.toContain(CANARY);
  });

  it('stays text whatever a record says', async () => {
    for (const [index, text] of ACTIVE_TEXTS.entries()) {
      await hub.build.item({
        slug: `made-${index}`,
        texts: { es: { title: text, summary: text } },
      });
      const page = await openPage(hub, `/es/embed/item?slug=made-${index}`);

      expect(page.text('h1')).toBe(text.replace(/\s+/g, ' ').trim());
      expect(activeIn(page)).toEqual([]);
    }
  });

  it('stays text whatever its address says', async () => {
    for (const text of ACTIVE_TEXTS) {
      const words = new URLSearchParams({ query: text, accent: text, 'theme-mode': text });
      const page = await openPage(hub, `/es/embed/search?${words}`);

      const field = page.document.querySelector('input[type=search]');
      expect(field?.getAttribute('value')).toBe(text.trim());
      expect(activeIn(page)).toEqual([]);
    }
  });
});

describe('A page for a frame, while search is down', () => {
  const server = new FaultyServer();
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ engine: server.engine() });
    await hub.build.item({ slug: 'a', texts: { es: { title: 'Vacunas' } } });
  });
  afterAll(() => hub.stop());

  it('shows what was found last and says so, or leads to the hub', async () => {
    const before = await openPage(hub, '/es/embed/search?query=vacunas');
    server.isDown = true;
    await hub.hub.dataVersion.bump();

    const stale = await openPage(hub, '/es/embed/search?query=vacunas');
    expect(stale.status).toBe(200);
    expect(stale.texts('h2')).toEqual(before.texts('h2'));
    expect(stale.text('.message')).toContain('la copia más reciente');
    expect(stale.headers.get('x-saberes-stale')).toBe('true');
    expect(before.headers.get('x-saberes-stale')).toBeNull();

    const unknown = await openPage(hub, '/es/embed/search?query=otra');
    expect(unknown.status).toBe(503);
    expect(unknown.text('.message')).toMatch(/no puede mostrarse/);
    expect(hrefs(unknown, 'footer a')[0]).toBe(`${hub.hub.url}/es/search?q=otra`);
  });
});
