import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { SaberesList } from '../web/widget/list.element.js';
import { describeInBrowser, launchBrowser, watchFaults } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { describeWithPhp } from './support/outside-programs.js';
import { type OpenedPage, openPage } from './support/page.js';
import { buildApp } from './support/partner-build.js';
import { PartnerProject } from './support/partner-project.js';
import { PartnerSite } from './support/partner-site.js';
import { buildPartner, buildStoredQuery } from './support/partners.js';
import { renderPhp } from './support/php.js';
import { type Component, entriesFor } from './support/snippet-app.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const run = promisify(execFile);
const PATIENCE_MS = 120_000;
/** Everything that HTML, a shell, PHP, JavaScript, JSX or Vue could take for code of theirs. */
const ODD = `L'eau "propre" & <b>$HOME</b> \`id\` $(id) \${x} {{ 7 * 7 }} {x} <?= 1 ?> \\' */ </script>`;
const CHOICES = {
  record: 'what=item&slug=odd',
  search: `what=search&limit=1&${new URLSearchParams({ query: ODD })}`,
  list: 'what=list&country=DO&country=PA&limit=2&theme-mode=dark',
  stored: 'what=stored&stored=odd-query',
};
type Choice = keyof typeof CHOICES;
const ALL: readonly Choice[] = ['record', 'search', 'list', 'stored'];
/** What each of them shows, and what stands in its name. */
const SHOWN: Readonly<Record<Choice, { readonly count: number; readonly name: string }>> = {
  record: { count: 1, name: ODD },
  search: { count: 1, name: ODD },
  list: { count: 2, name: 'Panama' },
  stored: { count: 3, name: ODD },
};
const IS_ODD: ReadonlySet<Choice> = new Set<Choice>(['record', 'search']);
const STORED = '{ knowledgeItems(first: 3) { nodes { title url } } }';
/** A policy that allows nothing. */
const NOTHING = "default-src 'none'";
/** So many records the examples of the guide show. */
const GUIDE_COUNT = 5;
const LOCALES = ['es', 'en', 'pt', 'fr'];

interface Given {
  readonly code: string;
  /** All that the page allows: what is named beside the code. */
  readonly policy: string;
}

describeInBrowser('The snippets that the hub writes', () => {
  let hub: TestHub;
  let browser: Browser;
  let site: PartnerSite;
  let project: PartnerProject;
  let publicKey: string;
  let env: { readonly SABERES_KEY: string };
  const pages = new Map<Choice, OpenedPage>();
  const guides = new Map<string, OpenedPage>();
  beforeAll(async () => {
    [hub, browser, site, project] = await Promise.all([
      startTestHub({ seeds: true }),
      launchBrowser(),
      new PartnerSite().open(),
      PartnerProject.open(),
    ]);
    await hub.build.item({ slug: 'odd', texts: { en: { title: ODD, summary: ODD } } });
    const { models } = hub.hub;
    const partner = await buildPartner(models, { origins: [site.origin] });
    const own = { partner: partner._id, document: STORED };
    await buildStoredQuery(models, { ...own, _id: 'odd-query', title: ODD });
    for (const id of [
      'nuestros-protocolos',
      'our-protocols',
      'nossos-protocolos',
      'nos-protocoles',
    ])
      await buildStoredQuery(models, { ...own, _id: id });
    publicKey = partner.publicKey;
    env = { SABERES_KEY: partner.secretKey };
    for (const choice of ALL) pages.set(choice, await configured(choice));
    for (const locale of LOCALES)
      guides.set(locale, await openPage(hub, `/${locale}/partner-guide`));
  }, PATIENCE_MS);
  afterAll(async () => {
    await Promise.all([browser.close(), site.close(), project.close()]);
    await hub.stop();
  });

  const configured = (choice: Choice) => {
    const key = choice === 'stored' ? `&key=${publicKey}` : '';
    return openPage(hub, `/en/embed-this?${CHOICES[choice]}${key}`);
  };

  function snippet(choice: Choice, name: string): Given {
    const element = pages.get(choice)?.document.querySelector(`#snippet-${name}`);
    const added = element?.closest('.snippet')?.querySelector('.snippet__policy code')?.textContent;
    return { code: element?.textContent ?? '', policy: `${NOTHING}; ${added ?? ''}` };
  }

  /** Of the guide, with what some rows of its table add to a policy. */
  function inGuide(locale: string, name: string, rows: readonly number[]): Given {
    const page = guides.get(locale);
    const code = page?.document.querySelector(`#code-${name}`)?.textContent ?? '';
    const table = page?.texts('table code') ?? [];
    return { code, policy: [NOTHING, ...rows.map((row) => table[row])].join('; ') };
  }

  /** A page of the partner's site; nothing in it may be refused or run that should not. */
  async function show(
    { code, policy }: Given,
    look: (page: Page) => Promise<void>,
    script = '',
  ): Promise<void> {
    const address = site.putPage('/page', code, policy, script);
    const page = await browser.newPage({ viewport: { width: 1000, height: 6_000 } });
    const faults = watchFaults(page);
    await page.goto(address);
    await look(page);
    expect(faults).toEqual([]);
    await page.close();
  }

  /** How many records there are, and the first where that is known. */
  const recordsOf = (titles: readonly string[], choice: Choice) => ({
    count: titles.length,
    first: IS_ODD.has(choice) ? titles[0]?.trim() : null,
  });
  const recordsFor = (choice: Choice) => ({
    count: SHOWN[choice].count,
    first: IS_ODD.has(choice) ? ODD : null,
  });

  async function widgetIn(page: Page, choice: Choice, at = 0) {
    const element = page.locator('saberes-list, saberes-search, saberes-item').nth(at);
    const titles = await element.locator('[part=title]').allTextContents();
    const inside = element.locator('> a');
    const address = new URL((await inside.getAttribute('href')) ?? '');
    return {
      ...recordsOf(titles, choice),
      isNamed: (await inside.textContent())?.includes(SHOWN[choice].name),
      words: address.searchParams.get('q'),
      asked: await element.evaluate((one: SaberesList) => one.query ?? null),
      status: (await fetch(address)).status,
    };
  }
  const widgetFor = (choice: Choice) => ({
    ...recordsFor(choice),
    isNamed: true,
    words: choice === 'search' ? ODD : null,
    asked: choice === 'search' ? ODD : null,
    status: 200,
  });

  async function frameIn(page: Page, choice: Choice) {
    const titles = page.frameLocator('iframe').locator('main :is(h1, h2) > a');
    const name = await page.locator('iframe').getAttribute('title');
    return {
      ...recordsOf(await titles.allTextContents(), choice),
      isNamed: name?.includes(SHOWN[choice].name),
    };
  }
  const frameFor = (choice: Choice) => ({ ...recordsFor(choice), isNamed: true });

  it.each(['html', 'pinned'])('show the widget: %s', async (name) => {
    for (const choice of ALL)
      await show(snippet(choice, name), (page) =>
        eventually(async () => expect(await widgetIn(page, choice)).toEqual(widgetFor(choice))),
      );
  });

  it.each(['frame', 'drupal'])('show a frame: %s', async (name) => {
    for (const choice of ALL)
      await show(snippet(choice, name), (page) =>
        eventually(async () => expect(await frameIn(page, choice)).toEqual(frameFor(choice))),
      );
  });

  /** What a site makes of an address that somebody pastes. */
  async function pasted(address: string): Promise<string> {
    const answer = await fetch(`${hub.url}/oembed?${new URLSearchParams({ url: address })}`);
    return ((await answer.json()) as { readonly html: string }).html;
  }

  it('give WordPress an address for which the hub has a frame', async () => {
    for (const choice of ALL) {
      const { code, policy } = snippet(choice, 'wordpress');
      await show({ code: await pasted(code), policy }, (page) =>
        eventually(async () => expect(await frameIn(page, choice)).toEqual(frameFor(choice))),
      );
    }
  });

  it.each(['react', 'vue'] as const)('are components: %s', async (framework) => {
    const chosen = ALL.map((choice): Component => ({ choice, ...snippet(choice, framework) }));
    const shown = LOCALES.map(
      (locale): Component => ({ choice: locale, ...inGuide(locale, framework, [0]) }),
    );
    const components = [...chosen, ...shown];
    const { client, server, script } = await entriesFor(project, framework, components);
    const rendered = await buildApp(project, { client, server, given: {} });
    expect(rendered.match(/<saberes-/g)).toHaveLength(components.length);
    const policy = components[0]?.policy.replace('script-src', "script-src 'self'") ?? '';
    site.put('/app.js', { body: await script(), type: 'text/javascript' });

    const code = '<div id="app"></div><script type="module" src="/app.js"></script>';
    await show({ code, policy }, async (page) => {
      for (const [at, choice] of ALL.entries())
        await eventually(async () =>
          expect(await widgetIn(page, choice, at)).toEqual(widgetFor(choice)),
        );
      for (const locale of LOCALES) {
        const example = page.locator(`saberes-list[lang=${locale}]`).last();
        await eventually(async () =>
          expect(await example.locator('article').count()).toBe(GUIDE_COUNT),
        );
      }
    });
  });

  describeWithPhp('in a page of PHP', () => {
    it('put HTML into it', async () => {
      for (const choice of ALL) {
        const { code, policy } = snippet(choice, 'noScript');
        await show({ code: await renderPhp(code, { env }), policy }, async (page) => {
          const titles = await page.locator('main .saberes-title').allTextContents();
          expect(recordsOf(titles, choice)).toEqual(recordsFor(choice));
        });
      }
    });

    it.each(LOCALES)('stand in the guide in %s', async (locale) => {
      const { code } = inGuide(locale, 'fragment', []);
      await show({ code: await renderPhp(code, { env }), policy: NOTHING }, async (page) =>
        expect(await page.locator('.saberes-title').count()).toBe(GUIDE_COUNT),
      );
    });
  });

  it('ask by curl', async () => {
    for (const choice of ALL) {
      const titles = titlesIn(await inShell(snippet(choice, 'curl').code));
      expect(recordsOf(titles, choice)).toEqual(recordsFor(choice));
    }
  });

  it.each(LOCALES)('stand in the guide in %s: a widget', async (locale) => {
    await show(inGuide(locale, 'widget', [0]), (page) =>
      eventually(async () =>
        expect(await page.locator('saberes-list article').count()).toBe(GUIDE_COUNT),
      ),
    );
  });

  it.each(LOCALES)('stand in the guide in %s: a frame as high as its content', async (locale) => {
    const script = inGuide(locale, 'height', []).code;
    const look = (page: Page) =>
      eventually(async () => {
        expect(await recordsInFrame(page)).toBe(GUIDE_COUNT);
        expect(await page.locator('iframe').getAttribute('height')).not.toBe('480');
      });
    await show(inGuide(locale, 'frame', [1, 2]), look, script);
  });

  it.each(LOCALES)('stand in the guide in %s: an address to paste', async (locale) => {
    const { code, policy } = inGuide(locale, 'paste', [3]);
    await show({ code: await pasted(code), policy }, (page) =>
      eventually(async () => expect(await recordsInFrame(page)).toBe(GUIDE_COUNT)),
    );
  });

  it.each(LOCALES)('stand in the guide in %s: a question with a key', async (locale) => {
    const { code } = inGuide(locale, 'server', []);
    expect(titlesIn(await inShell(code))).toHaveLength(SHOWN.stored.count);
  });

  const recordsInFrame = (page: Page) => page.frameLocator('iframe').locator('main h2').count();

  const inShell = async (code: string) =>
    (await run('bash', ['--norc', '-eu', '-c', code], { env: { PATH: process.env.PATH, ...env } }))
      .stdout;
});

/** Of the list or record in an answer, whatever it is called. */
function titlesIn(answer: string): readonly string[] {
  const titles: string[] = [];
  JSON.parse(answer, (name, value: unknown) => {
    if (name === 'title' && typeof value === 'string') titles.push(value);
    return value;
  });
  return titles;
}
