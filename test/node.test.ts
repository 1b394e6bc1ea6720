import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

describeOnEveryStore('A node', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  it.each([
    ['itm_ciss-disaster-protocol', 'Protocol'],
    ['itm_plan-panama-solidario', 'CaseStudy'],
    ['itm_ccss-standing-emergency-centre', 'BestPractice'],
    ['itm_conclusion-09-joint-procurement', 'LessonLearned'],
    ['act_ciss', 'Actor'],
    ['cty_PA', 'Country'],
    ['chl_H1', 'Challenge'],
    ['haz_flood', 'Hazard'],
    ['sdg_3', 'SustainableDevelopmentGoal'],
  ])('is found by its id: %s', async (id, type) => {
    const document = 'query ($id: ID!) { node(id: $id) { __typename id } }';

    expect(await hub.query(document, { id })).toEqual({ node: { __typename: type, id } });
  });

  it('has the id that every type gives', async () => {
    const answer = await hub.query<Record<string, { id: string }[]>>(`{
      countryGroups { id } thematicAreas { id } countries { id } challenges { id }
    }`);
    const ids = Object.values(answer).map(([first]) => first?.id ?? '');

    const { nodes } = await hub.query<{ nodes: object[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
      { ids },
    );

    expect(nodes).toEqual([
      { __typename: 'CountryGroup', id: ids[0] },
      { __typename: 'ThematicArea', id: ids[1] },
      { __typename: 'Country', id: ids[2] },
      { __typename: 'Challenge', id: ids[3] },
    ]);
  });

  it('comes in the order of the ids, twice when asked twice, null when there is none', async () => {
    const { nodes } = await hub.query<{ nodes: object[] }>(`{
      nodes(ids: ["cty_PA", "itm_nowhere", "itm_apci-dual-role", "xyz_1", "", "cty_PA"]) {
        ... on Country { code } ... on KnowledgeItem { slug }
      }
    }`);

    expect(nodes).toEqual([
      { code: 'PA' },
      null,
      { slug: 'apci-dual-role' },
      null,
      null,
      { code: 'PA' },
    ]);
  });

  it('can be had a hundred at a time and no more', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `itm_${index}`);
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';

    expect(
      (await hub.query<{ nodes: null[] }>(document, { ids: ids.slice(1) })).nodes,
    ).toHaveLength(100);
    expect(await hub.errorCodes(document, { ids })).toEqual(['BAD_USER_INPUT']);
  });
});
