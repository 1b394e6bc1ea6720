import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import {
  EvidenceLevel,
  ItemStatus,
  KnowledgeKind,
  LessonLevel,
  LessonNature,
  Modality,
  Rights,
  Stage,
  TranslationStatus,
} from '../schema/knowledge-enums.js';
import { Locale } from '../server/locale.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const TITLE = 'query ($slug: String) { knowledgeItem(slug: $slug) { title } }';
const SHOWN = `query ($slug: String, $language: Locale!) @inContext(language: $language) {
  knowledgeItem(slug: $slug) {
    title summary body url
    shownIn { locale status isFallback isStale }
    bodyShownIn { locale isFallback }
  }
}`;

interface Shown {
  readonly knowledgeItem: {
    readonly title: string;
    readonly body: string;
    readonly url: string;
    readonly shownIn: object;
    readonly bodyShownIn: object;
  };
}

describeOnEveryStore('A knowledge item', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.stop());

  const shown = async (slug: string, language: string) =>
    (await hub.query<Shown>(SHOWN, { slug, language })).knowledgeItem;

  it('is found by its id and by its slug', async () => {
    await hub.build.item({ slug: 'food-boxes', texts: { es: { title: 'Cajas de alimentos' } } });

    const found = await hub.query(`{
      byId: knowledgeItem(id: "itm_food-boxes") { id slug title }
      bySlug: knowledgeItem(slug: "food-boxes") { id slug title }
    }`);

    const item = { id: 'itm_food-boxes', slug: 'food-boxes', title: 'Cajas de alimentos' };
    expect(found).toEqual({ byId: item, bySlug: item });
  });

  it('is null when there is none', async () => {
    expect(await hub.query(TITLE, { slug: 'nowhere' })).toEqual({ knowledgeItem: null });
  });

  it.each(['{ knowledgeItem { id } }', '{ knowledgeItem(id: "itm_a", slug: "a") { id } }'])(
    'has to be asked for by one key: %s',
    async (document) => {
      const { status, errors } = await hub.ask(document);

      expect(status).toBe(200);
      expect(errors).toMatchObject([
        {
          message: 'Give either "id" or "slug".',
          path: ['knowledgeItem'],
          extensions: { code: 'BAD_USER_INPUT', argument: 'id' },
        },
      ]);
    },
  );

  it('leads to everything that it is linked to', async () => {
    const { build } = hub;
    await build.country({ code: 'DM', name: 'Dominica' });
    const agency = await build.actor({ slug: 'agency', name: 'Agencia', country: 'DM' });
    const broad = await build.theme({ code: 'health', name: 'Salud' });
    await build.theme({ code: 'vaccines', name: 'Vacunas', broader: broad.code });
    await build.challenge({ code: 'H7', name: 'Escasez', position: 7 });
    await build.hazard({ code: 'flood', name: 'Inundación' });
    await build.sdg({ code: '3', name: 'Salud y bienestar' });
    const event = await build.event({ slug: 'meeting', name: 'Reunión', organizers: [agency._id] });
    await build.item({
      slug: 'linked',
      countries: ['DM'],
      actors: [{ role: ActorRole.PROVIDER, actor: agency._id }],
      themes: ['vaccines'],
      challenges: ['H7'],
      stages: [Stage.RESPONSE],
      hazards: ['flood'],
      sdgs: ['3'],
      modality: Modality.TRIANGULAR,
      event: event._id,
      evidence: EvidenceLevel.MONITORED,
      rights: Rights.LINK_ONLY,
      sources: [{ title: 'Informe', url: 'https://example.org/informe', language: Locale.ES }],
      verifiedAt: '2024-05-06',
    });

    const { knowledgeItem } = await hub.query<{ knowledgeItem: object }>(`{
      knowledgeItem(slug: "linked") {
        countries { code name actors { slug } }
        actors { role actor { slug name country { name } } }
        themes { code name broader { code narrower { code } } }
        challenges { code number name } stages hazards { code name } sdgs { code name }
        modality event { slug name organizers { slug } } evidence rights verifiedAt publishedAt
        sources { title url locator language }
      }
    }`);

    expect(knowledgeItem).toEqual({
      countries: [{ code: 'DM', name: 'Dominica', actors: [{ slug: 'agency' }] }],
      actors: [
        {
          role: 'PROVIDER',
          actor: { slug: 'agency', name: 'Agencia', country: { name: 'Dominica' } },
        },
      ],
      themes: [
        {
          code: 'vaccines',
          name: 'Vacunas',
          broader: { code: 'health', narrower: [{ code: 'vaccines' }] },
        },
      ],
      challenges: [{ code: 'H7', number: 7, name: 'Escasez' }],
      stages: ['RESPONSE'],
      hazards: [{ code: 'flood', name: 'Inundación' }],
      sdgs: [{ code: '3', name: 'Salud y bienestar' }],
      modality: 'TRIANGULAR',
      event: { slug: 'meeting', name: 'Reunión', organizers: [{ slug: 'agency' }] },
      evidence: 'MONITORED',
      rights: 'LINK_ONLY',
      verifiedAt: '2024-05-06',
      publishedAt: '2020-12-04T00:00:00.000Z',
      sources: [
        {
          title: 'Informe',
          url: 'https://example.org/informe',
          locator: null,
          language: 'ES',
        },
      ],
    });
  });

  it('is shown in the asked language, and says whether a person translated it', async () => {
    await hub.build.item({
      slug: 'four-languages',
      texts: {
        es: { title: 'Cuatro', body: 'Cuerpo' },
        en: { title: 'Four', body: 'Body' },
        pt: { title: 'Quatro', body: 'Corpo', status: TranslationStatus.MACHINE },
        fr: { title: 'Quatre', body: 'Corps' },
      },
    });

    const byLanguage = await Promise.all(
      ['ES', 'EN', 'PT', 'FR'].map((language) => shown('four-languages', language)),
    );

    expect(byLanguage.map(({ title, body }) => [title, body])).toEqual([
      ['Cuatro', 'Cuerpo'],
      ['Four', 'Body'],
      ['Quatro', 'Corpo'],
      ['Quatre', 'Corps'],
    ]);
    expect(byLanguage.map(({ shownIn }) => shownIn)).toMatchObject([
      { locale: 'ES', status: 'ORIGINAL', isFallback: false, isStale: false },
      { locale: 'EN', status: 'HUMAN', isFallback: false },
      { locale: 'PT', status: 'MACHINE', isFallback: false },
      { locale: 'FR', status: 'HUMAN', isFallback: false },
    ]);
  });

  it.each([
    ['EN', { fr: {}, pt: {}, es: {} }, 'ES'],
    ['PT', { en: {}, fr: {}, es: {} }, 'ES'],
    ['FR', { en: {}, pt: {} }, 'EN'],
    ['ES', { en: {}, pt: {} }, 'PT'],
  ])('stands in for a missing %s text with the nearest language', async (asked, texts, locale) => {
    const [original] = Object.keys(texts) as Locale[];
    const { slug } = await hub.build.item({ texts, originalLocale: original });

    const { shownIn } = await shown(slug, asked);

    expect(shownIn).toMatchObject({ locale, isFallback: true });
  });

  it('says that a translation is stale once the original has changed', async () => {
    const { slug } = await hub.build.item({
      textVersion: 3,
      texts: { es: { madeFrom: 3 }, en: { madeFrom: 2 }, pt: { madeFrom: 3 } },
    });

    const { knowledgeItem } = await hub.query<{ knowledgeItem: object }>(
      `query ($slug: String) @inContext(language: EN) { knowledgeItem(slug: $slug) {
        shownIn { isStale } originalLocale translations { locale isStale status } } }`,
      { slug },
    );

    expect(knowledgeItem).toEqual({
      shownIn: { isStale: true },
      originalLocale: 'ES',
      translations: [
        { locale: 'ES', isStale: false, status: 'ORIGINAL' },
        { locale: 'EN', isStale: true, status: 'HUMAN' },
        { locale: 'PT', isStale: false, status: 'HUMAN' },
      ],
    });
  });

  it('names its languages with the original first', async () => {
    const { slug } = await hub.build.item({
      originalLocale: Locale.PT,
      texts: { es: { title: 'Uno' }, pt: { title: 'Um', summary: 'Resumo' } },
    });

    const document = `query ($slug: String) { knowledgeItem(slug: $slug) {
      translations { locale title summary } } }`;

    expect(await hub.query(document, { slug })).toMatchObject({
      knowledgeItem: {
        translations: [
          { locale: 'PT', title: 'Um', summary: 'Resumo' },
          { locale: 'ES', title: 'Uno' },
        ],
      },
    });
  });

  it('takes a body that a translation lacks from another language and says which', async () => {
    const { slug } = await hub.build.item({
      texts: { es: { body: '# Cuerpo' }, fr: { title: 'Titre' } },
    });

    const item = await shown(slug, 'FR');

    expect(item).toMatchObject({
      title: 'Titre',
      body: '# Cuerpo',
      shownIn: { locale: 'FR', isFallback: false },
      bodyShownIn: { locale: 'ES', isFallback: true },
    });
  });

  it('has an empty body when no language has one', async () => {
    const { slug } = await hub.build.item();
    expect(await shown(slug, 'ES')).toMatchObject({ body: '' });
  });

  it('has the address of its page in the language of the answer', async () => {
    const { slug } = await hub.build.item({ slug: 'addressed' });

    const { url } = await shown(slug, 'PT');

    expect(new URL(url).pathname).toBe('/pt/items/addressed');
    expect(new URL(url).port).toBe(new URL(hub.url).port);
  });

  it('of the kind case study tells context, approach and results', async () => {
    await hub.build.item({
      slug: 'case',
      texts: {
        es: { context: 'Pandemia', approach: 'Juntos' },
        en: { context: 'Pandemic' },
      },
      results: [
        {
          indicator: { es: 'Hogares', en: 'Households' },
          value: '5000',
          unit: { es: 'cajas', en: 'boxes' },
          baseline: '0',
          source: 'Informe',
        },
      ],
      startDate: '2020-03-01',
      stillRunning: true,
    });

    const answer = await hub.query(`query @inContext(language: EN) {
      knowledgeItem(slug: "case") { __typename kind ... on CaseStudy {
        context approach startDate endDate stillRunning
        results { indicator baseline value unit source }
      } }
    }`);

    expect(answer).toEqual({
      knowledgeItem: {
        __typename: 'CaseStudy',
        kind: 'CASE_STUDY',
        context: 'Pandemic',
        approach: null,
        startDate: '2020-03-01',
        endDate: null,
        stillRunning: true,
        results: [
          {
            indicator: 'Households',
            baseline: '0',
            value: '5000',
            unit: 'boxes',
            source: 'Informe',
          },
        ],
      },
    });
  });

  it('of the kind best practice tells what helped and what stood in the way', async () => {
    await hub.build.item({
      slug: 'practice',
      kind: KnowledgeKind.BEST_PRACTICE,
      texts: {
        es: {
          problem: 'Precios',
          approach: 'Comprar juntos',
          enablers: ['Confianza'],
          obstacles: ['Leyes', 'Tiempo'],
          replicability: 'Un acuerdo',
        },
      },
    });

    const answer = await hub.query(`{ knowledgeItem(slug: "practice") { ... on BestPractice {
      __typename problem approach enablers obstacles replicability results { value } } } }`);

    expect(answer).toEqual({
      knowledgeItem: {
        __typename: 'BestPractice',
        problem: 'Precios',
        approach: 'Comprar juntos',
        enablers: ['Confianza'],
        obstacles: ['Leyes', 'Tiempo'],
        replicability: 'Un acuerdo',
        results: [],
      },
    });
  });

  it('of the kind lesson tells what was seen and what to do', async () => {
    await hub.build.lesson({
      slug: 'lesson',
      nature: LessonNature.CHALLENGE,
      level: LessonLevel.REGION,
      texts: { es: { observation: 'Se vio', lesson: 'Se aprendió', recommendation: 'Hacer' } },
    });

    const answer = await hub.query(`{ knowledgeItem(slug: "lesson") { ... on LessonLearned {
      __typename observation lesson recommendation level nature } } }`);

    expect(answer).toEqual({
      knowledgeItem: {
        __typename: 'LessonLearned',
        observation: 'Se vio',
        lesson: 'Se aprendió',
        recommendation: 'Hacer',
        level: 'REGION',
        nature: 'CHALLENGE',
      },
    });
  });

  it('of the kind protocol has steps and editions, the one in force first', async () => {
    const family = 'flood-plan';
    const steps = [
      { number: 1, stage: Stage.RESPONSE, text: { es: 'Avisar' }, responsible: { es: 'Jefa' } },
    ];
    await hub.build.protocol({
      slug: 'plan-2016',
      family,
      inForce: false,
      inForceFrom: '2016-01-01',
    });
    await hub.build.protocol({
      slug: 'plan-2018',
      family,
      inForce: true,
      inForceFrom: '2018-01-01',
      steps,
    });
    await hub.build.protocol({
      slug: 'plan-2021',
      family,
      inForce: false,
      inForceFrom: '2021-01-01',
    });
    await hub.build.protocol({ slug: 'plan-draft', family, status: ItemStatus.DRAFT });

    const answer = await hub.query(`{ knowledgeItem(slug: "plan-2018") { ... on Protocol {
      inForce inForceFrom steps { number stage text responsible tool timeLimit }
      editions { slug inForce editions { slug } } } } }`);

    const inOrder = [{ slug: 'plan-2018' }, { slug: 'plan-2021' }, { slug: 'plan-2016' }];
    expect(answer).toEqual({
      knowledgeItem: {
        inForce: true,
        inForceFrom: '2018-01-01',
        steps: [
          {
            number: 1,
            stage: 'RESPONSE',
            text: 'Avisar',
            responsible: 'Jefa',
            tool: null,
            timeLimit: null,
          },
        ],
        editions: inOrder.map(({ slug }) => ({
          slug,
          inForce: slug === 'plan-2018',
          editions: inOrder,
        })),
      },
    });
  });

  it('grows its version by one with every change', async () => {
    const { slug } = await hub.build.item({ slug: 'changing' });
    await hub.build.item({ slug, texts: { es: { title: 'Otro' } } });

    const document = '{ knowledgeItem(slug: "changing") { version title } }';

    expect(await hub.query(document)).toEqual({ knowledgeItem: { version: 2, title: 'Otro' } });
  });
});

describeOnEveryStore('Records related to an item', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    for (const code of ['water', 'roads', 'schools']) await hub.build.theme({ code });
    await hub.build.items([
      { slug: 'both', themes: ['water', 'roads'] },
      { slug: 'near', themes: ['water', 'roads'], publishedAt: '2019-01-01' },
      { slug: 'far', themes: ['roads'] },
      { slug: 'stranger', themes: ['schools'] },
      { slug: 'hidden', themes: ['water', 'roads'], status: ItemStatus.DRAFT },
    ]);
  });
  afterAll(() => hub.stop());

  it('share most with it, and what shares nothing is left out', async () => {
    const answer = await hub.query('{ knowledgeItem(slug: "both") { related { slug } } }');

    expect(answer).toEqual({ knowledgeItem: { related: [{ slug: 'near' }, { slug: 'far' }] } });
  });

  it('are the same when several items ask for theirs at once', async () => {
    const answer = await hub.query<{ knowledgeItems: { nodes: object[] } }>(
      '{ knowledgeItems(sort: TITLE) { nodes { slug related { slug } } } }',
    );

    expect(answer.knowledgeItems.nodes).toEqual([
      { slug: 'both', related: [{ slug: 'near' }, { slug: 'far' }] },
      { slug: 'far', related: [{ slug: 'both' }, { slug: 'near' }] },
      { slug: 'near', related: [{ slug: 'both' }, { slug: 'far' }] },
      { slug: 'stranger', related: [] },
    ]);
  });

  it('can be had one at a time', async () => {
    const answer = await hub.query(
      '{ knowledgeItem(slug: "both") { related(first: 1) { slug } } }',
    );

    expect(answer).toEqual({ knowledgeItem: { related: [{ slug: 'near' }] } });
  });
});
