import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordSteps, takeStep } from './support/editorial.js';
import { KnownMembers } from './support/members.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

let hub: TestHub;
const members = new KnownMembers();
let institute: string;
let theme: string;
beforeAll(async () => {
  hub = await startTestHub({ authenticator: members });
  institute = (await hub.build.actor({ slug: 'instituto' }))._id;
  theme = (await hub.build.theme()).code;
  members.contributor('rosa', institute);
  members.editor('elena', institute);
});
afterAll(() => hub.stop());

describe('Editions of a protocol', () => {
  const protocol = (title: string, more: Record<string, unknown> = {}) => ({
    texts: [{ locale: 'ES', title, summary: 'Resumen.', purpose: 'Fin.', body: 'Texto.' }],
    themes: [theme],
    ...more,
  });
  const inForce = async (slug: string) =>
    hub.query<{ knowledgeItem: { editions: { title: string; inForce: boolean }[] } }>(
      `{ knowledgeItem(slug: "${slug}") { ... on Protocol { editions { title inForce status } } } }`,
    );
  const publish = async (steps: RecordSteps) => {
    await steps.take('rosa', 'submitDraft');
    return (await steps.take('elena', 'publishDraft')).record;
  };

  it('give way to each other: one is in force, the others stay readable', async () => {
    const first = await RecordSteps.create(
      hub,
      'rosa',
      institute,
      protocol('Plan uno'),
      'PROTOCOL',
    );
    const old = await publish(first);
    const { record } = await takeStep(hub, 'rosa', 'createEdition', { from: first.id });
    const second = RecordSteps.of(hub, record ?? { id: '', version: 0 });
    await second.take('rosa', 'saveDraft', {
      content: { texts: [{ locale: 'ES', title: 'Plan dos', changeNote: 'Nuevos plazos.' }] },
    });

    await publish(second);

    expect(await inForce(old?.slug ?? '')).toEqual({
      knowledgeItem: {
        editions: [
          { title: 'Plan dos', inForce: true, status: 'PUBLISHED' },
          { title: 'Plan uno', inForce: false, status: 'SUPERSEDED' },
        ],
      },
    });
  });

  it('wait for their day', async () => {
    const first = await RecordSteps.create(
      hub,
      'rosa',
      institute,
      protocol('Guía uno'),
      'PROTOCOL',
    );
    const old = await publish(first);
    const { record } = await takeStep(hub, 'rosa', 'createEdition', { from: first.id });
    const second = RecordSteps.of(hub, record ?? { id: '', version: 0 });
    await second.take('rosa', 'saveDraft', {
      content: { texts: [{ locale: 'ES', title: 'Guía dos' }], inForceFrom: '2999-01-01' },
    });

    await publish(second);

    expect((await inForce(old?.slug ?? '')).knowledgeItem.editions).toMatchObject([
      { title: 'Guía uno', inForce: true },
      { title: 'Guía dos', inForce: false },
    ]);
  });

  it('give way to the last one when their day is put off, and when they are withdrawn', async () => {
    const first = await RecordSteps.create(hub, 'rosa', institute, protocol('Norma'), 'PROTOCOL');
    const old = await publish(first);
    const { record } = await takeStep(hub, 'rosa', 'createEdition', { from: first.id });
    const second = RecordSteps.of(hub, record ?? { id: '', version: 0 });
    await second.take('rosa', 'saveDraft', { content: { texts: [{ locale: 'ES', title: 'N2' }] } });
    second.version = (await publish(second))?.version ?? 0;
    await second.take('rosa', 'editItem');
    await second.take('rosa', 'saveDraft', { content: { inForceFrom: '2999-01-01' } });

    second.version = (await publish(second))?.version ?? 0;
    const putOff = (await inForce(old?.slug ?? '')).knowledgeItem.editions;
    await second.take('elena', 'withdrawItem', { reason: [{ locale: 'ES', text: 'No rige.' }] });

    expect(putOff).toMatchObject([
      { title: 'Norma', inForce: true, status: 'PUBLISHED' },
      { title: 'N2', inForce: false, status: 'PUBLISHED' },
    ]);
    expect((await inForce(old?.slug ?? '')).knowledgeItem.editions).toMatchObject([
      { title: 'Norma', inForce: true },
    ]);
  });
});
