import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TranslationStatus } from '../schema/knowledge-enums.js';
import { readOperation } from '../schema/operations/operation-file.js';
import { Assistant } from './support/assistant.js';
import { CANARY, contentOfCanaries, holdsCanary, NEARLY } from './support/canary.js';
import { FILES, HARVESTED, PAGES, PAGES_OF_ONE } from './support/canary-addresses.js';
import { type EditorialStep, RecordSteps, stepDocument } from './support/editorial.js';
import { hideCanaries } from './support/hidden-canaries.js';
import { KnownMembers } from './support/members.js';
import { describeOnEveryStore } from './support/platforms.js';
import { type At, RecordStages } from './support/record-stages.js';
import type { TestHub } from './support/start-test-hub.js';
import { PageMember } from './support/workspace-page.js';

/** All who see only what is public; the last two are known to the hub. */
const OUTSIDERS = ['stranger', 'otto', 'carla'] as const;

const ITEM = 'id slug title summary body url';
const ASKED: readonly string[] = [
  `{ knowledgeItems(first: 100) { totalCount nodes { ${ITEM} } edges { node { ${ITEM} } } } }`,
  `{ knowledgeItems(filter: { countries: ["DM"] }) { totalCount nodes { ${ITEM} } } }`,
  `{ search(query: "${NEARLY}title", first: 100) { totalCount didYouMean nodes { ${ITEM} }
    edges { highlights { text } } facets(fields: [COUNTRY, CHALLENGE, KIND]) { values { value count } } } }`,
  `{ search(query: "", first: 100) { nodes { ${ITEM} } } }`,
  '{ suggest(prefix: "zyxc") { text value } }',
  `{ knowledgeItem(slug: "shown") { related(first: 20) { ${ITEM} } ... on Protocol { editions { ${ITEM} } } } }`,
  `{ country(code: "DM") { items(first: 100) { totalCount nodes { ${ITEM} } } } }`,
  `{ challenges { items(first: 20) { totalCount nodes { ${ITEM} } } } }`,
  `{ thematicAreas { items(first: 20) { nodes { ${ITEM} } } } }`,
  `{ actor(slug: "instituto") { items(first: 100) { nodes { ${ITEM} } } } }`,
];

/** Of one record; `$id` is its id or its slug. */
const ASKED_OF_ONE: readonly string[] = [
  `{ node(id: "$id") { id ... on KnowledgeItem { ${ITEM} } } nodes(ids: ["$id"]) { ... on KnowledgeItem { ${ITEM} } } }`,
  '{ tombstone(id: "$id") { slug reason } }',
  '{ tombstone(slug: "$id") { slug reason } }',
  '{ editorialRecord(id: "$id") { id title draft { content { texts { title } } preview { title } } } }',
  '{ revisions(id: "$id") { nodes { note content { texts { title } } } } }',
  '{ compareRevisions(id: "$id", from: 1, to: 2) { before after } }',
  '{ changesSinceTranslation(id: "$id", locale: PT) { before after } }',
  '{ editorialRecords(first: 100) { nodes { title draft { content { texts { title } } } } } }',
  '{ editorialRecords(filter: { institution: "act_instituto" }) { totalCount nodes { title } } }',
];

const LOCALES = ['es', 'en', 'pt', 'fr'];

describeOnEveryStore('Words that are not published', (startHub) => {
  let hub: TestHub;
  let records: RecordStages;
  const members = new KnownMembers();
  let hidden: ReadonlyMap<string, At>;
  beforeAll(async () => {
    hub = await startHub({ authenticator: members });
    const own = (await hub.build.actor({ slug: 'instituto' }))._id;
    const other = (await hub.build.actor({ slug: 'otro' }))._id;
    await hub.build.country({ code: 'DM' });
    await hub.build.challenge({ code: 'H1' });
    await hub.build.theme({ code: 'rare' });
    await hub.build.protocol({ slug: 'shown', countries: ['DM'], challenges: ['H1'] });
    members.editor('elena', own);
    members.editor('otto', other);
    members.curator('carla');
    records = new RecordStages(hub, own, 'rare');
    hidden = await hideCanaries(hub, records);
  });
  afterAll(() => hub.stop());

  it('are stored in every state that the public does not see', async () => {
    const stored = await hub.hub.models.knowledge.collection.find({}).toArray();
    const filed = await hub.hub.models.revision.collection.find({}).toArray();
    expect(hidden.size).toBe(7);
    for (const { id } of hidden.values()) {
      expect(
        JSON.stringify([stored, filed].flat().filter(({ _id }) => String(_id).startsWith(id))),
      ).toContain(CANARY);
    }
  });

  const heads = (member: string): Record<string, string> =>
    member === 'stranger' ? {} : { authorization: `Bearer ${member}` };

  it.each(OUTSIDERS)('come through no door of the API: %s', async (member) => {
    const leaks: string[] = [];
    const ask = async (document: string, variables: Record<string, unknown> = {}) => {
      const { text } = await hub.ask(document, variables, heads(member));
      const isWrong = /GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED|COMPLEX/.test(text);
      if (isWrong || holdsCanary(text))
        leaks.push(`${document} ${JSON.stringify(variables)}: ${text}`);
      return text;
    };
    for (const document of ASKED) {
      for (const locale of ['ES', 'EN', 'PT', 'FR']) await ask(inLanguage(document, locale));
    }
    const whole = readOperation('item');
    for (const { id } of hidden.values()) {
      for (const document of ASKED_OF_ONE) await ask(document.replaceAll('$id', id));
      await ask(whole, { id });
      await ask(whole, { slug: id });
    }

    expect(leaks).toEqual([]);
    expect(await ask('{ search(query: "Otro") { totalCount } }')).toContain('"totalCount":1');
  });

  it('stand on no page, in no feed and in no file', async () => {
    const leaks: string[] = [];
    const slug = `${CANARY}title`;
    const pasted = `/oembed?url=${hub.hub.url}/es/items/$id`;
    const addresses = [
      ...LOCALES.flatMap((locale) => PAGES.map((page) => `/${locale}${page}`)),
      ...[...hidden.values(), { id: slug }].flatMap(({ id }) =>
        [...PAGES_OF_ONE.map((page) => `/es${page}`), ...HARVESTED, pasted].map((page) =>
          page.replaceAll('$id', id),
        ),
      ),
      ...FILES,
    ];
    const closed: string[] = [];
    for (const address of addresses) {
      const response = await fetch(hub.url + address, { redirect: 'manual' });
      const text = (await response.text()).replaceAll(slug, address.includes(slug) ? '' : slug);
      if (holdsCanary(text)) leaks.push(`${address}: ${text}`);
      const isOfOne = address.includes('/items/') && !address.endsWith('/shown');
      if (!isOfOne && response.status !== 200) closed.push(address);
    }

    expect(leaks).toEqual([]);
    expect(closed).toEqual([]);
  });

  it('are told to no assistant', async () => {
    const assistant = await Assistant.of(hub);
    const told: string[] = [];
    for (const language of LOCALES) {
      for (const query of ['', `${NEARLY}title`]) {
        const found = await assistant.use('search_experiences', { query, language, limit: 20 });
        expect(found.isError).toBe(false);
        told.push(found.text);
      }
      for (const tool of ['list_challenges', 'list_themes']) {
        told.push((await assistant.use(tool, { language })).text);
      }
    }
    for (const { id } of hidden.values()) {
      told.push((await assistant.use('get_record', { slug: id })).text);
    }
    const unknown = await assistant.use('get_record', { slug: `${CANARY}title` });
    await assistant.close();

    expect(unknown.data).toMatchObject({ code: 'NOT_FOUND' });
    expect(told.filter(holdsCanary)).toEqual([]);
  });

  it.each(['otto', 'carla'])('stand on no page of another member: %s', async (name) => {
    const member = new PageMember(hub, name);
    const leaks: string[] = [];
    for (const { id } of hidden.values()) {
      const own = ['', '/preview', '/history?from=1&to=2', '/translations', '/steps/submit'];
      for (const part of ['', ...own.map((one) => `/${id}${one}`)]) {
        const { html } = await member.follow(`/es/workspace${part}`);
        if (holdsCanary(html)) leaks.push(`${part}: ${html}`);
      }
    }

    expect(leaks).toEqual([]);
  });

  it('are told to nobody by what an outsider tries to change', async () => {
    const steps: readonly (readonly [EditorialStep, object])[] = [
      ['saveDraft', { content: { texts: [] } }],
      ['editItem', {}],
      ['discardDraft', {}],
      ['submitDraft', {}],
      ['recallDraft', {}],
      ['assignReviewer', { member: null }],
      ['requestChanges', { note: 'x' }],
      ['publishDraft', {}],
      ['withdrawItem', { reason: [] }],
      ['endorseItem', { country: 'DM' }],
      ['translateDraft', { locale: 'PT' }],
      ['reviewTranslation', { locale: 'PT', status: TranslationStatus.HUMAN }],
      ['restoreRevision', { number: 1 }],
    ];
    const leaks: string[] = [];
    for (const member of OUTSIDERS) {
      for (const [step, more] of steps) {
        for (const { id } of hidden.values()) {
          const variables = { id, expectedVersion: 1, ...more };
          const { text } = await hub.ask(stepDocument(step), variables, heads(member));
          if (holdsCanary(text)) leaks.push(`${member} ${step}: ${text}`);
        }
      }
    }

    expect(leaks).toEqual([]);
  });

  it('are gone from kept answers and pages the moment that a record is withdrawn', async () => {
    const { id, expectedVersion: version } = await records.published(
      contentOfCanaries({ title: 'Se va' }),
    );
    await hub.hub.indexer.settle();
    const document = `{ knowledgeItem(id: "${id}") { slug body } search(query: "${CANARY}bodyes") { nodes { body } } }`;
    const { data, text: kept } = await hub.ask(document);
    const { slug } = (data as { knowledgeItem: { slug: string } }).knowledgeItem;
    const linkset = `/es/items/${slug}/linkset.json`;
    const addresses = [
      `/es/items/${slug}`,
      `/es/items/${slug}.jsonld`,
      linkset,
      `/es/items/${slug}/cite.csl.json`,
      '/es/search.csl.json',
      '/es/feed.atom',
      '/es/feed.json',
      '/embed/newest.atom?limit=50',
      `/embed/item.feed.json?slug=${slug}`,
      `/es/embed/item?slug=${slug}`,
      `/es/embed/item.fragment?slug=${slug}`,
      '/es/embed/newest.fragment?limit=50',
      `/oembed?url=${hub.hub.url}/es/items/${slug}`,
      '/es',
      ...FILES,
    ];
    const assistant = await Assistant.of(hub);
    const told = async () => [
      (await assistant.use('get_record', { slug })).text,
      (await assistant.use('search_experiences', { query: `${CANARY}bodyes` })).text,
    ];
    const read = async () => [
      ...(await told()),
      ...(await Promise.all(addresses.map(async (page) => (await fetch(hub.url + page)).text()))),
    ];
    const before = await read();
    expect((await told()).map(holdsCanary)).toEqual([true, true]);
    expect((await fetch(hub.url + linkset)).status).toBe(200);

    await RecordSteps.of(hub, { id, version }).take('elena', 'withdrawItem', {
      reason: [{ locale: 'ES', text: 'Se fue.' }],
    });

    expect(holdsCanary(kept) && holdsCanary(before.join())).toBe(true);
    const after = [(await hub.ask(document)).text, ...(await read())];
    await assistant.close();
    expect(after.filter(holdsCanary)).toEqual([]);
    expect((await fetch(hub.url + linkset)).status).toBe(410);
  });

  it('are not kept from an answer to a member for the next who asks the same', async () => {
    const { id } = hidden.get('draft') as At;
    const document = `{ editorialRecord(id: "${id}") { title } editorialRecords { nodes { title } } }`;

    const own = await hub.ask(document, {}, heads('elena'));

    expect(holdsCanary(own.text)).toBe(true);
    for (const member of OUTSIDERS) {
      expect(holdsCanary((await hub.ask(document, {}, heads(member))).text)).toBe(false);
    }
  });

  it('are not logged when they are refused', async () => {
    const { id, expectedVersion: version } = await records.draft();
    const steps = RecordSteps.of(hub, { id, version });
    const title = `${CANARY} `.repeat(30);
    const refused: readonly object[] = [
      { texts: [{ locale: 'ES', title }] },
      { themes: [CANARY] },
      { sources: [{ title: CANARY, url: `ftp://${CANARY}` }] },
      { texts: [{ locale: 'ES', summary: `${CANARY}\u0000` }] },
    ];

    for (const content of refused) {
      const { problems } = await steps.take('elena', 'saveDraft', { content });
      expect(problems).toMatchObject([{ code: 'INVALID' }]);
    }
    await hub.ask(`{ knowledgeItem(id: "${CANARY}") { ${CANARY} } }`);

    expect(hub.log.map((line) => JSON.stringify(line)).filter(holdsCanary)).toEqual([]);
  });
});

const inLanguage = (document: string, locale: string): string =>
  `query @inContext(language: ${locale}) ${document}`;
