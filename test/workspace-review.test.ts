import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionRole } from '../schema/member-enums.js';
import { LESSON, RecordSteps } from './support/editorial.js';
import { asMember, KnownMembers } from './support/members.js';
import { hrefs, type OpenedPage, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { PageMember } from './support/workspace-page.js';

let hub: TestHub;
const members = new KnownMembers();
let institute: string;
let theme: string;
let rosa: PageMember;
let elena: PageMember;
beforeAll(async () => {
  hub = await startTestHub({ authenticator: members });
  institute = (await hub.build.actor({ slug: 'instituto' }))._id;
  await hub.build.country({ code: 'GT', name: 'Guatemala' });
  theme = (await hub.build.theme()).code;
  members.contributor('rosa', institute);
  members.editor('elena', institute);
  members.administrator('ada');
  members.curator('carla');
  rosa = new PageMember(hub, 'rosa');
  elena = new PageMember(hub, 'elena');
});
afterAll(() => hub.stop());

const newLesson = (content: object = {}) =>
  RecordSteps.create(hub, 'rosa', institute, { ...LESSON, themes: [theme], ...content });

/** Opens the page of a step and presses its button. */
async function take(
  member: PageMember,
  { id }: { readonly id: string },
  step: string,
  values: Record<string, string> = {},
): Promise<OpenedPage> {
  const page = await member.open(`/es/workspace/${id}/steps/${step}`);
  return member.submit(page, 'form.writing', values);
}

const offered = async (member: PageMember, { id }: { readonly id: string }) => {
  const page = await member.open(`/es/workspace/${id}`);
  return hrefs(page, '.next-steps a').map((address) => address?.split('/').at(-1));
};

describe('The steps of a review', () => {
  it('lead from a draft to its public page, each offered only to whom it is allowed', async () => {
    const steps = await newLesson();

    await take(rosa, steps, 'submit', { note: 'Para revisar.' });
    expect(await offered(rosa, steps)).toEqual(['recall']);
    expect(await offered(elena, steps)).toEqual(['recall', 'assign', 'request-changes', 'publish']);
    await take(elena, steps, 'request-changes', { note: 'Falta el país.' });
    const back = await rosa.open(`/es/workspace/${steps.id}`);
    expect(back.text('.notice')).toContain('Falta el país.');
    await take(rosa, steps, 'submit');
    const published = await take(elena, steps, 'publish');

    expect(published.status).toBe(303);
    expect(await offered(elena, steps)).toEqual(['edit', 'withdraw']);
    const standing = await elena.open(`/es/workspace/${steps.id}`);
    const [address = ''] = hrefs(standing, '.tabs a').filter((one) => one?.includes('/items/'));
    expect((await openPage(hub, address ?? '')).text('h1')).toBe(LESSON.texts[0]?.title);
  });

  it('ask for the note that they need, and tell what is missing before a draft is submitted', async () => {
    const steps = await newLesson();
    const bare = await RecordSteps.create(hub, 'rosa', institute, { originalLocale: 'ES' });
    await steps.take('rosa', 'submitDraft');

    const silent = await take(elena, steps, 'request-changes', { note: '  ' });
    const early = await take(rosa, bare, 'submit');

    expect(silent.status).toBe(422);
    expect(silent.text('#f-note-fault')).not.toBe('');
    expect(early.text('#problems')).toMatch(/Título.*Resumen.*La lección.*Temas/);
  });

  it('explain in every language why one person is not enough', async () => {
    const set = `mutation { setFourEyes(institution: "${institute}", fourEyes: true) { fourEyes } }`;
    await asMember(hub, 'ada')(set);
    const steps = await RecordSteps.create(hub, 'elena', institute, { ...LESSON, themes: [theme] });
    await steps.take('elena', 'submitDraft');

    const said = [];
    for (const locale of ['es', 'en', 'pt', 'fr']) {
      const page = await elena.open(`/${locale}/workspace/${steps.id}/steps/publish`);
      const refused = await elena.submit(page, 'form.writing');
      said.push(refused.text('#problems li'));
    }
    await asMember(hub, 'ada')(set.replace('true', 'false'));

    expect(said).toEqual([
      expect.stringMatching(/otra persona/),
      expect.stringMatching(/somebody else/),
      expect.stringMatching(/outra pessoa/),
      expect.stringMatching(/autre personne/),
    ]);
  });

  it('tell when somebody was faster, and can be repeated', async () => {
    const steps = await newLesson();
    const page = await rosa.open(`/en/workspace/${steps.id}/steps/submit`);
    await steps.take('elena', 'saveDraft', { content: { countries: ['GT'] } });

    const late = await rosa.submit(page, 'form.writing');
    const again = await rosa.submit(late, 'form.writing');

    expect(late.text('#problems')).toContain('Somebody has changed the record');
    expect(again.status).toBe(303);
  });

  it('withdraw with a reason in four languages', async () => {
    const steps = await newLesson();
    await steps.take('rosa', 'submitDraft');
    const { record } = await steps.take('elena', 'publishDraft');

    const reasons = { 'reason.es': 'Cifras erradas.', 'reason.fr': 'Chiffres erronés.' };
    await take(elena, steps, 'withdraw', reasons);

    const gone = await openPage(hub, `/fr/items/${record?.slug}`);
    expect(gone.status).toBe(410);
    expect(gone.text('main')).toContain('Chiffres erronés.');
  });

  it('let a member edit what is published, and discard it again', async () => {
    const steps = await newLesson();
    await steps.take('rosa', 'submitDraft');
    const { record } = await steps.take('elena', 'publishDraft');
    const address = `/es/items/${record?.slug}`;
    const item = await rosa.open(address);

    const begun = await rosa.submit(item, '.edit-item form');
    const editing = await rosa.follow(begun.headers.get('location') ?? '');
    const discarded = await take(rosa, steps, 'discard');

    expect(editing.document.querySelector('form[data-editor]')).not.toBeNull();
    expect(discarded.status).toBe(303);
    expect((await openPage(hub, address)).document.querySelector('.edit-item')).toBeNull();
    expect((await rosa.open(address)).document.querySelector('.edit-item form')).not.toBeNull();
  });

  it('keep in sight what was written into a draft that meanwhile went to the reviewers', async () => {
    const steps = await newLesson();
    const page = await rosa.open(`/es/workspace/${steps.id}`);
    await steps.take('elena', 'submitDraft');

    const late = await rosa.submit(page, 'form[data-editor]', {
      lesson: 'No se tire.',
      'sources.0.title': 'Ni la fuente.',
    });

    expect(late.status).toBe(409);
    expect(late.text('#problems')).toContain('No se tire.');
    expect(late.text('#problems')).toContain('Fuente 1: Título del documentoNi la fuente.');
  });
});

describe('A translation', () => {
  it('is written beside the original, and shows what moved since', async () => {
    const steps = await newLesson();
    const address = `/es/workspace/${steps.id}/translations/pt`;
    const page = await rosa.open(address);

    const saved = await rosa.submit(page, 'form.side-by-side', {
      title: 'Comprar juntos',
      summary: 'Dois institutos.',
      lesson: 'Quem compra junto paga menos.',
    });
    const editor = await rosa.open(`/es/workspace/${steps.id}`);
    await rosa.submit(editor, 'form[data-editor]', { summary: 'Tres institutos.' });
    const stale = await rosa.open(address);
    const read = await elena.submit(await elena.open(address), 'form.side-by-side', {
      summary: 'Três institutos.',
      do: 'HUMAN',
    });

    expect(page.text('.side-by-side__pair [lang="es"]')).toBe(LESSON.texts[0]?.title);
    expect(saved.status).toBe(303);
    expect(stale.text('.changes ins')).toContain('Tres');
    expect(stale.texts('.standing .tag')).toContain('el original ha cambiado desde entonces');
    expect(read.status).toBe(303);
    const after = await rosa.open(address);
    expect(after.texts('.standing .tag')).not.toContain('el original ha cambiado desde entonces');
    expect(after.text('#f-summary')).toBe('Três institutos.');
  });

  it('of steps goes into the step that it stands beside', async () => {
    const texts = (text: string) => ({ texts: [{ locale: 'ES', text }] });
    const steps = await RecordSteps.create(
      hub,
      'rosa',
      institute,
      { originalLocale: 'ES', steps: [texts('Uno'), texts('Dos')] },
      'PROTOCOL',
    );
    const page = await rosa.open(`/es/workspace/${steps.id}/translations/en`);
    await rosa.submit(page, 'form.side-by-side', { title: 'Plan', 'steps.1.text': 'Two' });

    const editor = await rosa.open(`/es/workspace/${steps.id}`);
    const moved = await rosa.submit(editor, 'form[data-editor]', { do: 'up:steps:1' });
    await rosa.submit(moved, 'form[data-editor]');

    const again = await rosa.open(`/es/workspace/${steps.id}/translations/en`);
    expect([again.text('#f-steps-0-text'), again.text('#f-steps-1-text')]).toEqual(['Two', '']);
  });

  it('by machine says what to do where no service is set', async () => {
    const steps = await newLesson();
    const page = await rosa.open(`/fr/workspace/${steps.id}/translations/pt`);

    const refused = await rosa.submit(page, 'form.machine', { do: 'machine' });

    expect(refused.status).toBe(422);
    expect(refused.text('#problems')).toContain('Traduisez à la main');
  });
});

describe('The history', () => {
  it('names what differs between two steps, and restores one', async () => {
    const steps = await newLesson({ countries: ['GT'] });
    await steps.take('elena', 'saveDraft', {
      content: { countries: [], texts: [{ locale: 'ES', title: 'Comprar solos encarece' }] },
      note: 'Al revés.',
    });
    await hub.hub.publishing.filer.fileAll();

    const page = await rosa.open(`/en/workspace/${steps.id}/history?from=2&to=1`);
    const restored = await take(rosa, steps, 'restore?revision=1');

    expect(page.texts('.revisions tbody th').map((text) => text.slice(0, 9))).toEqual([
      '2 · saved',
      '1 · creat',
    ]);
    expect(page.text('.revisions tbody tr td:last-child')).toBe('Al revés.');
    expect(page.texts('.changes tbody th')).toEqual(['Title · Spanish', 'Countries']);
    expect(page.text('.changes ins')).toBe('solos encarece');
    expect(page.texts('.changes del').at(-1)).toBe('Guatemala');
    expect(restored.status).toBe(303);
    expect((await rosa.open(`/en/workspace/${steps.id}`)).text('h1')).toBe(LESSON.texts[0]?.title);
  });
});

describe('A history of many saves', () => {
  it('gathers those of one person in a row, and shows each when asked', async () => {
    const steps = await newLesson();
    for (const country of [['GT'], [], ['GT']])
      await steps.take('rosa', 'saveDraft', { content: { countries: country } });
    await steps.take('elena', 'saveDraft', { content: { countries: [] } });
    await steps.take('rosa', 'submitDraft');

    const short = await rosa.open(`/en/workspace/${steps.id}/history`);
    const whole = await rosa.open(`/en/workspace/${steps.id}/history?all=yes`);

    expect(short.texts('.revisions tbody tr')).toHaveLength(4);
    expect(short.text('.revisions .count')).toBe('and 2 saves before');
    expect(whole.texts('.revisions tbody tr')).toHaveLength(6);
  });
});

describe('Assigning a reviewer', () => {
  it('offers the editors of the institution, and says who was chosen', async () => {
    const own = await startTestHub();
    try {
      const institution = (await own.build.actor({ slug: 'instituto' }))._id;
      const begin = async (name: string, role: InstitutionRole) => {
        const member = await own.build.member({ name, memberships: [{ institution, role }] });
        const { cookie } = await own.sessionOf(member);
        return { id: member._id, page: new PageMember(own, cookie.replace('saberes=', '')) };
      };
      const author = await begin('Rosa', InstitutionRole.CONTRIBUTOR);
      const editor = await begin('Elena', InstitutionRole.EDITOR);
      const second = await begin('Eva', InstitutionRole.EDITOR);
      const workspace = await author.page.open('/es/workspace');
      const begun = await author.page.submit(workspace, 'form.new-record');
      const address = begun.headers.get('location') ?? '';

      const page = await editor.page.open(`${address}/steps/assign`);
      await editor.page.submit(page, 'form.writing', { member: second.id });

      expect(new Set(page.texts('#f-member option'))).toEqual(
        new Set(['Eva', 'Nadie en particular', 'Yo (Elena)']),
      );
      expect((await author.page.open(address)).text('.standing')).toContain('Revisa: Eva');
    } finally {
      await own.stop();
    }
  });
});
