import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import { KnowledgeKind, Stage, TranslationStatus } from '../schema/knowledge-enums.js';
import { hrefs, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const step = (number: number, stage: Stage | undefined, responsible: string, tool?: string) => ({
  number,
  ...(stage && { stage }),
  text: { es: `Paso ${number}`, en: `Step ${number}` },
  responsible: { es: responsible, en: `${responsible} in English` },
  ...(tool && { tool: { es: tool } }),
  ...(tool && { timeLimit: { es: 'en 24 horas' } }),
});

describe('The emergency desk', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    const { build } = hub;
    await build.hazard({ code: 'flood', name: 'Inundación' });
    await build.hazard({ code: 'fire', name: 'Incendio' });
    const agency = await build.actor({
      slug: 'agency',
      name: 'Agencia',
      website: 'https://agency.example.org/',
    });
    const actors = [{ role: ActorRole.AUTHOR, actor: agency._id }];
    await build.protocol({
      slug: 'flood-plan',
      hazards: ['flood'],
      stages: [Stage.RESPONSE],
      actors,
      texts: { es: { title: 'Plan de inundaciones' } },
      steps: [
        step(1, Stage.PREPAREDNESS, 'Dirección'),
        step(2, Stage.RESPONSE, 'Dirección', 'Formulario F1'),
        step(3, Stage.RESPONSE, 'Enfermería'),
        step(4, undefined, 'Comunicación'),
      ],
    });
    await build.protocol({
      slug: 'general-plan',
      texts: { es: { title: 'Plan general' } },
      steps: [step(1, Stage.RESPONSE, 'Dirección')],
    });
    await build.protocol({
      slug: 'flood-guide',
      hazards: ['flood'],
      texts: { es: { title: 'Guía sin pasos' } },
    });
    await build.protocol({
      slug: 'old-plan',
      hazards: ['flood'],
      inForce: false,
      texts: { es: { title: 'Plan derogado' } },
      steps: [step(9, Stage.RESPONSE, 'Nadie')],
    });
    await build.item({
      kind: KnowledgeKind.CASE_STUDY,
      hazards: ['flood'],
      stages: [Stage.RESPONSE],
      texts: { es: { title: 'La crecida de 2019' } },
    });
    await build.lesson({
      hazards: ['flood'],
      stages: [Stage.RESPONSE],
      texts: { es: { title: 'Una lección' } },
    });
  });
  afterAll(() => hub.stop());

  const valuesOf = (page: { readonly document: Document }, name: string) =>
    [...page.document.querySelectorAll(`select[name=${name}] option`)].map((option) =>
      option.getAttribute('value'),
    );

  it('offers what occurs in protocols in force, and shows where there are steps', async () => {
    const page = await openPage(hub, '/es/emergency');

    expect(valuesOf(page, 'hazard')).toEqual(['', 'flood']);
    expect(valuesOf(page, 'stage')).toEqual(['', 'PREPAREDNESS', 'RESPONSE']);
    expect(page.texts('select[name=role] option')).toEqual([
      'Cualquier función',
      'Comunicación',
      'Dirección',
      'Enfermería',
    ]);
    expect(hrefs(page, '.desk__overview a')).toEqual([
      '/es/emergency?hazard=flood',
      '/es/emergency?hazard=flood&stage=PREPAREDNESS',
      '/es/emergency?hazard=flood&stage=RESPONSE',
    ]);
    expect(page.texts('.desk__overview td a')).toEqual([
      '2 pasos: Inundación, Preparación',
      '4 pasos: Inundación, Respuesta',
    ]);
  });

  it('lists the steps of a hazard and stage by protocol, with what each needs', async () => {
    const page = await openPage(hub, '/es/emergency?hazard=flood&stage=RESPONSE');

    expect(page.texts('.desk__stage > h2')).toEqual(['Respuesta', 'En cualquier etapa']);
    expect(page.texts('.desk__stage h3')).toEqual([
      'Plan de inundaciones',
      'Plan general',
      'Plan de inundaciones',
    ]);
    expect(page.texts('.step label')).toEqual(['2.Paso 2', '3.Paso 3', '1.Paso 1', '4.Paso 4']);
    expect(page.document.querySelectorAll('.step input[type=checkbox]')).toHaveLength(4);
    const facts = page.text('.step__facts');
    expect(facts).toContain('Dirección');
    expect(facts).toContain('Formulario F1');
    expect(facts).toContain('en 24 horas');
    expect(page.text('.desk__printed')).toContain('/es/emergency?hazard=flood&stage=RESPONSE');
    expect(page.html).not.toContain('Plan derogado');
  });

  it('names whom to turn to, what to use, what to read and who has done it', async () => {
    const page = await openPage(hub, '/es/emergency?hazard=flood&stage=RESPONSE');

    expect(page.texts('.desk__contacts tbody tr')).toEqual([
      'AgenciaAutoría · Plan de inundacionesagency.example.org',
    ]);
    expect(hrefs(page, '.desk__contacts td a')).toContain('https://agency.example.org/');
    const sections = page.texts('.desk > section');
    expect(sections).toEqual(
      expect.arrayContaining([
        'HerramientasFormulario F1 · Plan de inundaciones',
        'Protocolos vigentes sin lista de pasosGuía sin pasos',
      ]),
    );
    expect(page.texts('.card__title')).toEqual(['La crecida de 2019']);
  });

  it('keeps a role when the language changes', async () => {
    const spanish = await openPage(hub, '/es/emergency');
    const role = [...spanish.document.querySelectorAll('select[name=role] option')]
      .find(({ textContent }) => textContent === 'Enfermería')
      ?.getAttribute('value');

    const english = await openPage(hub, `/en/emergency?role=${role}`);

    expect(english.texts('.step label')).toEqual(['3.Step 3']);
    expect(english.text('select[name=role] option[selected]')).toBe('Enfermería in English');
    expect(english.text('.step__facts')).toContain('Enfermería in English');
  });

  it('says in which language a protocol is shown where it is not the reader’s', async () => {
    const page = await openPage(hub, '/en/emergency?hazard=flood&stage=RESPONSE');

    expect(page.text('.desk__stage .notice')).toBe(
      'This record does not exist in English. It is shown in Spanish.',
    );
    expect(page.document.querySelector('.desk__stage h3 a')?.getAttribute('lang')).toBe('es');
  });

  it('says so for a machine translation', async () => {
    const status = TranslationStatus.MACHINE;
    await hub.build.protocol({
      slug: 'fire-plan',
      hazards: ['fire'],
      texts: { es: { title: 'Fuego' }, fr: { title: 'Feu', status } },
      steps: [step(1, Stage.RECOVERY, 'Bomberos')],
    });

    const page = await openPage(hub, '/fr/emergency?hazard=fire&stage=RECOVERY');

    expect(page.text('.desk__stage .notice')).toMatch(/traduction automatique/);
  });

  it('helps on where a choice has no steps', async () => {
    const page = await openPage(hub, '/pt/emergency?role=flood-plan.3&stage=PREPAREDNESS');

    expect(page.status).toBe(200);
    expect(page.text('.desk > .notice')).toMatch(/^Nenhum protocolo vigente prevê passos/);
    expect(hrefs(page, '.desk__overview a')).toContain('/pt/emergency?hazard=flood&stage=RESPONSE');
  });

  it.each(['hazard=none', 'stage=LATER', 'role=flood-plan.99', 'role=%3Cb%3E'])(
    'refuses a choice that no protocol knows: %s',
    async (question) => {
      expect((await openPage(hub, `/es/emergency?${question}`)).status).toBe(400);
    },
  );

  it('answers a form that leaves everything open', async () => {
    const page = await openPage(hub, '/es/emergency?hazard=&stage=&role=');

    expect(page.status).toBe(200);
    expect(page.texts('.step')).toEqual([]);
  });
});
