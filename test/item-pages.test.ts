import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('The page of a record', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.stop());

  const hrefs = (page: Awaited<ReturnType<typeof openPage>>, selector: string) =>
    [...page.document.querySelectorAll(selector)].map((link) => link.getAttribute('href'));

  it('lists the steps of a protocol by stage, with a box to tick', async () => {
    await hub.build.protocol({
      slug: 'stepwise',
      texts: { es: { purpose: 'Proteger', scope: 'Hospitales', legalBasis: 'Ley 1' } },
      steps: [
        { number: 1, stage: Stage.PREPAREDNESS, text: { es: 'Avisar' } },
        {
          number: 2,
          stage: Stage.RESPONSE,
          text: { es: 'Evacuar' },
          responsible: { es: 'Dirección' },
          tool: { es: 'Lista A' },
          timeLimit: { es: '2 horas' },
        },
        { number: 3, stage: Stage.RESPONSE, text: { es: 'Contar' } },
        { number: 4, text: { es: 'Informar' } },
      ],
    });

    const page = await openPage(hub, '/es/items/stepwise');

    expect(page.texts('.part')).toEqual([
      'PropósitoProteger',
      'AlcanceHospitales',
      'Base jurídicaLey 1',
    ]);
    expect(page.texts('.steps h3')).toEqual(['Preparación', 'Respuesta', 'En cualquier etapa']);
    expect(page.texts('.step label')).toEqual(['1.Avisar', '2.Evacuar', '3.Contar', '4.Informar']);
    expect(page.document.querySelectorAll('.step label > input[type=checkbox]')).toHaveLength(4);
    expect(page.texts('.step__facts')).toEqual([
      'ResponsableDirecciónHerramientaLista APlazo2 horas',
    ]);
  });

  it('leads from an edition that is not in force to the one that is', async () => {
    const family = 'plan';
    await hub.build.protocol({
      slug: 'plan-1',
      family,
      inForce: false,
      edition: { es: 'Primera' },
    });
    await hub.build.protocol({
      slug: 'plan-2',
      family,
      inForceFrom: '2021-03-01',
      edition: { es: 'Segunda' },
    });

    const old = await openPage(hub, '/es/items/plan-1');
    const current = await openPage(hub, '/es/items/plan-2');

    expect(old.text('.notice')).toContain('Esta edición no está vigente.');
    expect(hrefs(old, '.notice a')).toEqual(['/es/items/plan-2']);
    expect(old.texts('.editions li')).toEqual([
      'SegundaVigente desde el 1 de marzo de 2021',
      'Primera(la que está leyendo)no vigente',
    ]);
    expect(current.document.querySelector('.notice')).toBeNull();
    expect(current.text('.edition')).toBe('SegundaVigente desde el 1 de marzo de 2021');
  });

  it('says so where no edition is in force', async () => {
    await hub.build.protocol({ slug: 'lapsed', inForce: false });

    const page = await openPage(hub, '/es/items/lapsed');

    expect(page.text('.notice')).toContain('no conoce ninguna edición vigente');
    expect(page.document.querySelector('.notice a')).toBeNull();
  });

  it('puts what a lesson teaches at its heart', async () => {
    await hub.build.lesson({
      slug: 'taught',
      level: LessonLevel.REGION,
      texts: {
        es: { observation: 'Se vio', lesson: 'Se aprendió', recommendation: 'Se aconseja' },
      },
    });
    await hub.build.lesson({
      slug: 'open',
      nature: LessonNature.CHALLENGE,
      texts: { es: { lesson: 'Falta' } },
    });

    const page = await openPage(hub, '/es/items/taught');
    const challenge = await openPage(hub, '/es/items/open');

    expect(page.texts('.lesson section')).toEqual([
      'Lo que se observóSe vio',
      'La lecciónSe aprendió',
      'Lo que se recomiendaSe aconseja',
    ]);
    expect(page.text('.lesson__heart')).toBe('La lecciónSe aprendió');
    expect(page.text('.lesson .chips')).toContain('La región');
    expect(challenge.text('.lesson__heart')).toBe('El retoFalta');
  });

  it('shows the results of a case study with their sources', async () => {
    await hub.build.item({
      slug: 'measured',
      startDate: '2020-03-01',
      stillRunning: true,
      texts: { es: { context: 'La situación', approach: 'La manera' } },
      results: [
        {
          indicator: { es: 'Cobertura' },
          baseline: '40',
          value: '70',
          unit: { es: '%' },
          source: 'Informe',
        },
        { indicator: { es: 'Países' }, value: '8' },
      ],
    });

    const page = await openPage(hub, '/es/items/measured');

    expect(page.text('table caption')).toBe('Resultados');
    expect(page.texts('thead th[scope=col]')).toEqual(['Indicador', 'Antes', 'Valor', 'Fuente']);
    expect(page.texts('tbody th[scope=row]')).toEqual(['Cobertura', 'Países']);
    expect(page.texts('tbody td')).toEqual(['40 %', '70 %', 'Informe', '–', '8', '–']);
    expect(page.texts('.part')).toEqual([
      'ContextoLa situación',
      'Cómo se hizoLa manera',
      'PeríodoDesde el 1 de marzo de 2020 · Sigue en marcha',
    ]);
  });

  it('says what helped and what hindered a best practice', async () => {
    await hub.build.item({
      slug: 'practised',
      kind: KnowledgeKind.BEST_PRACTICE,
      texts: {
        es: {
          problem: 'P',
          approach: 'M',
          enablers: ['Una ley', 'Un fondo'],
          obstacles: ['El tiempo'],
          replicability: 'R',
        },
      },
    });

    const page = await openPage(hub, '/es/items/practised');

    expect(page.texts('.part h2')).toEqual([
      'Problema',
      'Cómo se hizo',
      'Lo que ayudó',
      'Lo que lo dificultó',
      'Para hacerlo en otro lugar',
    ]);
    expect(page.texts('.part li')).toEqual(['Una ley', 'Un fondo', 'El tiempo']);
  });

  it('leads to everything that the record is linked to', async () => {
    const { build } = hub;
    await build.country({ code: 'DM', name: 'Dominica' });
    const agency = await build.actor({ slug: 'agency', name: 'Agencia', acronym: { es: 'AG' } });
    await build.theme({ code: 'vaccines', name: 'Vacunas' });
    await build.challenge({ code: 'H7', name: 'Escasez', position: 7 });
    await build.hazard({ code: 'flood', name: 'Inundación' });
    await build.sdg({ code: '3.8', name: 'Cobertura' });
    const event = await build.event({ slug: 'meeting', name: 'Reunión' });
    await build.item({
      slug: 'neighbour',
      themes: ['vaccines'],
      texts: { es: { title: 'Vecino' } },
    });
    await build.item({
      slug: 'linked',
      countries: ['DM'],
      actors: [{ role: ActorRole.PROVIDER, actor: agency._id }],
      themes: ['vaccines'],
      challenges: ['H7'],
      stages: [Stage.RESPONSE],
      hazards: ['flood'],
      sdgs: ['3.8'],
      modality: Modality.TRIANGULAR,
      event: event._id,
      evidence: EvidenceLevel.MONITORED,
      rights: Rights.LINK_ONLY,
      verifiedAt: '2024-05-06',
      sources: [
        { title: 'Rapport', url: 'https://example.org/r', locator: 'p. 7', language: Locale.FR },
        { title: 'Acta' },
      ],
    });

    const page = await openPage(hub, '/es/items/linked');

    expect(hrefs(page, '.facts a')).toEqual([
      '/es/actors/agency',
      '/es/countries/DM',
      '/es/events/meeting',
      '/es/themes/vaccines',
      '/es/challenges/H7',
      '/es/search?stage=RESPONSE',
      '/es/search?hazard=flood',
      '/es/search?modality=TRIANGULAR',
      '/es/search?sdg=3.8',
      '/es/items/linked',
    ]);
    expect(page.text('.facts')).toContain('Agencia (AG) · Oferente');
    expect(page.text('.facts')).toContain('Con seguimientoSe siguen indicadores');
    expect(page.text('.facts')).toContain('6 de mayo de 2024');
    expect(page.texts('.sources li')).toEqual(['Rapport (en francés)p. 7', 'Acta']);
    expect(page.document.querySelector('.sources a')?.getAttribute('lang')).toBe('fr');
    expect(page.texts('.item__related .card__title')).toEqual(['Vecino']);
  });

  it('names the language that it falls back to, and marks its texts', async () => {
    await hub.build.item({
      slug: 'spanish',
      texts: { es: { title: 'Solo aquí', body: 'Cuerpo' } },
    });

    const page = await openPage(hub, '/en/items/spanish');

    expect(page.text('.notice')).toBe(
      'This record does not exist in English. It is shown in Spanish.',
    );
    for (const selector of ['h1', '.lead', '.prose']) {
      expect(page.document.querySelector(selector)?.getAttribute('lang')).toBe('es');
    }
  });

  it('offers its languages and says how each came about', async () => {
    await hub.build.item({
      slug: 'many',
      originalLocale: Locale.PT,
      textVersion: 2,
      texts: {
        pt: { title: 'Um', madeFrom: 2 },
        es: { title: 'Uno', madeFrom: 1 },
        en: { title: 'One', madeFrom: 2, status: TranslationStatus.MACHINE },
        fr: { title: 'Un', madeFrom: 2, status: TranslationStatus.MACHINE_REVIEWED },
      },
    });

    const page = await openPage(hub, '/en/items/many');
    const stale = await openPage(hub, '/es/items/many');
    const reviewed = await openPage(hub, '/fr/items/many');
    const original = await openPage(hub, '/pt/items/many');

    expect(page.texts('.facts dl > div:last-child li')).toEqual([
      'Português · original',
      'Español · human translation; older than the latest change to the original',
      'English · machine translation, not reviewed',
      'Français · machine translation, reviewed',
    ]);
    expect(page.text('.notice')).toContain('a machine translation into English that nobody has');
    expect(hrefs(page, '.notice a')).toEqual(['/pt/items/many']);
    expect(stale.text('.notice')).toContain('El original ha cambiado');
    expect(reviewed.text('.notice')).toContain('relue par une personne');
    expect(original.document.querySelector('.notice')).toBeNull();
  });

  it('says where the body comes from another language', async () => {
    await hub.build.item({
      slug: 'short',
      texts: { es: { title: 'T', body: 'Cuerpo' }, fr: { title: 'Titre' } },
    });

    const page = await openPage(hub, '/fr/items/short');

    expect(page.text('h1')).toBe('Titre');
    expect(page.document.querySelector('h1')?.hasAttribute('lang')).toBe(false);
    expect(page.document.querySelector('.prose')?.getAttribute('lang')).toBe('es');
    expect(page.text('.notice')).toContain('il est présenté en espagnol');
  });

  it('keeps its headings in order', async () => {
    await hub.build.lesson({
      slug: 'ordered',
      texts: { es: { lesson: 'L', body: '# A\n\n## B\n\n### C\n\n###### D' } },
    });

    const page = await openPage(hub, '/es/items/ordered');

    const levels = [...page.document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
      ({ tagName }) => Number(tagName[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
    });
  });

  it.each([ItemStatus.DRAFT, ItemStatus.IN_REVIEW, ItemStatus.CHANGES_REQUESTED])(
    'is not there for one that is %s',
    async (status) => {
      await hub.build.item({ slug: 'unseen', status, texts: { es: { title: 'zyxcanary' } } });

      const page = await openPage(hub, '/es/items/unseen');

      expect(page.status).toBe(404);
      expect(page.html).not.toContain('zyxcanary');
    },
  );
});
