import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionRole, TokenScope } from '../schema/member-enums.js';
import { LESSON, RecordSteps, stepDocument, takeStep } from './support/editorial.js';
import { asMember, KnownMembers } from './support/members.js';
import { RecordStages } from './support/record-stages.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

let hub: TestHub;
const members = new KnownMembers();
let own: string;
let other: string;
let theme: string;
let records: RecordStages;
beforeAll(async () => {
  hub = await startTestHub({ authenticator: members });
  own = (await hub.build.actor({ slug: 'instituto' }))._id;
  other = (await hub.build.actor({ slug: 'otro' }))._id;
  await hub.build.country({ code: 'GT' });
  theme = (await hub.build.theme()).code;
  records = new RecordStages(hub, own, theme);
  members.contributor('rosa', own);
  members.editor('elena', own);
  members.curator('carla');
  members.add('both', {
    memberships: [
      { institution: own, role: InstitutionRole.CONTRIBUTOR },
      { institution: other, role: InstitutionRole.EDITOR },
    ],
  });
  members.add('writer', {
    via: 'TOKEN',
    scopes: [TokenScope.WRITE],
    memberships: [{ institution: own, role: InstitutionRole.EDITOR }],
  });
});
afterAll(() => hub.stop());

describe('Somebody who vouches for records of other institutions', () => {
  it('is shown nothing of the next version', async () => {
    const { id, expectedVersion: version } = await records.edited();
    const steps = RecordSteps.of(hub, { id, version });
    await steps.take('rosa', 'saveDraft', {
      content: { texts: [{ locale: 'ES', title: 'Secreto todavía' }] },
    });

    const answer = await steps.take('carla', 'endorseItem', { country: 'GT' });

    expect(answer.problems).toEqual([]);
    expect(answer.record).toMatchObject({ id, draft: null });
    expect(JSON.stringify(answer)).not.toContain('Secreto');
  });

  it('does not learn that there is a draft', async () => {
    const { id } = await records.draft();
    const endorse = (of: string) =>
      takeStep(hub, 'carla', 'endorseItem', { id: of, expectedVersion: 1, country: 'GT' });

    expect(await endorse(id)).toEqual(await endorse('itm_none'));
    expect((await endorse(id)).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('An access token that may not read', () => {
  it('lists no drafts', async () => {
    await records.draft();

    const answer = await hub.ask(
      '{ editorialRecords { nodes { id } } }',
      {},
      { authorization: 'Bearer writer' },
    );

    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('is shown no draft by what it writes', async () => {
    const { id, expectedVersion: version } = await records.draft();

    const { record } = await RecordSteps.of(hub, { id, version }).take('writer', 'saveDraft', {
      content: { countries: ['GT'] },
    });

    expect(record).toMatchObject({ version: 2, draft: null });
  });
});

describe('A new edition', () => {
  it('belongs to the institution of the old one, whose editors decide on it', async () => {
    const { id } = await records.published();

    const { problems } = await takeStep(hub, 'both', 'createEdition', {
      from: id,
      institution: other,
    });

    expect(problems).toMatchObject([{ code: 'INVALID', field: 'institution' }]);
  });
});

describe('What is said with a step', () => {
  const long = 'a'.repeat(5_001);
  const unreadable = 'a\u0000b';
  const said: readonly (readonly [string, object])[] = [
    ['saveDraft', { content: {}, note: long }],
    ['saveDraft', { content: {}, note: unreadable }],
    ['submitDraft', { note: long }],
    ['submitDraft', { note: unreadable }],
    ['requestChanges', { note: unreadable }],
    ['publishDraft', { note: unreadable }],
    ['withdrawItem', { reason: [{ locale: 'ES', text: unreadable }] }],
    ['withdrawItem', { reason: [{ locale: 'ES', text: ' ' }] }],
    ['endorseItem', { country: 'GT', note: unreadable }],
  ];

  it.each(said)('has limits: %s', async (step, variables) => {
    const stage = await stageOf(step);

    const data = await asMember(hub, step === 'endorseItem' ? 'carla' : 'elena')<
      Record<string, { problems: unknown[] }>
    >(stepDocument(step as 'saveDraft'), { ...stage, ...variables });

    expect(data[step]?.problems).toMatchObject([{ code: 'INVALID' }]);
  });

  it('may be left blank where nobody has to say anything', async () => {
    const steps = await RecordSteps.create(hub, 'rosa', own, { ...LESSON, themes: [theme] });

    const { problems } = await steps.take('rosa', 'submitDraft', { note: '  ' });

    expect(problems).toEqual([]);
  });

  it('is told to readers in the languages in which it was said', async () => {
    const { id, expectedVersion: version } = await records.published();
    const { record } = await RecordSteps.of(hub, { id, version }).take('elena', 'withdrawItem', {
      reason: [
        { locale: 'ES', text: '' },
        { locale: 'EN', text: 'The figures were wrong.' },
      ],
    });

    expect(await hub.query(`{ tombstone(id: "${record?.id}") { reason } }`)).toEqual({
      tombstone: { reason: 'The figures were wrong.' },
    });
  });
});

describe('A reviewer who has read a translation', () => {
  it('is no author of it, and may approve the draft where four eyes are asked for', async () => {
    members.administrator('ada');
    const fourEyes = `mutation ($on: Boolean!) {
      setFourEyes(institution: "${own}", fourEyes: $on) { fourEyes }
    }`;
    await asMember(hub, 'ada')(fourEyes, { on: true });
    const pt = { locale: 'PT', title: 'Comprar juntos', summary: 'Dois institutos.' };
    const content = { ...LESSON, themes: [theme], texts: [...LESSON.texts, pt] };
    const steps = await RecordSteps.create(hub, 'rosa', own, content);
    await steps.take('elena', 'reviewTranslation', { locale: 'PT', status: 'HUMAN' });
    await steps.take('rosa', 'submitDraft');

    const { record, problems } = await steps.take('elena', 'publishDraft');

    await asMember(hub, 'ada')(fourEyes, { on: false });
    expect(problems).toEqual([]);
    expect(record?.status).toBe('PUBLISHED');
  });
});

function stageOf(step: string) {
  if (step === 'withdrawItem' || step === 'endorseItem') return records.published();
  const isReviewed = step === 'requestChanges' || step === 'publishDraft';
  return isReviewed ? records.submitted() : records.draft();
}
