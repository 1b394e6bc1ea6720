import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import { readConfig } from '../server/config.js';
import { createHub } from '../server/hub.js';
import { createFolders } from './support/cli.js';
import { ServingHub } from './support/cli-process.js';
import { Factories } from './support/factories.js';

/** In a process of its own: Jest cannot load the library, which requires ES modules. */
describe('The file of a reference', () => {
  let folders: Awaited<ReturnType<typeof createFolders>>;
  let served: ServingHub;
  beforeAll(async () => {
    folders = await createFolders();
    const settings = { DATA_DIR: folders.path('hub'), SEED: 'never' };
    await fill(settings);
    served = await ServingHub.start(settings);
  });
  afterAll(async () => {
    await served.stop();
    await folders.remove();
  });

  const open = async (address: string) => {
    const response = await fetch(served.url + address);
    return { response, text: await response.text() };
  };
  const header = ({ headers }: Response, name: string) => headers.get(name);

  it('is BibTeX', async () => {
    const { response, text } = await open('/es/items/authored/cite.bib');

    expect(response.status).toBe(200);
    expect(header(response, 'content-type')).toBe('application/x-bibtex; charset=utf-8');
    expect(header(response, 'content-disposition')).toBe('attachment; filename="authored.bib"');
    expect(text).toMatch(/^@misc\{authored,/);
    expect(text).toContain('author = {{Conferencia de Cooperación} and {Sistema, S. A.}}');
    expect(text).toContain('year = {2020}');
    expect(text).toContain('month = {12}');
    expect(text).toContain('title = {Plan \\& \\textbraceleft{}llaves\\textbraceright{}}');
    expect(text).toMatch(/url = \{http.*\/es\/items\/authored\}/);
  });

  it('is RIS', async () => {
    const { response, text } = await open('/en/items/authored/cite.ris');

    expect(header(response, 'content-type')).toMatch(/^application\/x-research-info-systems/);
    expect(header(response, 'content-disposition')).toBe('attachment; filename="authored.ris"');
    expect(header(response, 'content-language')).toBe('en');
    const lines = text.trim().split('\n');
    expect(lines[0]).toMatch(/^TY {2}- /);
    expect(lines.at(-1)).toMatch(/^ER {2}-/);
    const fields = ['AU  - Conferencia de Cooperación', 'TI  - Plan', 'PY  - 2020', 'LA  - en'];
    expect(lines).toEqual(expect.arrayContaining(fields));
  });

  it('cannot be given fields by a title', async () => {
    const ris = await open('/es/items/sly/cite.ris');
    const bibtex = await open('/es/items/sly/cite.bib');

    expect(ris.text.match(/^(TY|ER)/gm)).toEqual(['TY', 'ER']);
    expect(bibtex.text.match(/^@/gm)).toHaveLength(1);
    expect(bibtex.text).not.toMatch(/^\s*author/m);
  });
});

async function fill(settings: NodeJS.ProcessEnv): Promise<void> {
  const hub = await createHub(readConfig({ ...settings, LOG_LEVEL: 'silent' }));
  try {
    await hub.prepare();
    const build = new Factories(hub);
    await build.actor({ slug: 'conference', name: 'Conferencia de Cooperación' });
    await build.actor({ slug: 'system', name: 'Sistema, S. A.' });
    const title = 'Uno\nER  - \r\n\r\nTY  - JOUR\u0085},\n author = {Otro}\n} @misc{x,';
    await build.items([
      { slug: 'sly', texts: { es: { title } } },
      {
        slug: 'authored',
        actors: [
          { role: ActorRole.AUTHOR, actor: 'act_conference' },
          { role: ActorRole.AUTHOR, actor: 'act_system' },
        ],
        texts: { es: { title: 'Plan & {llaves}' }, en: { title: 'Plan' } },
      },
    ]);
  } finally {
    await hub.stop();
  }
}
