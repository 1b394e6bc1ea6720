import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KnowledgeKind, LessonLevel, LessonNature, Stage } from '../schema/knowledge-enums.js';
import { hrefs, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('The page of each kind of record', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.stop());

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

  it('warns of it where other records lead to it', async () => {
    await hub.build.theme({ code: 'drill' });
    const themes = ['drill'];
    await hub.build.protocol({ slug: 'outdated', themes, inForce: false });
    await hub.build.protocol({ slug: 'current', themes });
    await hub.build.item({ slug: 'about-both', themes });

    const page = await openPage(hub, '/es/items/about-both');

    const warned = [...page.document.querySelectorAll('.card')].map((card) => [
      card.querySelector('a')?.getAttribute('href'),
      card.querySelector('.tag')?.textContent,
    ]);
    expect(new Map(warned as [string, string][])).toEqual(
      new Map([
        ['/es/items/outdated', 'no vigente'],
        ['/es/items/current', undefined],
      ]),
    );
  });

  it('says so where no edition is in force', async () => {
    await hub.build.protocol({ slug: 'lapsed', inForce: false });

    const page = await openPage(hub, '/es/items/lapsed');

    expect(page.text('.notice')).toContain('No se conoce ninguna edición vigente');
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
      'Para replicarlo en otro lugar',
    ]);
    expect(page.texts('.part li')).toEqual(['Una ley', 'Un fondo', 'El tiempo']);
  });
});
