import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KnowledgeKind } from '../schema/knowledge-enums.js';
import {
  ACTIVE_ADDRESSES,
  ACTIVE_TEXTS,
  activeIn,
  linkedDataOf,
} from './support/active-content.js';
import { RecordSteps, takeStep } from './support/editorial.js';
import { KnownMembers } from './support/members.js';
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { PageMember } from './support/workspace-page.js';
import { parseXml } from './support/xml.js';

const KINDS = Object.values(KnowledgeKind);
/** A record with what cannot be shown is refused, and told so. */
const READABLE = ACTIVE_TEXTS.filter((text) => !text.includes('\u0001'));

let hub: TestHub;
const members = new KnownMembers();
let institute: string;
let theme: string;
beforeAll(async () => {
  hub = await startTestHub({ authenticator: members });
  institute = (await hub.build.actor({ slug: 'instituto' }))._id;
  await hub.build.country({ code: 'GT' });
  theme = (await hub.build.theme({ code: 'rare' })).code;
  members.editor('elena', institute);
  members.administrator('ada');
});
afterAll(() => hub.stop());

const elena = () => new PageMember(hub, 'elena');
const begin = (text: string, kind: string) =>
  RecordSteps.create(hub, 'elena', institute, contentMadeOf(text), kind);

async function published(text: string, kind: string) {
  const steps = await begin(text, kind);
  await steps.take('elena', 'saveDraft', { content: { countries: ['GT'] }, note: text });
  await steps.take('elena', 'submitDraft', { note: text });
  await steps.take('elena', 'requestChanges', { note: text });
  await steps.take('elena', 'submitDraft', { note: text });
  const { record, problems } = await steps.take('elena', 'publishDraft', { note: text });
  if (!record) throw new Error(JSON.stringify(problems));
  await steps.take('ada', 'endorseItem', { country: 'GT', note: text });
  return { steps, slug: record.slug };
}

const MEMBERS_PAGES = ['', '/preview', '/history?from=1&to=2', '/translations', '/translations/pt'];

describe('What is written as active content', () => {
  it.each(READABLE.map((text, index) => [text, index] as const))(
    'stays text for readers and for members: %j',
    async (text, index) => {
      const kind = KINDS[index % KINDS.length] ?? '';
      const { steps, slug } = await published(text, kind);
      await steps.take('elena', 'editItem');

      const page = await openPage(hub, `/es/items/${slug}`);
      const own = await Promise.all(
        MEMBERS_PAGES.map((part) => elena().follow(`/es/workspace/${steps.id}${part}`)),
      );

      expect([page, ...own].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
      expect([page, ...own].flatMap((one) => activeIn(one))).toEqual([]);
      expect(page.text('h1')).toBe(text.replace(/\s+/g, ' ').trim());
      expect(linkedDataOf(page)).toMatchObject({ name: text });
    },
  );

  it.each(READABLE.slice(0, 8))(
    'stays text on the page of what was withdrawn: %j',
    async (text) => {
      const { steps, slug } = await published(text, 'LESSON_LEARNED');
      await steps.take('elena', 'withdrawItem', { reason: [{ locale: 'ES', text }] });

      const page = await openPage(hub, `/es/items/${slug}`);

      expect(page.status).toBe(410);
      expect(activeIn(page)).toEqual([]);
    },
  );

  it('is refused where it holds what cannot be shown', async () => {
    for (const text of ACTIVE_TEXTS.filter((one) => !READABLE.includes(one))) {
      const { problems } = await takeStep(hub, 'elena', 'createDraft', {
        institution: institute,
        kind: 'LESSON_LEARNED',
        content: contentMadeOf(text),
      });
      expect(problems[0]).toMatchObject({ code: 'INVALID', field: 'texts.es.title' });
    }
  });

  it.each(ACTIVE_ADDRESSES)('is refused as the address of a source: %j', async (url) => {
    const { record, problems } = await takeStep(hub, 'elena', 'createDraft', {
      institution: institute,
      kind: 'LESSON_LEARNED',
      content: { sources: [{ title: 'Fuente', url }] },
    });

    expect(record).toBeNull();
    expect(problems).toMatchObject([{ code: 'INVALID', field: 'sources.0.url' }]);
  });
});

describe('Lists of records made of active content', () => {
  const PAGES = ['', '/search', '/countries/GT', '/themes/rare', '/actors/instituto', '/emergency'];

  it.each(['es', 'en', 'pt', 'fr'])('run nothing, in %s', async (locale) => {
    await published(ACTIVE_TEXTS[0] ?? '', 'PROTOCOL');
    await hub.hub.indexer.settle();

    for (const part of PAGES) {
      const page = await openPage(hub, `/${locale}${part}`);
      expect([part, page.status, activeIn(page)]).toEqual([part, 200, []]);
    }
  });

  it('run nothing where members see them', async () => {
    await begin(ACTIVE_TEXTS[1] ?? '', 'PROTOCOL');

    const page = await elena().open('/es/workspace');

    expect(page.status).toBe(200);
    expect(page.texts('h3').length).toBeGreaterThan(0);
    expect(activeIn(page)).toEqual([]);
  });

  it('are feeds and files of text', async () => {
    for (const text of READABLE.slice(0, 25)) await published(text, 'LESSON_LEARNED');

    const atom = parseXml((await openPage(hub, '/es/feed.atom')).html);
    const titles = atom.all('entry').map((entry) => entry.child('title'));
    const json = JSON.parse((await openPage(hub, '/es/feed.json')).html) as {
      items: { title: string; content_html?: string }[];
    };

    expect(titles.every(({ attributes }) => (attributes.type ?? 'text') === 'text')).toBe(true);
    expect(titles.map(({ text }) => text)).toContain(READABLE[0]);
    expect(json.items.map(({ title }) => title)).toContain(READABLE[0]);
    expect(json.items.filter(({ content_html: html }) => html !== undefined)).toEqual([]);
    expect(parseXml((await openPage(hub, '/sitemap.xml')).html).all('url').length).toBeGreaterThan(
      25,
    );
  });
});

/** Every text that an author may write says the same. */
function contentMadeOf(text: string) {
  const locale = 'ES';
  return {
    originalLocale: locale,
    themes: [theme],
    texts: [
      {
        locale,
        title: text,
        summary: text,
        body: text,
        context: text,
        approach: text,
        problem: text,
        enablers: [text],
        obstacles: [text],
        replicability: text,
        observation: text,
        lesson: text,
        recommendation: text,
        purpose: text,
        scope: text,
        legalBasis: text,
        edition: text,
        changeNote: text,
      },
      { locale: 'PT', title: text, summary: text },
    ],
    sources: [{ title: text, locator: text, url: 'https://example.org/' }],
    results: [
      {
        texts: [{ locale, indicator: text, unit: text }],
        value: text,
        baseline: text,
        source: text,
      },
    ],
    steps: [{ texts: [{ locale, text, responsible: text, tool: text, timeLimit: text }] }],
  };
}
