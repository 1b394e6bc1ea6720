import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hrefs, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const LOCALES = ['es', 'en', 'pt', 'fr'];

interface ExampleAnswer {
  readonly data: {
    readonly search?: { readonly totalCount: number };
    readonly knowledgeItem?: unknown;
  };
}

describe('What the hub says of itself', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  it.each([
    ['es', 'Acerca de este sitio', '3 y 4 de diciembre de 2020'],
    ['en', 'About this site', '3 and 4 December 2020'],
    ['pt', 'Sobre este site', '3 e 4 de dezembro de 2020'],
    ['fr', 'À propos de ce site', '3 et 4 décembre 2020'],
  ])('tells where the content comes from and what the labels mean, in %s', async (...expected) => {
    const [locale, title, days] = expected;
    const page = await openPage(hub, `/${locale}/about`);

    expect(page.status).toBe(200);
    expect(page.text('h1')).toBe(title);
    expect(page.text('main')).toContain(days);
    expect(page.document.querySelectorAll('.explained dt')).toHaveLength(4 + 5 + 4);
    expect(hrefs(page, 'main a')).toEqual([`/${locale}/events`, `/${locale}/api`]);
  });

  it.each(LOCALES)('shows examples that answer what it says, in %s', async (locale) => {
    const page = await openPage(hub, `/${locale}/api`);
    const commands = texts(page.document, '.example__curl');
    const answers = texts(page.document, '.example__answer').map(
      (text) => JSON.parse(text) as ExampleAnswer,
    );

    expect(commands.length).toBeGreaterThanOrEqual(4);
    for (const [at, command] of commands.entries()) {
      const [, body = ''] = /-d '([^']*)'$/.exec(command) ?? [];
      const headers = [...command.matchAll(/-H '([^:]+): ([^']+)'/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      );
      const { data, errors } = await hub.post(body, Object.fromEntries(headers));
      expect(errors).toBeUndefined();
      expect({ data }).toEqual(answers[at]);
      expect(command).toContain(`curl -s ${hub.hub.url}/graphql `);
    }
    expect(answers[1]?.data.search?.totalCount).toBeGreaterThan(0);
    expect(answers[3]?.data.knowledgeItem).toBeTruthy();
  });

  it('leads on to the explorer and the feeds', async () => {
    const links = hrefs(await openPage(hub, '/pt/api'), 'main a');

    expect(links).toEqual(expect.arrayContaining(['/graphql', '/pt/feed.atom', '/pt/feed.json']));
    for (const link of links) {
      const page = await openPage(hub, link ?? '', { accept: 'text/html' });
      expect([link, page.status]).toEqual([link, 200]);
    }
  });
});

/** Texts as they stand, with their line breaks. */
const texts = (document: Document, selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
