import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const LINKS = `slug title summary body shownIn { locale } translations { locale title }
  countries { code name groups { code } } actors { role actor { name country { name } } }
  themes { code name broader { name } } challenges { code name } hazards { name } sdgs { name }
  event { name organizers { name } } sources { title url }`;

const nameOf = ({ commandName }: mongo.CommandStartedEvent) => commandName;

describeOnEveryStore('An operation asks the store', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ seeds: true, config: { ANSWERS_CACHE_MB: 0 } });
  });
  afterAll(() => hub.stop());

  /** The second time: the first one learns the operation. */
  const commandsOf = async (document: string, variables?: Record<string, unknown>) => {
    await hub.query(document, variables);
    await hub.hub.dataVersion.bump();
    return hub.storeCommands(() => hub.query(document, variables));
  };

  it('at most three times for an item with all its links', async () => {
    const commands = await commandsOf(
      `{ knowledgeItem(slug: "plan-panama-solidario") { ${LINKS} related { slug title } } }`,
    );

    expect(commands.map(nameOf)).toEqual(['find', 'find', 'find']);
  });

  it('once for an item without related records', async () => {
    const commands = await commandsOf(`{ knowledgeItem(slug: "apci-dual-role") { ${LINKS} } }`);

    expect(commands.map(nameOf)).toEqual(['find']);
  });

  it('once for all records that are asked for by id at the same time', async () => {
    const { knowledgeItems } = await hub.query<{ knowledgeItems: { nodes: { id: string }[] } }>(
      '{ knowledgeItems(first: 3) { nodes { id } } }',
    );
    const fields = knowledgeItems.nodes.map(
      ({ id }, at) => `item${at}: knowledgeItem(id: "${id}") { id title }`,
    );
    const commands = await commandsOf(`{ ${fields.join(' ')} }`);

    expect(commands.map(nameOf)).toEqual(['find']);
  });

  it('three times for a list of 20 with all their links and the total', async () => {
    const commands = await commandsOf(
      `{ knowledgeItems(first: 20) { totalCount nodes { ${LINKS} } } }`,
    );

    expect(commands.map(nameOf).sort()).toEqual(['aggregate', 'find', 'find']);
  });

  it('twice more when each of the list shows what is related to it', async () => {
    const commands = await commandsOf('{ knowledgeItems { nodes { slug related { title } } } }');

    expect(commands.map(nameOf)).toEqual(['find', 'find', 'find', 'find']);
  });

  it('at most three times for a search with five facets', async () => {
    const commands = await commandsOf(`{ search(query: "pandemia") { totalCount
      nodes { ${LINKS} } facets(fields: [KIND, COUNTRY, THEME, ACTOR, STAGE]) { values { label count } } } }`);

    expect(commands.length).toBeGreaterThan(0);
    expect(commands.length).toBeLessThanOrEqual(3);
  });

  it('as often for all countries as for those of one group', async () => {
    const records = 'items(first: 3) { totalCount nodes { slug title } }';
    const few = await commandsOf(`{ countries(group: "sica") { code ${records} } }`);
    const all = await commandsOf(`{ countries { code ${records} } }`);

    expect(all.map(nameOf)).toEqual(few.map(nameOf));
    expect(all.length).toBeLessThanOrEqual(2);
  });

  it('as often for many themes, actors and nodes as for a few', async () => {
    const themes = await commandsOf(
      '{ thematicAreas { items(first: 2) { totalCount nodes { slug } } } }',
    );
    const actors = await commandsOf(
      '{ actors(first: 50) { nodes { items(first: 2) { nodes { slug } } } } }',
    );
    const { knowledgeItems } = await hub.query<{ knowledgeItems: { nodes: { id: string }[] } }>(
      '{ knowledgeItems(first: 50) { nodes { id } } }',
    );
    const ids = knowledgeItems.nodes.map(({ id }) => id);
    const nodes = await commandsOf(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on KnowledgeItem { title } } }',
      { ids },
    );

    expect([themes.length, actors.length, nodes.length]).toEqual([2, 2, 1]);
  });

  it('not at all for what is reference data alone', async () => {
    const commands = await commandsOf(
      '{ countries { name groups { name } actors { name } } thematicAreas { name narrower { name } } actors(query: "com") { totalCount } events { nodes { name } } }',
    );

    expect(commands).toEqual([]);
  });

  it('for no more of a record than was asked', async () => {
    const commands = await commandsOf('{ knowledgeItems(first: 3) { nodes { slug title } } }');

    const fields = commands.flatMap(({ command }) => Object.keys(command.projection ?? {}));
    expect(fields).toContain('texts.es.title');
    expect(fields.filter((field) => /body|summary|sources|steps|actors/.test(field))).toEqual([]);
  });

  describe('through an index', () => {
    it.each([
      ['no filter', '{}'],
      ['kinds', '{ kinds: [PROTOCOL] }'],
      ['several kinds', '{ kinds: [PROTOCOL, CASE_STUDY] }'],
      ['countries', '{ countries: ["PA", "EC"] }'],
      ['groups', '{ groups: ["sica"] }'],
      ['themes', '{ themes: ["health"] }'],
      ['actors', '{ actors: ["act_ciss"] }'],
      ['kinds of actors', '{ actorKinds: [SOCIAL_SECURITY] }'],
      ['challenges', '{ challenges: ["H1"] }'],
      ['stages', '{ stages: [RESPONSE] }'],
      ['hazards', '{ hazards: ["flood"] }'],
      ['goals', '{ sdgs: ["3"] }'],
      ['modalities', '{ modalities: [TRIANGULAR] }'],
      ['languages', '{ languages: [PT] }'],
      ['evidence', '{ evidenceAtLeast: MONITORED }'],
      ['event', '{ event: "evt_xxxi-meeting" }'],
      ['days', '{ publishedFrom: "2020-01-01", publishedTo: "2020-12-31" }'],
      ['in force', '{ inForce: true }'],
      ['several filters', '{ kinds: [CASE_STUDY], countries: ["PA"], themes: ["health"] }'],
    ])('for each order of a list filtered by %s', async (_what, filter) => {
      for (const sort of ['NEWEST', 'OLDEST', 'TITLE', 'RECENTLY_VERIFIED']) {
        const ways = await waysOf(
          `{ knowledgeItems(filter: ${filter}, sort: ${sort}, first: 5) { totalCount nodes { slug } } }`,
        );

        expect([sort, ...ways]).toEqual([sort, ...ways.map(() => 'indexed')]);
        expect(ways.length).toBeGreaterThan(0);
      }
    });

    it.each([
      [
        'a second page',
        async () =>
          `{ knowledgeItems(first: 5, after: "${await endOf('NEWEST')}") { nodes { slug } } }`,
      ],
      [
        'a second page by title',
        async () =>
          `{ knowledgeItems(sort: TITLE, first: 5, after: "${await endOf('TITLE')}") { nodes { slug } } }`,
      ],
      ['a slug', async () => '{ knowledgeItem(slug: "apci-dual-role") { title } }'],
      [
        'related records',
        async () => '{ knowledgeItem(slug: "apci-dual-role") { related { slug } } }',
      ],
      [
        'editions',
        async () =>
          '{ knowledgeItem(slug: "ciss-disaster-protocol") { ... on Protocol { editions { slug } } } }',
      ],
      ['all countries', async () => '{ countries { items { totalCount nodes { slug } } } }'],
      ['all themes', async () => '{ thematicAreas { items { nodes { slug } } } }'],
      ['the counts of the hub', async () => '{ hub { counts { items } } }'],
    ])('for %s', async (_what, document) => {
      const ways = await waysOf(await document());

      expect(ways).toEqual(ways.map(() => 'indexed'));
      expect(ways.length).toBeGreaterThan(0);
    });
  });

  const endOf = async (sort: string) =>
    (
      await hub.query<{ knowledgeItems: { pageInfo: { endCursor: string } } }>(
        `{ knowledgeItems(sort: ${sort}, first: 5) { nodes { id } pageInfo { endCursor } } }`,
      )
    ).knowledgeItems.pageInfo.endCursor;

  /** How the store answers each command of an operation: `indexed` or the stages of its plan. */
  async function waysOf(document: string): Promise<readonly string[]> {
    const ways: string[] = [];
    for (const { command, databaseName } of await commandsOf(document)) {
      const { lsid: _session, $db: _db, $clusterTime: _time, ...rest } = command;
      const { writeConcern: _write, ...explained } = rest;
      const db = hub.hub.store.connection.getClient().db(databaseName);
      const stages = stagesOf(await db.command({ explain: explained, verbosity: 'queryPlanner' }));
      const isIndexed = stages.some((stage) => INDEXED.test(stage)) && !stages.includes('COLLSCAN');
      ways.push(isIndexed ? 'indexed' : stages.join(' '));
    }
    return ways;
  }
});

const INDEXED = /IXSCAN|IDHACK|COUNT_SCAN/;

/** All stages that a winning plan is made of; rejected plans are left out. */
function stagesOf(plan: unknown): readonly string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).flatMap(([name, part]) => {
    if (name === 'rejectedPlans') return [];
    if (name === 'stage') return [String(part)];
    return stagesOf(part);
  });
}
