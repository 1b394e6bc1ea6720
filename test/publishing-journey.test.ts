import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkFile } from '../cli/transfer/check-file.js';
import { exportLines } from '../cli/transfer/export-lines.js';
import { importRecords } from '../cli/transfer/import-records.js';
import { HubRole, InstitutionRole } from '../schema/member-enums.js';
import { apertiumUrl } from './support/apertium.js';
import { ACCEPT, INVITE, type MutationAnswer } from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { type EditorialAnswer, type EditorialStep, stepDocument } from './support/editorial.js';
import { eventually } from './support/eventually.js';
import { PASSWORD } from './support/factories.js';
import { lessonsTable } from './support/lessons-table.js';
import { openPage } from './support/page.js';
import { tokenIn } from './support/recording-mailer.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { TableFiles } from './support/table-files.js';

const INSTITUTE = 'act_imss';
const SEARCH = `query ($query: String!, $language: Locale!) @inContext(language: $language) {
  search(query: $query, first: 10) { nodes { title shownIn { locale isFallback } } }
}`;
const RECORDS = `{ editorialRecords(filter: { institution: "${INSTITUTE}" }, first: 100) {
  totalCount nodes { id version title status }
} }`;
const HISTORY = 'query ($id: ID!) { revisions(id: $id) { nodes { number action by { name } } } }';

const ANSWERS = `query ($language: Locale!) @inContext(language: $language) {
  knowledgeItems(first: 100, sort: TITLE) { totalCount nodes { slug title version } }
  search(query: "sequía", first: 20) { totalCount nodes { slug } facets(fields: [THEME, KIND]) { field values { value count } } }
}`;

const answersOf = (target: TestHub) =>
  Promise.all(['ES', 'EN', 'PT', 'FR'].map((language) => target.query(ANSWERS, { language })));

interface Listed {
  readonly nodes: readonly { id: string; version: number; title: string; status: string }[];
}

(apertiumUrl ? describe : describe.skip)('An institution', () => {
  let hub: TestHub;
  let files: TableFiles;
  let editor: BrowserSession;
  let author: BrowserSession;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true, config: { TRANSLATE_URL: apertiumUrl ?? undefined } });
    files = await TableFiles.create();
  }, 60_000);
  afterAll(async () => {
    await files.remove();
    await hub.stop();
  });

  const invited = async (by: BrowserSession, email: string, role: InstitutionRole) => {
    const input = { institution: INSTITUTE, email, role };
    const { link } = await by.get<MutationAnswer & { link: string }>('inviteMember', INVITE, {
      input,
    });
    const person = new BrowserSession(hub);
    await person.get('acceptInvitation', ACCEPT, {
      input: { token: tokenIn(link), name: email.split('@')[0], password: PASSWORD },
    });
    return person;
  };
  const take = async (who: BrowserSession, step: EditorialStep, variables: object) => {
    const answer = await who.get<EditorialAnswer>(step, stepDocument(step), { ...variables });
    expect(answer.problems).toEqual([]);
    return answer.record as NonNullable<EditorialAnswer['record']>;
  };
  const titles = async (target: TestHub, query: string, language: string) => {
    const { search } = await target.query<{
      search: { nodes: readonly { title: string }[] };
    }>(SEARCH, { query, language });
    return search.nodes.map(({ title }) => title);
  };
  const recordOf = async (word: string) => {
    const found = (await records()).find(({ title }) => title.includes(word));
    if (!found) throw new Error(`No record about ${word}.`);
    return found;
  };
  const records = async () => (await author.get<Listed>('editorialRecords', RECORDS)).nodes;
  const next = ({ id, version }: { id: string; version: number }, more: object = {}) => ({
    id,
    expectedVersion: version,
    ...more,
  });
  const publish = async (record: { id: string; version: number }) => {
    const submitted = await take(author, 'submitDraft', next(record));
    const done = await take(editor, 'publishDraft', next(submitted));
    await hub.hub.indexer.settle();
    return done;
  };

  it('gets its people in', async () => {
    const administrator = await hub.build.member({ hubRoles: [HubRole.ADMINISTRATOR] });
    const ada = new BrowserSession(hub, (await hub.sessionOf(administrator)).cookie);

    editor = await invited(ada, 'elena@example.org', InstitutionRole.EDITOR);
    author = await invited(editor, 'rosa@example.org', InstitutionRole.CONTRIBUTOR);

    expect(await author.get('me', '{ me { member { name } } }')).toEqual({
      member: { name: 'rosa' },
    });
  });

  it('imports ten lessons from the template', async () => {
    const bytes = await lessonsTable(hub, files);
    const form = new FormData();
    form.set('institution', INSTITUTE);
    form.set('what', 'import');
    form.set('file', new Blob([new Uint8Array(bytes)]), 'lecciones.xlsx');

    const answer = await fetch(`${hub.url}/es/import`, {
      method: 'POST',
      body: form,
      headers: { cookie: author.cookie, 'sec-fetch-site': 'same-origin' },
    });

    expect(await answer.text()).toContain('Importación terminada');
    expect(await records()).toHaveLength(10);
  });

  it('has one reviewed, changed and published, and others find it in their language', async () => {
    const first = await recordOf('pozos');
    const submitted = await take(author, 'submitDraft', next(first));
    const back = await take(editor, 'requestChanges', next(submitted, { note: 'Diga dónde.' }));
    const fixed = await take(author, 'saveDraft', next(back, { content: { countries: ['MX'] } }));

    const { status } = await publish(fixed);

    expect(status).toBe('PUBLISHED');
    await eventually(async () => {
      expect(await titles(hub, 'poços na seca', 'PT')).toContain(first.title);
    });
  });

  it('translates it with the draft of a machine, and sees it go stale after an edit', async () => {
    const begun = await take(author, 'editItem', next(await recordOf('pozos')));
    const drafted = await take(author, 'translateDraft', next(begun, { locale: 'PT' }));
    const edited = await take(
      author,
      'saveDraft',
      next(drafted, { content: { texts: [{ locale: 'ES', summary: 'Se vaciaron dos pozos.' }] } }),
    );

    expect(edited.draft?.textStates).toContainEqual({
      locale: 'PT',
      status: 'MACHINE',
      isStale: true,
    });
    await publish(edited);
  });

  it('is found with French words by what it wrote in Spanish only', async () => {
    const lesson = await recordOf('vacunas');
    await publish(lesson);

    await eventually(async () => {
      expect(await titles(hub, 'réfrigérateurs pour les vaccins', 'FR')).toContain(lesson.title);
    });
  });

  it('issues a new edition of a protocol, which takes the place of the old one', async () => {
    const content = {
      originalLocale: 'ES',
      texts: [
        {
          locale: 'ES',
          title: 'Plan de sequía',
          summary: 'Quién hace qué.',
          purpose: 'Agua.',
          body: 'Pasos.',
        },
      ],
      themes: ['health'],
    };
    const start = { institution: INSTITUTE, kind: 'PROTOCOL', content };
    const old = await publish(await take(author, 'createDraft', start));
    const begun = await take(author, 'createEdition', { from: old.id });
    const written = await take(
      author,
      'saveDraft',
      next(begun, {
        content: { texts: [{ locale: 'ES', title: 'Plan de sequía, segunda edición' }] },
      }),
    );

    await publish(written);

    const ask = `{ knowledgeItem(slug: "${old.slug}") { status ... on Protocol { inForce editions { title inForce } } } }`;
    expect(await hub.query(ask)).toEqual({
      knowledgeItem: {
        status: 'SUPERSEDED',
        inForce: false,
        editions: [
          { title: 'Plan de sequía, segunda edición', inForce: true },
          { title: 'Plan de sequía', inForce: false },
        ],
      },
    });
  });

  it('withdraws a lesson, of which a tombstone is left, and its history', async () => {
    const lesson = await recordOf('vacunas');
    const { id, slug } = await take(
      editor,
      'withdrawItem',
      next(lesson, { reason: [{ locale: 'ES', text: 'Era un error.' }] }),
    );

    const page = await openPage(hub, `/es/items/${slug}`);

    expect(page.status).toBe(410);
    expect(page.html).toContain('Era un error.');
    const { nodes } = await author.get<{ nodes: readonly { action: string }[] }>(
      'revisions',
      HISTORY,
      { id },
    );
    expect(nodes.map(({ action }) => action)).toEqual([
      'WITHDRAWN',
      'PUBLISHED',
      'SUBMITTED',
      'CREATED',
    ]);
  });

  it('restores its export in an empty hub, which then answers the same', async () => {
    await hub.hub.publishing.filer.fileAll();
    await hub.hub.indexer.settle();
    const file = await files.write('backup.jsonl', '');
    const lines: string[] = [];
    for await (const line of exportLines(hub.hub.models, () => {})) lines.push(line);
    await writeFile(file, lines.join(''));
    const other = await startTestHub();

    const checked = await checkFile(other.hub.models, file, file, () => {});
    await importRecords(other.hub, checked, { replace: false, progress: () => {} });
    await other.hub.indexer.settle();

    expect(await answersOf(other)).toEqual(await answersOf(hub));
    await other.stop();
  });
});
