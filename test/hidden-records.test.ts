import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import { ItemStatus, KnowledgeKind } from '../schema/knowledge-enums.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const HIDDEN = [
  ItemStatus.DRAFT,
  ItemStatus.IN_REVIEW,
  ItemStatus.CHANGES_REQUESTED,
  ItemStatus.WITHDRAWN,
];
const CANARY = 'zyxcanary';
const ITEM = 'slug title';

/** Every door that records come out of; `$id` is the hidden record's. */
const DOORS: readonly (readonly [string, string])[] = [
  ['by id', `{ knowledgeItem(id: "$id") { ${ITEM} } }`],
  ['by slug', `{ knowledgeItem(slug: "$slug") { ${ITEM} } }`],
  ['the list', `{ knowledgeItems(first: 100) { nodes { ${ITEM} } edges { node { ${ITEM} } } } }`],
  ['the list by theme', `{ knowledgeItems(filter: { themes: ["rare"] }) { nodes { ${ITEM} } } }`],
  [
    'search by its word',
    `{ search(query: "${CANARY}") { nodes { ${ITEM} } didYouMean edges { highlights { text } } } }`,
  ],
  ['search for everything', `{ search(query: "", first: 100) { nodes { ${ITEM} } } }`],
  ['suggestions', '{ suggest(prefix: "zyxc") { text value } }'],
  ['node', `{ node(id: "$id") { id ... on KnowledgeItem { ${ITEM} } } }`],
  ['nodes', `{ nodes(ids: ["$id"]) { id ... on KnowledgeItem { ${ITEM} } } }`],
  ['related records', `{ knowledgeItem(slug: "shown") { related(first: 20) { ${ITEM} } } }`],
  ['editions', `{ knowledgeItem(slug: "shown") { ... on Protocol { editions { ${ITEM} } } } }`],
  ['its country', `{ country(code: "DM") { items(first: 100) { nodes { ${ITEM} } } } }`],
  ['all countries', `{ countries { items(first: 5) { nodes { ${ITEM} } } } }`],
  ['its theme', `{ thematicArea(code: "rare") { items { nodes { ${ITEM} } } } }`],
  ['its challenge', `{ challenges { items { nodes { ${ITEM} } } } }`],
  ['its actor', `{ actor(slug: "ministry") { items { nodes { ${ITEM} } } } }`],
  ['its event', `{ event(slug: "summit") { items { nodes { ${ITEM} } } } }`],
];

const COUNTS = `{
  hub { counts { items } }
  knowledgeItems { totalCount }
  search(query: "") { totalCount facets(fields: [THEME, COUNTRY, ACTOR, KIND, LANGUAGE]) { values { value count } } }
  country(code: "DM") { items { totalCount } }
  countries { items { totalCount } }
  thematicArea(code: "rare") { items { totalCount } }
  challenges { items { totalCount } }
  actor(slug: "ministry") { items { totalCount } }
  event(slug: "summit") { items { totalCount } }
}`;

describeOnEveryStore('A record that the public may not see', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    const { build } = hub;
    await build.country({ code: 'DM' });
    await build.country({ code: 'BB' });
    await build.theme({ code: 'rare' });
    await build.challenge({ code: 'H1' });
    await build.actor({ slug: 'ministry' });
    await build.event({ slug: 'summit' });
    await build.items([
      { ...links, slug: 'shown', status: ItemStatus.PUBLISHED },
      { ...links, slug: 'replaced', status: ItemStatus.SUPERSEDED },
    ]);
  });
  afterAll(() => hub.stop());

  it('changes no count when it is added', async () => {
    const before = await hub.query(COUNTS);
    await hub.build.items(HIDDEN.map((status) => ({ ...hidden, slug: slugOf(status), status })));

    expect(await hub.query(COUNTS)).toEqual(before);
    expect(before).toMatchObject({ hub: { counts: { items: 2 } }, search: { totalCount: 2 } });
  });

  describe.each(HIDDEN)('(%s)', (status) => {
    it.each(DOORS)('comes through no door: %s', async (_door, document) => {
      const slug = slugOf(status);
      const asked = document.replaceAll('$id', `itm_${slug}`).replaceAll('$slug', slug);

      const { status: http, text, errors } = await hub.ask(asked);

      expect([http, errors]).toEqual([200, undefined]);
      expect(text).not.toContain(slug);
      expect(text).not.toContain(CANARY);
    });
  });

  it('goes from every door at once when it is withdrawn', async () => {
    const slug = 'leaving';
    await hub.build.item({ ...hidden, slug, status: ItemStatus.PUBLISHED });
    const document = `{ search(query: "${CANARY}") { nodes { slug } } knowledgeItem(slug: "${slug}") { slug } }`;
    const seen = await hub.query(document);

    await hub.build.item({ ...hidden, slug, status: ItemStatus.WITHDRAWN });

    expect(seen).toEqual({ search: { nodes: [{ slug }] }, knowledgeItem: { slug } });
    expect(await hub.query(document)).toEqual({ search: { nodes: [] }, knowledgeItem: null });
  });
});

const slugOf = (status: ItemStatus) => `hidden-${status.toLowerCase().replaceAll('_', '-')}`;

const links = {
  kind: KnowledgeKind.PROTOCOL,
  family: 'one-family',
  inForce: false,
  countries: ['DM'],
  themes: ['rare'],
  challenges: ['H1'],
  actors: [{ role: ActorRole.AUTHOR, actor: 'act_ministry' }],
  event: 'evt_summit',
};
const hidden = { ...links, texts: { es: { title: `${CANARY} ${CANARY}`, summary: CANARY } } };
