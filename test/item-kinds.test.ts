import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  ItemStatus,
  KnowledgeKind,
  LessonLevel,
  LessonNature,
  Stage,
} from '../schema/knowledge-enums.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

describeOnEveryStore('A knowledge item', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.stop());

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
});
