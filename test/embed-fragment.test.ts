import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTIVE_TEXTS, activeIn } from './support/active-content.js';
import { hrefs, openPage, readPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('A fragment for the page of another site', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  const read = async (question: string, locale = 'es') => {
    const page = await openPage(hub, `/${locale}/embed/${question}`);
    // As a server puts it into its own page.
    const around = await openPageOf(page.html);
    return { ...around, status: page.status, headers: page.headers, source: page.html };
  };
  const openPageOf = (html: string) =>
    readPage(new Response(`<!doctype html><html><body><main>${html}</main></body></html>`));

  it.each(['es', 'en', 'pt', 'fr'])('is a list of links, in %s', async (locale) => {
    const fragment = await read('country.fragment?code=MX&limit=3', locale);

    expect(fragment.status).toBe(200);
    expect(fragment.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(fragment.headers.get('content-language')).toBe(locale);
    expect(fragment.source).not.toMatch(/<(html|head|body|script|style|link)/);
    const root = fragment.document.querySelector('main > *');
    expect(root?.getAttribute('lang')).toBe(locale);
    expect(root?.getAttribute('aria-label')).not.toBe('');
    expect(fragment.texts('.saberes-title')).toHaveLength(3);
    for (const address of hrefs(fragment, '.saberes-title a'))
      expect(address).toMatch(new RegExp(`^${hub.hub.url}/${locale}/items/`));
    expect(hrefs(fragment, '.saberes-more a')).toEqual([`${hub.hub.url}/${locale}/countries/MX`]);
  });

  it('has classes of its own only, and no heading that could break an outline', async () => {
    const { document } = await read('newest.fragment');

    const classes = [...document.querySelectorAll('main [class]')].flatMap((element) =>
      (element.getAttribute('class') ?? '').split(' '),
    );
    expect(classes.filter((name) => !name.startsWith('saberes'))).toEqual([]);
    expect(document.querySelector('h1, h2, h3, h4, h5, h6, [id], [style]')).toBeNull();
  });

  it('is the link card of one record', async () => {
    const fragment = await read('item.fragment?slug=ciss-disaster-protocol', 'en');

    expect(fragment.texts('.saberes-card')).toHaveLength(1);
    expect(hrefs(fragment, 'a')).toEqual([`${hub.hub.url}/en/items/ciss-disaster-protocol`]);
  });

  it('names the language of what there is in another only', async () => {
    await hub.build.item({ slug: 'only-spanish', texts: { es: { title: 'Solo en español' } } });
    const { document } = await read('item.fragment?slug=only-spanish', 'fr');

    expect(document.querySelector('.saberes-title')?.getAttribute('lang')).toBe('es');
  });

  it.each([
    ['newest.fragment?colour=red', 400],
    ['nothing.fragment', 401],
    ['item.fragment?slug=nowhere', 200],
    ['search.fragment?query=xyzq', 200],
  ])('says calmly that there is nothing, for %s', async (question, status) => {
    const fragment = await read(question, 'en');

    expect(fragment.status).toBe(status);
    expect(fragment.text('.saberes-message')).not.toBe('');
    expect(hrefs(fragment, '.saberes-more a')[0]).toContain(`${hub.hub.url}/en`);
  });

  it('stays text whatever a record says', async () => {
    for (const [index, text] of ACTIVE_TEXTS.entries()) {
      await hub.build.item({
        slug: `made-${index}`,
        texts: { es: { title: text, summary: text } },
      });
      const fragment = await read(`item.fragment?slug=made-${index}`);

      const shown = text.replace(/\s+/g, ' ').trim();
      expect(fragment.text('.saberes-title')).toBe(shown);
      expect(fragment.text('.saberes-summary')).toBe(shown);
      expect(activeIn(fragment)).toEqual([]);
    }
  });
});
