import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../server/config.js';
import { apertiumUrl } from './support/apertium.js';
import { RecordSteps } from './support/editorial.js';
import { asMember, KnownMembers } from './support/members.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PROTOCOL = {
  texts: [
    {
      locale: 'ES',
      title: 'La casa segura',
      summary: 'El agua es buena.',
      purpose: 'La salud de la familia.',
      body: 'Texto.',
    },
  ],
  steps: [{ texts: [{ locale: 'ES', text: 'Cerrar la casa.', responsible: 'La familia' }] }],
};
const STEPS = `query ($id: ID!) {
  editorialRecord(id: $id) { draft { content { steps { texts { locale text responsible } } } } }
}`;

const members = new KnownMembers();
let hub: TestHub;
let institute: string;
const start = async (TRANSLATE_URL: string | undefined) => {
  hub = await startTestHub({ authenticator: members, config: { TRANSLATE_URL } });
  institute = (await hub.build.actor({ slug: 'instituto' }))._id;
  members.contributor('rosa', institute);
  members.editor('elena', institute);
};
const newProtocol = () => RecordSteps.create(hub, 'rosa', institute, PROTOCOL, 'PROTOCOL');

(apertiumUrl ? describe : describe.skip)('A translation that a machine drafts', () => {
  beforeAll(() => start(apertiumUrl ?? undefined));
  afterAll(() => hub.stop());

  it('holds all texts, steps too, and says that it is a machine’s', async () => {
    const steps = await newProtocol();

    const { record } = await steps.take('rosa', 'translateDraft', { locale: 'PT' });

    expect(record?.draft?.textStates).toContainEqual({
      locale: 'PT',
      status: 'MACHINE',
      isStale: false,
    });
    expect(record?.draft?.content).toMatchObject({
      texts: [{ locale: 'ES' }, { locale: 'PT', title: expect.stringMatching(/casa/i) }],
    });
    const { editorialRecord } = await asMember(hub, 'rosa')<{
      editorialRecord: { draft: { content: { steps: unknown[] } } };
    }>(STEPS, { id: steps.id });
    expect(editorialRecord.draft.content.steps).toMatchObject([
      { texts: [{ locale: 'ES' }, { locale: 'PT', text: expect.stringMatching(/casa/i) }] },
    ]);
  });

  it('stays a machine’s when it is corrected, until a reviewer has read it', async () => {
    const steps = await newProtocol();
    await steps.take('rosa', 'translateDraft', { locale: 'PT' });
    const corrected = await steps.take('rosa', 'saveDraft', {
      content: { texts: [{ locale: 'PT', title: 'A casa segura e boa' }] },
    });
    const byAuthor = await steps.take('rosa', 'reviewTranslation', {
      locale: 'PT',
      status: 'HUMAN',
    });

    const read = await steps.take('elena', 'reviewTranslation', {
      locale: 'PT',
      status: 'MACHINE_REVIEWED',
    });

    const state = { locale: 'PT', status: 'MACHINE', isStale: false };
    expect(corrected.record?.draft?.textStates).toContainEqual(state);
    expect(byAuthor.problems).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect(read.record?.draft?.textStates).toContainEqual({ ...state, status: 'MACHINE_REVIEWED' });
  });
});

describe('A hub without a translation service', () => {
  beforeAll(() => start(readConfig({}).TRANSLATE_URL));
  afterAll(() => hub.stop());

  it('says so when it is asked for a draft, and changes nothing', async () => {
    const steps = await newProtocol();

    const { record, problems } = await steps.take('rosa', 'translateDraft', { locale: 'PT' });

    expect(record).toBeNull();
    expect(problems).toMatchObject([{ code: 'TRANSLATION_OFF' }]);
  });
});
