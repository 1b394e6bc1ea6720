import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import {
  EvidenceLevel,
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

  it('names the texts that another language lends', async () => {
    const { slug } = await hub.build.item({
      texts: {
        es: { body: 'Cuerpo', context: 'Contexto', approach: 'Manera' },
        fr: { title: 'Titre', approach: 'Manière' },
      },
      results: [{ indicator: { es: 'Países' }, value: '8' }],
    });

    const document = `query ($slug: String) @inContext(language: FR) {
      knowledgeItem(slug: $slug) {
        borrowedTexts { field locale }
        ... on CaseStudy { context approach results { indicator locale } }
      }
    }`;

    expect(await hub.query(document, { slug })).toEqual({
      knowledgeItem: {
        context: 'Contexto',
        approach: 'Manière',
        borrowedTexts: [
          { field: 'body', locale: 'ES' },
          { field: 'context', locale: 'ES' },
        ],
        results: [{ indicator: 'Países', locale: 'ES' }],
      },
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

  it('grows its version by one with every change', async () => {
    const { slug } = await hub.build.item({ slug: 'changing' });
    await hub.build.item({ slug, texts: { es: { title: 'Otro' } } });

    const document = '{ knowledgeItem(slug: "changing") { version title } }';

    expect(await hub.query(document)).toEqual({ knowledgeItem: { version: 2, title: 'Otro' } });
  });
});
