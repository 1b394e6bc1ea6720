import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionRole } from '../schema/member-enums.js';
import { Locale } from '../server/locale.js';
import { LESSON, RecordSteps, takeStep } from './support/editorial.js';
import { asMember, KnownMembers } from './support/members.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const ITEM = `query ($slug: String!) {
  knowledgeItem(slug: $slug) { title status version }
  tombstone(slug: $slug) { reason }
}`;

let hub: TestHub;
const members = new KnownMembers();
let institute: string;
let theme: string;
beforeAll(async () => {
  hub = await startTestHub({ authenticator: members });
  institute = (await hub.build.actor({ slug: 'instituto' }))._id;
  const other = (await hub.build.actor({ slug: 'otro' }))._id;
  await hub.build.country({ code: 'GT' });
  theme = (await hub.build.theme()).code;
  members.contributor('rosa', institute);
  members.editor('elena', institute);
  members.editor('otto', other);
  members.curator('carla');
  members.administrator('ada');
});
afterAll(() => hub.stop());

const lesson = () => ({ ...LESSON, themes: [theme] });
const newLesson = () => RecordSteps.create(hub, 'rosa', institute, lesson());
const published = async () => {
  const steps = await newLesson();
  await steps.take('rosa', 'submitDraft');
  const { record } = await steps.take('elena', 'publishDraft');
  return { steps, slug: record?.slug ?? '' };
};
const publicly = (slug: string) =>
  hub.query<{ knowledgeItem: { title: string; version: number } | null; tombstone: object | null }>(
    ITEM,
    { slug },
  );

describe('A draft', () => {
  it('is begun by a contributor and seen by nobody outside of her institution', async () => {
    const { id } = await newLesson();

    const ask = '{ editorialRecord(id: "ID") { id draft { status } } }'.replace('ID', id);
    const mine = await asMember(hub, 'rosa')(ask);
    const foreign = await asMember(hub, 'otto')(ask);

    expect(mine).toEqual({ editorialRecord: { id, draft: { status: 'DRAFT' } } });
    expect(foreign).toEqual({ editorialRecord: null });
    expect(
      (await hub.query<{ nodes: unknown[] }>(`{ nodes(ids: ["${id}"]) { id } }`)).nodes,
    ).toEqual([null]);
  });

  it('cannot be saved over a newer version, and the answer tells the present one', async () => {
    const steps = await newLesson();
    await steps.take('rosa', 'saveDraft', { content: { countries: ['GT'] } });

    const late = await steps.take('elena', 'saveDraft', {
      expectedVersion: 1,
      content: { countries: [] },
    });

    expect(late.record).toBeNull();
    expect(late.problems).toMatchObject([{ code: 'CONFLICT', currentVersion: 2 }]);
  });

  it('takes two store commands to save', async () => {
    const steps = await newLesson();
    await hub.hub.publishing.filer.fileAll();

    const commands = await hub.storeCommands(() =>
      steps.take('rosa', 'saveDraft', { content: { countries: ['GT'] } }),
    );

    expect(commands.map(({ commandName }) => commandName)).toEqual(['find', 'findAndModify']);
  });

  it('says what is missing, and cannot be submitted before', async () => {
    const steps = await RecordSteps.create(hub, 'rosa', institute, {
      texts: [{ locale: 'ES', title: 'Sin más' }],
    });

    const { problems } = await steps.take('rosa', 'submitDraft');

    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['INCOMPLETE', 'texts.es.summary'],
      ['INCOMPLETE', 'texts.es.lesson'],
      ['INCOMPLETE', 'themes'],
    ]);
  });

  it('is refused with the name of each value that is wrong', async () => {
    const { record, problems } = await takeStep(hub, 'rosa', 'createDraft', {
      institution: institute,
      kind: 'LESSON_LEARNED',
      content: {
        texts: [{ locale: 'ES', title: 'x'.repeat(201), summary: 'a\u0000b' }],
        sources: [{ title: 'Acta', url: 'javascript:alert(1)' }],
      },
    });

    expect(record).toBeNull();
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['INVALID', 'texts.es.title'],
      ['INVALID', 'texts.es.summary'],
      ['INVALID', 'sources.0.url'],
    ]);
  });
});

describe('The way to the public', () => {
  it('leads from the draft over the review, changes and all, to a page of its own', async () => {
    const steps = await newLesson();
    await steps.take('rosa', 'submitDraft', { note: 'Para revisar.' });
    const blocked = await steps.take('rosa', 'saveDraft', { content: { countries: [] } });
    await steps.take('elena', 'requestChanges', { note: 'Falta el país.' });
    await steps.take('rosa', 'saveDraft', { content: { countries: ['GT'] } });
    await steps.take('rosa', 'submitDraft');

    const { record } = await steps.take('elena', 'publishDraft');

    expect(blocked.problems).toMatchObject([{ code: 'WRONG_STATUS' }]);
    expect(record).toMatchObject({ status: 'PUBLISHED', draft: null });
    const { knowledgeItem } = await publicly(record?.slug ?? '');
    expect(knowledgeItem).toMatchObject({ title: LESSON.texts[0]?.title, version: 1 });
  });

  it('keeps serving what is published while the next version is drafted', async () => {
    const { steps, slug } = await published();
    await steps.take('rosa', 'editItem');
    await steps.take('rosa', 'saveDraft', {
      content: { texts: [{ locale: 'ES', title: 'Otro título' }] },
    });
    const before = await publicly(slug);
    await steps.take('rosa', 'submitDraft');

    await steps.take('elena', 'publishDraft');

    expect(before.knowledgeItem?.title).toBe(LESSON.texts[0]?.title);
    expect((await publicly(slug)).knowledgeItem).toMatchObject({
      title: 'Otro título',
      version: 2,
    });
  });

  it('ends with a tombstone that tells why', async () => {
    const { steps, slug } = await published();

    const { record } = await steps.take('elena', 'withdrawItem', {
      reason: [{ locale: 'ES', text: 'Las cifras eran de otro año.' }],
    });

    expect(record?.status).toBe('WITHDRAWN');
    expect(await publicly(slug)).toEqual({
      knowledgeItem: null,
      tombstone: { reason: 'Las cifras eran de otro año.' },
    });
  });

  it('wants a second person where the institution asks for four eyes', async () => {
    const set =
      'mutation ($on: Boolean!) { setFourEyes(institution: "ID", fourEyes: $on) { fourEyes } }';
    const fourEyes = (on: boolean) => asMember(hub, 'ada')(set.replace('ID', institute), { on });
    await fourEyes(true);
    const steps = await RecordSteps.create(hub, 'elena', institute, lesson());
    await steps.take('elena', 'submitDraft');

    const alone = await steps.take('elena', 'publishDraft');

    await fourEyes(false);
    expect(alone.problems).toMatchObject([{ code: 'FOUR_EYES' }]);
    expect((await steps.take('elena', 'publishDraft')).record?.status).toBe('PUBLISHED');
  });

  it('can be vouched for by a focal point', async () => {
    const { steps, slug } = await published();

    await steps.take('carla', 'endorseItem', { country: 'GT', note: 'Lo confirmamos.' });

    const ask = `{ knowledgeItem(slug: "${slug}") { endorsements { country { code } note } } }`;
    expect(await hub.query(ask)).toEqual({
      knowledgeItem: { endorsements: [{ country: { code: 'GT' }, note: 'Lo confirmamos.' }] },
    });
  });
});

describe('A reviewer', () => {
  it('is asked by name, and has to be an editor of the institution', async () => {
    const steps = await newLesson();
    const { _id: reviewer } = await hub.hub.auth.members.create({
      email: 'rita@example.org',
      name: 'Rita',
      locale: Locale.ES,
      memberships: [{ institution: institute, role: InstitutionRole.EDITOR }],
    });

    const unknown = await steps.take('elena', 'assignReviewer', { member: 'mem_nobody' });
    const asked = await steps.take('elena', 'assignReviewer', { member: reviewer });

    expect(unknown.problems).toMatchObject([{ code: 'INVALID', field: 'member' }]);
    expect(asked.record?.draft).toMatchObject({ assignee: { name: 'Rita' } });
  });
});

describe('The audit trail', () => {
  it('holds what was decided, not what was only written', async () => {
    const steps = await newLesson();
    await steps.take('rosa', 'saveDraft', { content: { countries: ['GT'] } });
    await steps.take('rosa', 'submitDraft');
    await steps.take('elena', 'publishDraft');

    const { nodes } = await hub.hub.auth.audit.page({ target: steps.id }, 10, null);

    expect(nodes.map(({ memberId, action }) => [memberId, action])).toEqual([
      ['mem_elena', 'record.published'],
      ['mem_rosa', 'record.submitted'],
      ['mem_rosa', 'record.created'],
    ]);
  });
});

describe('A translation', () => {
  it('goes stale when the original moves on, and holds again once a reviewer has read it', async () => {
    const steps = await newLesson();
    const pt = { locale: 'PT', title: 'Comprar juntos', summary: 'Dois institutos.' };
    await steps.take('rosa', 'saveDraft', { content: { texts: [pt] } });
    const moved = await steps.take('rosa', 'saveDraft', {
      content: { texts: [{ locale: 'ES', summary: 'Tres institutos compraron juntos.' }] },
    });
    const since = await asMember(
      hub,
      'rosa',
    )(`{ changesSinceTranslation(id: "${steps.id}", locale: PT) { field locale after } }`);

    const read = await steps.take('elena', 'reviewTranslation', { locale: 'PT', status: 'HUMAN' });

    const stale = { locale: 'PT', status: 'HUMAN', isStale: true };
    expect(moved.record?.draft?.textStates).toContainEqual(stale);
    expect(since).toEqual({
      changesSinceTranslation: [
        { field: 'summary', locale: 'ES', after: 'Tres institutos compraron juntos.' },
      ],
    });
    expect(read.record?.draft?.textStates).toContainEqual({ ...stale, isStale: false });
  });
});

describe('The history', () => {
  it('holds every step with its author, compares two and restores one', async () => {
    const steps = await newLesson();
    await steps.take('elena', 'saveDraft', {
      content: { texts: [{ locale: 'ES', title: 'Otro' }] },
      note: 'Más corto.',
    });
    const ask = `{
      revisions(id: "${steps.id}") { nodes { number action by { name } note } }
      compareRevisions(id: "${steps.id}", from: 1, to: 2) { field locale before after }
    }`;
    const before = await asMember(hub, 'rosa')(ask);
    await hub.hub.publishing.filer.fileAll();

    const { record } = await steps.take('rosa', 'restoreRevision', { number: 1 });

    expect(before).toEqual({
      revisions: {
        nodes: [
          { number: 2, action: 'SAVED', by: { name: 'elena' }, note: 'Más corto.' },
          { number: 1, action: 'CREATED', by: { name: 'rosa' }, note: null },
        ],
      },
      compareRevisions: [
        { field: 'title', locale: 'ES', before: LESSON.texts[0]?.title, after: 'Otro' },
      ],
    });
    expect(record?.draft?.content).toMatchObject({ texts: [{ title: LESSON.texts[0]?.title }] });
    expect(
      (await asMember(hub, 'rosa')<{ revisions: { nodes: unknown[] } }>(ask)).revisions.nodes,
    ).toHaveLength(3);
  });
});
