import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionRole } from '../schema/member-enums.js';
import { LESSON, RecordSteps } from './support/editorial.js';
import { KnownMembers } from './support/members.js';
import { hrefs, openPage } from './support/page.js';
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
  const other = (await hub.build.actor({ slug: 'otro' }))._id;
  await hub.build.country({ code: 'GT' });
  theme = (await hub.build.theme())._id.replace('thm_', '');
  members.contributor('rosa', institute);
  members.editor('elena', institute);
  members.editor('otto', other);
  members.add('nadie');
  const role = InstitutionRole.CONTRIBUTOR;
  members.add('dos', {
    memberships: [institute, other].map((institution) => ({ institution, role })),
  });
  rosa = new PageMember(hub, 'rosa');
  elena = new PageMember(hub, 'elena');
});
afterAll(() => hub.stop());

const lesson = () => ({ ...LESSON, themes: [theme], countries: ['GT'] });
const newLesson = (title?: string) =>
  RecordSteps.create(hub, 'rosa', institute, {
    ...lesson(),
    ...(title ? { texts: [{ ...LESSON.texts[0], title }] } : {}),
  });
const editor = 'form[data-editor]';

describe('“My work”', () => {
  it('leads strangers to sign in, and back', async () => {
    const { status, headers } = await openPage(hub, '/es/workspace?status=DRAFT');

    expect(status).toBe(303);
    expect(headers.get('location')).toBe(
      `/es/sign-in?${new URLSearchParams({ next: '/es/workspace?status=DRAFT' })}`,
    );
  });

  it('tells whoever belongs to no institution what to do', async () => {
    const page = await new PageMember(hub, 'nadie').open('/en/workspace');

    expect(page.text('.notice')).toMatch(/invitation/);
    expect(page.text('.empty')).toMatch(/no drafts/);
  });

  it('lets administrators begin a record for any institution', async () => {
    members.administrator('ada');

    const page = await new PageMember(hub, 'ada').open('/es/workspace');

    expect(page.texts('.new-record select[name="institution"] option')).toEqual([
      'instituto',
      'otro',
    ]);
  });

  it('shows own drafts, and to reviewers what awaits them', async () => {
    const draft = await newLesson('Un borrador mío');
    const sent = await newLesson('Uno enviado');
    await sent.take('rosa', 'submitDraft');

    const mine = await rosa.open('/es/workspace');
    const theirs = await elena.open('/es/workspace');

    const of = (part: string) => `[aria-labelledby="${part}"] .records h3`;
    expect(mine.texts(of('mine'))).toContain('Un borrador mío');
    expect(mine.texts(of('to-review'))).toEqual([]);
    expect(theirs.texts(of('to-review'))).toContain('Uno enviado');
    expect(hrefs(mine, `${of('mine')} a`)).toContain(`/es/workspace/${draft.id}`);
  });

  it('narrows the records of one’s institutions, and shows nobody else’s', async () => {
    await newLesson('Sin enviar');
    const sent = await newLesson('En manos de otros');
    await sent.take('rosa', 'submitDraft');

    const waiting = await rosa.open('/es/workspace?all=yes&status=IN_REVIEW');
    const foreign = await new PageMember(hub, 'otto').open('/es/workspace?all=yes');

    expect(waiting.texts('.records h3')).toContain('En manos de otros');
    expect(waiting.texts('.records h3')).not.toContain('Sin enviar');
    expect(foreign.texts('.records h3')).toEqual([]);
  });

  it('begins a record of the chosen kind, institution and language', async () => {
    const dos = new PageMember(hub, 'dos');
    const page = await dos.open('/fr/workspace');

    const begun = await dos.submit(page, 'form.new-record', {
      kind: 'PROTOCOL',
      institution: institute,
      locale: 'FR',
    });

    expect(begun.status).toBe(303);
    const opened = await dos.open(begun.headers.get('location') ?? '');
    expect(opened.text('.record-header .kind')).toBe('Protocole');
    expect(opened.document.querySelector('input[name="locale"]')?.getAttribute('value')).toBe('FR');
  });
});

describe('The editor', () => {
  it('asks at most eight things of a lesson before “More details”', async () => {
    const { id } = await newLesson();

    const { document } = await rosa.open(`/en/workspace/${id}`);

    const asked = [...document.querySelectorAll(`${editor} > :is(.entry, fieldset)`)];
    expect(asked).toHaveLength(8);
  });

  it('saves what its form holds, and shows it again', async () => {
    const { id } = await newLesson();
    const page = await rosa.open(`/es/workspace/${id}`);

    const saved = await rosa.submit(page, editor, {
      title: 'Un título nuevo',
      observation: 'Primera línea.\r\nSegunda.',
      countries: [],
      'sources.0.title': 'Acta',
      'sources.0.url': 'https://example.org/acta',
    });

    expect(saved.status).toBe(303);
    const again = await rosa.follow(saved.headers.get('location') ?? '');
    expect(again.text('h1')).toBe('Un título nuevo');
    expect(again.document.querySelector('#f-observation')?.textContent).toBe(
      'Primera línea.\nSegunda.',
    );
    const { editorialRecord } = await hub.query<{
      editorialRecord: { draft: { content: Record<string, unknown> } };
    }>(
      `{ editorialRecord(id: "${id}") { draft { content { countries themes sources { title url } } } } }`,
      {},
      { authorization: 'Bearer rosa' },
    );
    expect(editorialRecord.draft.content).toEqual({
      countries: [],
      themes: [theme],
      sources: [{ title: 'Acta', url: 'https://example.org/acta' }],
    });
  });

  it('names what is wrong at the field and above the form, and keeps every word', async () => {
    const { id } = await newLesson();
    const page = await rosa.open(`/en/workspace/${id}`);
    const title = 'x'.repeat(201);

    const refused = await rosa.submit(page, editor, {
      title,
      recommendation: 'Keep this.',
      reviewBy: 'soon',
      'sources.0.title': 'Minutes',
      'sources.0.url': 'javascript:alert(1)',
      'actors.0.actor': 'Nobody knows us',
    });
    const corrected = await rosa.submit(refused, editor, {
      reviewBy: '2030-01-31',
      'actors.0.actor': 'instituto',
    });

    expect(refused.status).toBe(422);
    expect(hrefs(refused, '#problems a')).toEqual(['#f-reviewBy', '#f-actors-0-actor']);
    expect(
      refused.document.querySelector('#f-reviewBy')?.getAttribute('aria-describedby'),
    ).toContain('f-reviewBy-fault');
    expect(refused.text('#f-recommendation')).toBe('Keep this.');
    expect(hrefs(corrected, '#problems a')).toEqual(['#f-title', '#f-sources-0-url']);
    expect(corrected.document.querySelector('#f-title')?.getAttribute('aria-invalid')).toBe('true');
    expect(corrected.text('#f-title-fault')).toBe('It is too long: at most 200 characters.');
    expect(corrected.document.querySelector('#f-title')?.getAttribute('value')).toBe(title);
  });

  it('tells how many of a thing there may be', async () => {
    const { id } = await newLesson();
    const page = await rosa.open(`/en/workspace/${id}`);
    const rows = Array.from({ length: 31 }, (_none, at) => [`sources.${at}.title`, `Source ${at}`]);

    const refused = await rosa.submit(page, editor, Object.fromEntries(rows));

    expect(refused.text('#problems li')).toBe('Sources: There are too many: at most 30.');
    expect(refused.document.querySelectorAll('#rows-sources li')).toHaveLength(31);
  });

  it('lists what is missing with the way to each field', async () => {
    const { id } = await RecordSteps.create(hub, 'rosa', institute, {
      originalLocale: 'ES',
      texts: [{ locale: 'ES', title: 'Sin más' }],
    });

    const page = await rosa.open(`/es/workspace/${id}`);

    expect(hrefs(page, '#missing a')).toEqual(['#f-summary', '#f-lesson', '#f-themes']);
    for (const target of ['f-summary', 'f-lesson', 'f-themes'])
      expect(page.document.getElementById(target)).not.toBeNull();
  });

  it('adds, moves and takes out steps without a script, and stores nothing meanwhile', async () => {
    const { id } = await RecordSteps.create(hub, 'rosa', institute, {}, 'PROTOCOL');
    const texts = (page: { readonly document: Document }) =>
      [...page.document.querySelectorAll('[id^="f-steps-"][id$="-text"]')].map(
        ({ textContent }) => textContent,
      );
    const first = await rosa.open(`/es/workspace/${id}`);

    const two = await rosa.submit(first, editor, { 'steps.0.text': 'Uno', do: 'add:steps' });
    const moved = await rosa.submit(two, editor, { 'steps.1.text': 'Dos', do: 'up:steps:1' });
    const one = await rosa.submit(moved, editor, { do: 'remove:steps:1' });
    const saved = await rosa.submit(one, editor, { do: 'save' });

    expect(texts(two)).toEqual(['Uno', '']);
    expect(texts(moved)).toEqual(['Dos', 'Uno']);
    expect(texts(one)).toEqual(['Dos']);
    expect(texts(await rosa.follow(saved.headers.get('location') ?? ''))).toEqual(['Dos']);
    const history = await rosa.open(`/es/workspace/${id}/history`);
    expect(history.texts('.revisions tbody tr')).toHaveLength(2);
  });

  it('loses neither text when two members save, and lets the second decide', async () => {
    const steps = await newLesson('Como estaba');
    const page = await rosa.open(`/es/workspace/${steps.id}`);
    await steps.take('elena', 'saveDraft', {
      content: { texts: [{ locale: 'ES', title: 'Lo de Elena' }] },
    });

    const conflict = await rosa.submit(page, editor, { title: 'Lo de Rosa' });
    const decided = await rosa.submit(conflict, editor);

    expect(conflict.status).toBe(422);
    expect(conflict.text('#problems')).toContain('elena');
    expect(conflict.text('#problems del')).toContain('Como estaba');
    expect(conflict.text('#problems ins')).toContain('Lo de Elena');
    expect(conflict.document.querySelector('#f-title')?.getAttribute('value')).toBe('Lo de Rosa');
    expect(decided.status).toBe(303);
    expect((await elena.open(`/es/workspace/${steps.id}`)).text('h1')).toBe('Lo de Rosa');
  });

  it('gives the text back when the session has ended, and saves it after signing in', async () => {
    const { id } = await newLesson();
    const iris = new PageMember(hub, members.contributor('iris', institute));
    const page = await iris.open(`/es/workspace/${id}`);
    members.forget('iris');

    const ended = await iris.submit(page, editor, { lesson: 'No se pierde\r\n«nada»: más.' });
    members.contributor('iris', institute);
    const saved = await iris.submit(ended, 'form.carried');

    expect(ended.status).toBe(401);
    expect(ended.headers.get('location')).toBeNull();
    expect(saved.status).toBe(303);
    const again = await iris.follow(saved.headers.get('location') ?? '');
    expect(again.text('#f-lesson')).toBe('No se pierde «nada»: más.');
  });

  it('is not there for members of other institutions', async () => {
    const { id } = await newLesson('Canario');
    const otto = new PageMember(hub, 'otto');

    for (const rest of [
      '',
      '/preview',
      '/history',
      '/translations',
      '/translations/pt',
      '/steps/submit',
    ]) {
      const page = await otto.open(`/es/workspace/${id}${rest}`);
      expect([rest, page.status, page.html.includes('Canario')]).toEqual([rest, 404, false]);
    }
    const sent = await otto.send(`/es/workspace/${id}`, new URLSearchParams({ title: 'x' }));
    expect(sent.status).toBe(404);
  });

  it('shows a draft as the public would see it', async () => {
    const { id } = await newLesson('Se verá así');

    const page = await rosa.open(`/es/workspace/${id}/preview`);

    expect(page.text('.draft-preview .preview-title')).toBe('Se verá así');
    expect(page.text('.draft-preview .lesson__heart')).toContain(LESSON.texts[0]?.lesson);
    expect(page.document.querySelectorAll('h1')).toHaveLength(1);
  });
});
