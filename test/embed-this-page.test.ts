import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { ACTIVE_TEXTS, activeIn } from './support/active-content.js';
import { hrefs, type OpenedPage, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const LOCALES = ['es', 'en', 'pt', 'fr'];

describe('The page that writes snippets', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  const choose = (question: string, locale = 'en') =>
    openPage(hub, `/${locale}/embed-this?${question}`);
  const snippet = (page: OpenedPage, name: string) =>
    page.document.querySelector(`#snippet-${name}`)?.textContent ?? '';
  const preview = (page: OpenedPage) =>
    page.document.querySelector('#preview-frame')?.getAttribute('src');
  const inHtml = (page: OpenedPage, name: string) =>
    parseHTML(`<html><body>${snippet(page, name)}</body></html>`).document;

  it.each([
    ['/items/ciss-disaster-protocol', 'what=item&slug=ciss-disaster-protocol'],
    ['/countries/MX', 'what=list&country=MX'],
    ['/themes/health', 'what=list&theme=health'],
    ['/challenges/H1', 'what=list&challenge=H1'],
    ['/search?q=agua&kind=PROTOCOL', 'what=search&query=agua&kind=PROTOCOL'],
    ['/search?country=MX&country=PE', 'what=list&country=MX&country=PE'],
    ['/search?q=agua&stage=RESPONSE', 'what=search&query=agua&left=stage'],
  ])('is offered by %s with what it shows', async (path, question) => {
    const page = await openPage(hub, `/es${path}`);
    const [address] = hrefs(page, '.embed-button');

    expect(address).toBe(`/es/embed-this?${question}`);
    const opened = await openPage(hub, address ?? '');
    expect(opened.status).toBe(200);
    expect(preview(opened)).toMatch(/^\/es\/embed\//);
    expect(opened.text('.notice')).toMatch(question.includes('left') ? /etapa/i : /^$/);
  });

  it.each(['/actors/imss', '/about', '/search?q=xyzq', '/events'])(
    'is not offered by %s',
    async (path) => {
      const page = await openPage(hub, `/es${path}`);
      expect(page.document.querySelector('.embed-button')).toBeNull();
    },
  );

  it.each([
    ['what=list', '/en/embed/newest'],
    ['what=list&country=MX', '/en/embed/country?code=MX'],
    ['what=list&country=MX&country=PE', '/en/embed/newest?country=MX&country=PE'],
    ['what=list&kind=PROTOCOL', '/en/embed/newest?kind=PROTOCOL'],
    ['what=search&query=water&lang=pt', '/pt/embed/search?query=water'],
    [
      'what=list&theme-mode=dark&limit=3&accent=%230B4F5C',
      '/en/embed/newest?limit=3&theme-mode=dark&accent=0b4f5c',
    ],
    ['what=item&slug=plan-panama-solidario&limit=3', '/en/embed/item?slug=plan-panama-solidario'],
    ['what=stored&stored=ours&key=sabp_x', '/en/embed/ours?key=sabp_x'],
    ['what=nothing&limit=900&theme-mode=x&accent=red&lang=de', '/en/embed/newest'],
  ])('shows what it is asked for: %s', async (question, address) => {
    expect(preview(await choose(question))).toBe(address);
  });

  it('writes addresses that work, each the same records', async () => {
    const page = await choose('what=list&country=MX&limit=3&lang=fr');
    const at = (address: string | null | undefined) =>
      openPage(hub, (address ?? '').replace(hub.hub.url, ''));
    const frame = inHtml(page, 'frame').querySelector('iframe');
    const framed = await at(frame?.getAttribute('src'));
    const titles = framed.texts('h2');

    expect(titles).toHaveLength(3);
    expect(frame?.getAttribute('title')).toBe('Mexique');
    const [, fragment] = /'(http[^']+)'/.exec(snippet(page, 'noScript')) ?? [];
    expect((await at(fragment)).texts('.saberes-title')).toEqual(titles);
    const [, asked] = /'(http[^']+)'/.exec(snippet(page, 'curl')) ?? [];
    const { data } = JSON.parse((await at(asked)).html) as {
      readonly data: { readonly list: { readonly nodes: readonly { readonly title: string }[] } };
    };
    const plain = data.list.nodes.map(({ title }) => title.replace(/\s+/g, ' '));
    expect(plain).toEqual(titles);
    const pasted = new URLSearchParams({ url: snippet(page, 'wordpress') });
    expect((await openPage(hub, `/oembed?${pasted}`)).status).toBe(200);
  });

  it('leaves the key of a stored query to the surroundings of a server', async () => {
    const page = await choose('what=stored&stored=ours&key=sabp_x&limit=3');

    for (const name of ['noScript', 'curl']) {
      expect(snippet(page, name)).toContain('authorization: Bearer ');
      expect(snippet(page, name)).toContain('SABERES_KEY');
      expect(snippet(page, name)).not.toMatch(/sabp_x|limit/);
    }
  });

  it('writes the widget with the script that lies on the hub, by its hash', async () => {
    const page = await choose(
      'what=search&query=water&country=MX&country=PE&limit=5&accent=b00020',
    );
    const document = inHtml(page, 'html');
    const floating = document.querySelector('script')?.getAttribute('src');
    const script = inHtml(page, 'pinned').querySelector('script');
    const built = (await (await fetch(`${hub.url}/widget/saberes.json`)).json()) as {
      readonly url: string;
      readonly integrity: string;
    };

    expect(floating).toBe(`${hub.hub.url}/widget/v0/saberes.js`);
    expect(script?.getAttribute('src')).toBe(hub.hub.url + built.url);
    expect(script?.getAttribute('integrity')).toBe(built.integrity);
    const element = document.querySelector('saberes-search');
    const attributes = [...(element?.attributes ?? [])].map(({ name, value }) => [name, value]);
    expect(attributes).toEqual([
      ['lang', 'en'],
      ['query', 'water'],
      ['country', 'MX,PE'],
      ['limit', '5'],
    ]);
    const [link] = element?.querySelectorAll('a') ?? [];
    const href = (link?.getAttribute('href') ?? '').replace(hub.hub.url, '');
    expect((await openPage(hub, href)).status).toBe(200);
    expect(snippet(page, 'html')).toContain('--saberes-accent: #b00020');
    expect(snippet(page, 'react')).toContain('<saberes-search lang={"en"}');
  });

  it('says what a strict policy has to allow', async () => {
    const page = await choose('what=list');

    const policies = page.texts('.snippet__policy code');
    expect(new Set(policies)).toEqual(
      new Set([
        `script-src ${hub.hub.url}; connect-src ${hub.hub.url}`,
        `frame-src ${hub.hub.url}`,
      ]),
    );
  });

  it.each(['what=item', 'what=stored', 'what=item&slug=%3Cscript%3E', 'what=item&slug=nowhere'])(
    'shows nothing before it knows what: %s',
    async (question) => {
      const page = await choose(question);

      expect(page.status).toBe(200);
      expect(preview(page)).toBeUndefined();
      expect(page.text('.notice')).not.toBe('');
    },
  );

  it.each(LOCALES)(
    'carries everything in a form that works without a script, in %s',
    async (locale) => {
      const page = await choose(
        'what=search&query=a&country=MX&lang=pt&theme-mode=dark&limit=7',
        locale,
      );

      const form = page.document.querySelector('[data-embed-form]');
      expect(form?.getAttribute('action')).toBe(`/${locale}/embed-this`);
      const chosen = [...(form?.querySelectorAll('option[selected]') ?? [])].map((option) =>
        option.getAttribute('value'),
      );
      expect(chosen.filter((value) => value !== '')).toEqual(['search', 'MX', 'pt', 'dark']);
      const typed = [...(form?.querySelectorAll('input') ?? [])].map((input) =>
        input.getAttribute('value'),
      );
      expect(typed).toEqual(['a', '7', '']);
    },
  );

  it('embeds as many words and filters as the hub takes, all of them', async () => {
    const { countries } = await hub.query<{ countries: readonly { code: string }[] }>(
      '{ countries { code } }',
    );
    const words = 'agua '.repeat(100).trim();
    const asked = new URLSearchParams({ what: 'search', query: words });
    for (const { code } of countries) asked.append('country', code);
    const page = await choose(asked.toString());

    const shown = new URL(preview(page) ?? '', hub.url);
    expect(shown.searchParams.get('query')).toBe(words);
    expect(shown.searchParams.getAll('country')).toEqual(countries.map(({ code }) => code));
    expect(page.document.querySelectorAll('select[name=country]')).toHaveLength(countries.length);
    const fields = [page, await openPage(hub, `${shown.pathname}${shown.search}`)].map(
      ({ document }) => document.querySelector('input[name=query]'),
    );
    for (const field of fields) {
      expect(field?.getAttribute('value')).toBe(words);
      expect(field?.getAttribute('maxlength')).toBe('500');
    }
  });

  it('stays text whatever its address or a record says', async () => {
    for (const [index, text] of ACTIVE_TEXTS.entries()) {
      await hub.build.item({ slug: `made-${index}`, texts: { es: { title: text } } });
      const values = { query: text, slug: `made-${index}`, country: text, key: text, accent: text };
      for (const what of ['search', 'item', 'stored']) {
        const question = new URLSearchParams({ ...values, what, stored: `a${index}` });
        const page = await choose(question.toString(), 'es');

        expect(activeIn(page).filter((found) => found !== 'iframe')).toEqual([]);
        const elements = [...inHtml(page, 'html').body.querySelectorAll('*')];
        const names = elements.map(({ tagName }) => tagName.toLowerCase());
        expect(names).toEqual(['script', expect.stringMatching(/^saberes-/), 'a']);
        const frame = inHtml(page, 'frame').body.querySelectorAll('*');
        expect(frame).toHaveLength(1);
      }
    }
  });
});
