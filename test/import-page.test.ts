import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asMember, KnownMembers } from './support/members.js';
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const TABLE = [
  'Identificador propio;Tipo;Idioma;Título;Resumen;La lección;Temas',
  'l-1;Lección aprendida;español;Comprar juntos;Pagaron menos.;Se paga menos.;Salud',
  'l-2;Lección aprendida;español;Vender juntos;Pagaron más.;Se cobra más.;Nada conocido',
].join('\n');

const members = new KnownMembers();
let hub: TestHub;
let other: string;
beforeAll(async () => {
  hub = await startTestHub({ seeds: true, authenticator: members });
  other = (await hub.build.actor({ slug: 'otro' }))._id;
  members.contributor('rosa', 'act_imss');
}, 60_000);
afterAll(() => hub.stop());

interface Sent {
  readonly what?: string;
  readonly institution?: string;
  readonly table?: string;
  readonly site?: string;
}

/** Sends the page's form as a browser does, and reads the page that comes back. */
async function send({ what = 'check', institution = 'act_imss', table, site }: Sent = {}) {
  const form = new FormData();
  form.set('institution', institution);
  form.set('language', 'es');
  form.set('what', what);
  form.set('file', new Blob([table ?? TABLE]), 'lecciones.csv');
  const headers = { cookie: 'saberes=rosa', 'sec-fetch-site': site ?? 'same-origin' };
  const answer = await fetch(`${hub.url}/es/import`, { method: 'POST', body: form, headers });
  return { status: answer.status, html: await answer.text() };
}
const drafts = async () => {
  const ask = '{ editorialRecords(filter: { institution: "act_imss" }) { nodes { title } } }';
  const { editorialRecords } = await asMember(
    hub,
    'rosa',
  )<{
    editorialRecords: { nodes: readonly { title: string }[] };
  }>(ask);
  return editorialRecords.nodes.map(({ title }) => title);
};

describe('The page to import a spreadsheet', () => {
  it('offers templates and the institutions of the member', async () => {
    const page = await openPage(hub, '/es/import', { cookie: 'saberes=rosa' });

    expect(page.texts('#institution option')).toEqual(['Instituto Mexicano del Seguro Social']);
    expect(page.html).toContain('/es/import/template.xlsx?kind=LESSON_LEARNED');
  });

  it('checks first, by row and column, and saves nothing', async () => {
    const { status, html } = await send();

    expect(status).toBe(200);
    expect(html).toContain('Resultado de la comprobación: no se guardó nada');
    expect(html).toMatch(/<td>3<\/td><td>Temas<\/td><td>El valor no se conoce/);
    expect(await drafts()).toEqual([]);
  });

  it('then makes drafts of the rows that are right', async () => {
    const { html } = await send({ what: 'import' });

    expect(html).toContain('Importación terminada');
    expect(await drafts()).toEqual(['Comprar juntos']);
  });

  it('tells in words of the page why a file or an institution is refused', async () => {
    const broken = await send({ table: 'PK\u0003\u0004 no es una hoja' });
    const foreign = await send({ institution: other, what: 'import' });

    expect([broken.status, foreign.status]).toEqual([422, 422]);
    expect(broken.html).toContain('No se aceptó el archivo');
    expect(foreign.html).toContain('Usted no puede crear registros de esta institución.');
  });

  it('takes nothing from another site', async () => {
    const { status } = await send({ what: 'import', site: 'cross-site' });

    expect(status).toBe(403);
    expect(await drafts()).toEqual(['Comprar juntos']);
  });
});
