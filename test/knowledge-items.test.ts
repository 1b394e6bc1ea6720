import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ActorKind, ActorRole } from '../schema/actor-enums.js';
import {
  EvidenceLevel,
  ItemStatus,
  KnowledgeKind,
  Modality,
  Stage,
} from '../schema/knowledge-enums.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const LIST = `query ($filter: KnowledgeFilter, $sort: KnowledgeSort, $first: Int, $after: String) {
  knowledgeItems(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    nodes { slug }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Listed {
  readonly knowledgeItems: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly slug: string }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly endCursor: string | null;
    };
  };
}

const listOf = (hub: TestHub) => async (variables: Record<string, unknown>) => {
  const { knowledgeItems } = await hub.query<Listed>(LIST, variables);
  return { ...knowledgeItems, slugs: knowledgeItems.nodes.map(({ slug }) => slug) };
};

describeOnEveryStore('The filter of knowledgeItems', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    await fill(hub);
  });
  afterAll(() => hub.stop());

  it.each([
    ['kinds', { kinds: ['PROTOCOL'] }, ['plan', 'old-plan']],
    ['several kinds', { kinds: ['LESSON_LEARNED', 'PROTOCOL'] }, ['plan', 'lesson', 'old-plan']],
    ['countries', { countries: ['BB'] }, ['lesson']],
    ['groups by their countries of today', { groups: ['isles'] }, ['plan', 'lesson']],
    ['a theme', { themes: ['vaccines'] }, ['plan']],
    ['a theme with its narrower ones', { themes: ['health'] }, ['plan', 'lesson']],
    ['actors', { actors: ['act_ministry'] }, ['lesson']],
    ['kinds of actors', { actorKinds: ['NGO', 'FUND'] }, ['plan']],
    ['actors and their kinds together', { actors: ['act_ministry'], actorKinds: ['NGO'] }, []],
    ['challenges', { challenges: ['H3'] }, ['plan']],
    ['stages', { stages: ['RESPONSE', 'RECOVERY'] }, ['plan', 'lesson']],
    ['hazards', { hazards: ['flood'] }, ['lesson']],
    ['goals with their targets', { sdgs: ['3'] }, ['lesson']],
    ['modalities', { modalities: ['TRIANGULAR'] }, ['lesson']],
    ['languages it can be read in', { languages: ['FR'] }, ['plan']],
    ['evidence at least', { evidenceAtLeast: 'MONITORED' }, ['plan', 'lesson']],
    ['evidence at its highest', { evidenceAtLeast: 'INDEPENDENTLY_EVALUATED' }, ['plan']],
    ['an event', { event: 'evt_summit' }, ['plan']],
    ['a first day', { publishedFrom: '2021-01-01' }, ['plan', 'lesson']],
    ['a last day, to its end', { publishedTo: '2021-01-01' }, ['lesson', 'old-plan']],
    ['a single day', { publishedFrom: '2021-01-01', publishedTo: '2021-01-01' }, ['lesson']],
    ['protocols in force', { inForce: true }, ['plan']],
    ['protocols out of force', { inForce: false }, ['old-plan']],
    ['different fields all together', { groups: ['isles'], countries: ['DM'] }, ['plan']],
    [
      'empty lists, which ask for nothing',
      { kinds: [], themes: [] },
      ['plan', 'lesson', 'old-plan'],
    ],
    ['nulls, which ask for nothing', { kinds: null, event: null }, ['plan', 'lesson', 'old-plan']],
  ])('takes %s', async (_what, filter, slugs) => {
    const found = await listOf(hub)({ filter });

    expect(found.slugs).toEqual(slugs);
    expect(found.totalCount).toBe(slugs.length);
  });

  it.each([
    ['countries', ['ZW']],
    ['groups', ['nobody']],
    ['themes', ['astrology']],
    ['actors', ['act_nobody']],
    ['challenges', ['H99']],
    ['hazards', ['dragons']],
    ['sdgs', ['99']],
  ])('refuses %s that the hub does not know, and names them', async (field, values) => {
    const { errors } = await hub.ask(LIST, { filter: { [field]: values } });

    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', argument: `filter.${field}` } },
    ]);
    expect(errors?.[0]?.message).toContain(values[0]);
  });

  it('refuses an unknown event and a range that ends before it begins', async () => {
    const range = { publishedFrom: '2021-01-02', publishedTo: '2021-01-01' };

    expect(await hub.errorCodes(LIST, { filter: { event: 'evt_none' } })).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(await hub.errorCodes(LIST, { filter: range })).toEqual(['BAD_USER_INPUT']);
  });
});

async function fill({ build }: TestHub): Promise<void> {
  await build.country({ code: 'DM' });
  await build.country({ code: 'BB' });
  await build.group({
    code: 'isles',
    members: [{ country: 'DM' }, { country: 'BB' }, { country: 'CU', to: '1999' }],
  });
  await build.theme({ code: 'health' });
  await build.theme({ code: 'vaccines', broader: 'health' });
  await build.challenge({ code: 'H3' });
  await build.hazard({ code: 'flood' });
  await build.sdg({ code: '3' });
  await build.sdg({ code: '3.8', broader: '3' });
  await build.actor({ slug: 'ministry', kind: ActorKind.GOVERNMENT });
  await build.actor({ slug: 'relief', kind: ActorKind.NGO });
  await build.event({ slug: 'summit' });
  await build.items([
    {
      slug: 'plan',
      kind: KnowledgeKind.PROTOCOL,
      inForce: true,
      countries: ['DM'],
      themes: ['vaccines'],
      actors: [{ role: ActorRole.AUTHOR, actor: 'act_relief' }],
      challenges: ['H3'],
      stages: [Stage.RESPONSE, Stage.PREVENTION],
      evidence: EvidenceLevel.INDEPENDENTLY_EVALUATED,
      event: 'evt_summit',
      publishedAt: '2022-01-01T09:00:00Z',
      texts: { es: {}, fr: {} },
    },
    {
      slug: 'lesson',
      kind: KnowledgeKind.LESSON_LEARNED,
      countries: ['BB'],
      themes: ['health'],
      actors: [{ role: ActorRole.AUTHOR, actor: 'act_ministry' }],
      stages: [Stage.RECOVERY],
      hazards: ['flood'],
      sdgs: ['3.8'],
      modality: Modality.TRIANGULAR,
      evidence: EvidenceLevel.MONITORED,
      publishedAt: '2021-01-01T23:59:59Z',
    },
    {
      slug: 'old-plan',
      kind: KnowledgeKind.PROTOCOL,
      inForce: false,
      status: ItemStatus.SUPERSEDED,
      publishedAt: '2019-01-01',
    },
    { slug: 'draft', status: ItemStatus.DRAFT, countries: ['DM'], themes: ['health'] },
  ]);
}

describeOnEveryStore('The order of knowledgeItems', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.items([
      {
        slug: 'b',
        publishedAt: '2020-01-01',
        verifiedAt: '2024-01-01',
        texts: { es: { title: 'Índice' }, en: { title: 'Zebra' } },
      },
      { slug: 'a', publishedAt: '2020-01-01', texts: { es: { title: '«Ñandú»' } } },
      {
        slug: 'c',
        publishedAt: '2021-01-01',
        verifiedAt: '2023-01-01',
        texts: { es: { title: 'indicador' } },
      },
      {
        slug: 'd',
        publishedAt: '2019-01-01',
        verifiedAt: '2024-01-01',
        texts: { es: { title: 'Zorro' }, en: { title: 'aardvark' } },
      },
    ]);
  });
  afterAll(() => hub.stop());

  it.each([
    [undefined, ['c', 'a', 'b', 'd']],
    ['NEWEST', ['c', 'a', 'b', 'd']],
    ['OLDEST', ['d', 'b', 'a', 'c']],
    ['TITLE', ['c', 'b', 'a', 'd']],
    ['RECENTLY_VERIFIED', ['b', 'd', 'c', 'a']],
  ])('is %s, the id breaking ties', async (sort, slugs) => {
    expect((await listOf(hub)({ sort })).slugs).toEqual(slugs);
  });

  it('by title follows the titles of the reader’s language', async () => {
    const document =
      'query @inContext(language: EN) { knowledgeItems(sort: TITLE) { nodes { slug } } }';

    const { knowledgeItems } = await hub.query<Listed>(document);

    expect(knowledgeItems.nodes.map(({ slug }) => slug)).toEqual(['d', 'c', 'a', 'b']);
  });
});
