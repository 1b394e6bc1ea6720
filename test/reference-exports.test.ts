import { stat, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import { ItemStatus, KnowledgeKind } from '../schema/knowledge-enums.js';
import { readConfig } from '../server/config.js';
import { createHub } from '../server/hub.js';
import { citations, type ReadCitation } from './support/citation-files.js';
import { createFolders, saberes } from './support/cli.js';
import { ServingHub } from './support/cli-process.js';
import { Factories, toContent } from './support/factories.js';

const FORMATS = ['bib', 'ris', 'csl.json'] as const;
const MIB = 1_048_576;
/** With 4 KiB of summary each: whoever held them all would be seen. */
const MANY = 3_000;
const FEW = 500;
const HEAP_MIB = 64;
const SUMMARY = 'Ñandú y pingüino. '.repeat(240);

const HOSTILE = 'Uno\nER  - \r\n\r\nTY  - JOUR\u0085},\n author = {Otro}\n} @misc{x,';
/** The library breaks a line after seventy characters. */
const LONG = `${'x'.repeat(69)} ER - TY - JOUR`;

let folders: Awaited<ReturnType<typeof createFolders>>;
let settings: Record<string, string>;
beforeAll(async () => {
  folders = await createFolders();
  settings = { DATA_DIR: folders.path('hub'), SEED: 'never' };
  await fill(settings);
});
afterAll(() => folders.remove());

describe('The file of a reference', () => {
  let served: ServingHub;
  beforeAll(async () => {
    served = await ServingHub.start(settings);
  });
  afterAll(() => served.stop());

  const open = async (address: string, headers: Record<string, string> = {}) => {
    const response = await fetch(served.url + address, { headers });
    return { response, text: await response.text() };
  };
  const header = ({ headers }: Response, name: string) => headers.get(name);
  const parsed = async (address: string): Promise<readonly ReadCitation[]> => {
    const { text } = await open(address);
    if (address.includes('csl.json')) return JSON.parse(text) as ReadCitation[];
    const file = folders.path('answer');
    await writeFile(file, text);
    return citations.parse(file);
  };

  it.each([
    '/es/items/%E0%A4/cite.bib',
    '/es/items/%E0%A4/linkset.json',
    '/es/items/%E0%A4.jsonld',
    '/es/items/%E0%A4',
  ])('is none where an address is not UTF-8: %s', async (address) => {
    const pasted = new URLSearchParams({ url: served.url + address });

    expect((await open(address)).response.status).toBe(400);
    expect((await open(`/oembed?${pasted}`)).response.status).toBe(404);
  });

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

  it('is CSL-JSON', async () => {
    const { response, text } = await open('/en/items/authored/cite.csl.json');

    expect(header(response, 'content-type')).toMatch(/^application\/vnd.citationstyles.csl\+json/);
    expect(header(response, 'content-language')).toBe('en');
    expect(JSON.parse(text)).toEqual([
      {
        id: 'authored',
        type: 'webpage',
        title: 'Plan',
        author: [{ literal: 'Conferencia de Cooperación' }, { literal: 'Sistema, S. A.' }],
        issued: { 'date-parts': [[2020, 12, 4]] },
        publisher: 'Saberes',
        URL: expect.stringMatching(/\/en\/items\/authored$/),
        language: 'en',
        abstract: 'Resumen de authored.',
      },
    ]);
  });

  it('is not sent again to who has it', async () => {
    const { response } = await open('/es/items/authored/cite.bib');
    const etag = header(response, 'etag') ?? '';
    const again = await open('/es/items/authored/cite.bib', { 'if-none-match': etag });

    expect([etag.length > 10, again.response.status, again.text]).toEqual([true, 304, '']);
  });

  it.each(FORMATS)('of a record that is not there is a page that says so: %s', async (format) => {
    const { response } = await open(`/es/items/nowhere/cite.${format}`);

    expect(response.status).toBe(404);
  });

  it('cannot be given fields by a title', async () => {
    const ris = await open('/es/items/sly/cite.ris');
    const long = await open('/es/items/long/cite.ris');
    const bibtex = await open('/es/items/sly/cite.bib');

    expect(ris.text.match(/^(TY|ER)/gm)).toEqual(['TY', 'ER']);
    expect(long.text.match(/^(TY|ER)/gm)).toEqual(['TY', 'ER']);
    expect(bibtex.text.match(/^@/gm)).toHaveLength(1);
    expect(bibtex.text).not.toMatch(/^\s*author/m);
  });

  it.each(FORMATS)('of a search holds what passes its filters: %s', async (format) => {
    const found = await parsed(`/es/search.${format}?kind=PROTOCOL`);
    const none = await open(`/es/search.${format}?kind=LESSON_LEARNED`);
    const refused = await open(`/es/search.${format}?country=ZZ`);

    const keys = found.map((one) => one['citation-key'] ?? one.id);
    expect(new Set(keys)).toEqual(new Set(['authored', 'sly', 'long', 'tags']));
    expect(found.map(({ title }) => title)).toContain('Plan & {llaves}');
    expect(none.text.trim()).toBe(format === 'csl.json' ? '[]' : '');
    expect(refused.response.status).toBe(400);
  });

  it('are offered beside the results, with their filters', async () => {
    const { text } = await open('/pt/search?kind=protocol');
    for (const format of FORMATS) {
      expect(text).toContain(`href="/pt/search.${format}?kind=PROTOCOL"`);
    }
  });

  it.each(FORMATS)('reads back as what was written, whatever it holds: %s', async (format) => {
    const found = await parsed(`/es/search.${format}?kind=PROTOCOL`);
    const titled = (start: string) => found.filter(({ title }) => title.startsWith(start));

    expect(titled('Uno ER')).toHaveLength(1);
    expect(titled('Uno ER')[0]?.author).toBeUndefined();
    expect(titled('xxxx')).toMatchObject([{ title: LONG }]);
    expect(titled('Uso de')).toMatchObject([{ title: 'Uso de <i> 100% sin_fin $a^b~c #1 \\x' }]);
  });
});

describe('Citations of thousands of records', () => {
  const written = (name: string) => folders.path(name);

  it.each(['BIB', 'RIS', 'CSL'] as const)('are written in flat memory: %s', async (format) => {
    const folder = settings.DATA_DIR ?? '';
    const [some, all] = [written(`some.${format}`), written(`all.${format}`)];
    const few = await citations.export(
      { folder, format, filter: { kinds: ['BEST_PRACTICE'] }, file: some },
      HEAP_MIB,
    );
    const many = await citations.export({ folder, format, filter: {}, file: all }, HEAP_MIB);

    const { size } = await stat(all);
    expect(size).toBeGreaterThan(format === 'BIB' ? MIB / 4 : 12 * MIB);
    expect(few.records).toBe(FEW);
    expect(many.records).toBe(MANY + 4);
    expect(many.memoryMib - few.memoryMib).toBeLessThan(40);
  });

  it('have a key each, in all formats the same', async () => {
    const csl = await run('csl');
    const keys = (JSON.parse(csl) as ReadCitation[]).map(({ id }) => id);
    const bibtex = [...(await run('bib')).matchAll(/^@misc\{([^,]+),/gm)].map(([, key]) => key);
    const ris = [...(await run('ris')).matchAll(/^ID {2}- (.+)$/gm)].map(([, key]) => key);

    expect(new Set(keys).size).toBe(MANY + 4);
    expect(bibtex).toEqual(keys);
    expect(ris).toEqual(keys);
  });

  async function run(format: string): Promise<string> {
    const asked = ['export', '-', '--format', format, '--language', 'en'];
    const { code, stdout } = await saberes(asked, settings);
    expect(code).toBe(0);
    return stdout;
  }
});

async function fill(into: NodeJS.ProcessEnv): Promise<void> {
  const hub = await createHub(readConfig({ ...into, LOG_LEVEL: 'silent' }));
  try {
    await hub.prepare();
    const build = new Factories(hub);
    await build.actor({ slug: 'conference', name: 'Conferencia de Cooperación' });
    await build.actor({ slug: 'system', name: 'Sistema, S. A.' });
    await build.protocol({ slug: 'sly', texts: { es: { title: HOSTILE } } });
    await build.protocol({ slug: 'long', texts: { es: { title: LONG } } });
    // Nobody outside sees these: the lists below hold all the others and nothing else.
    await build.protocol({ slug: 'unpublished', status: ItemStatus.DRAFT });
    await build.protocol({ slug: 'taken-back', status: ItemStatus.WITHDRAWN });
    const title = 'Uso de <i> 100% sin_fin $a^b~c #1 \\x';
    await build.protocol({ slug: 'tags', texts: { es: { title } } });
    await build.protocol({
      slug: 'authored',
      actors: [
        { role: ActorRole.AUTHOR, actor: 'act_conference' },
        { role: ActorRole.AUTHOR, actor: 'act_system' },
      ],
      texts: { es: { title: 'Plan & {llaves}' }, en: { title: 'Plan' } },
    });
  } finally {
    await hub.stop();
  }
  await fillWithMany(into);
}

/** Without waiting for an index, which these do not need. */
async function fillWithMany(into: NodeJS.ProcessEnv): Promise<void> {
  const hub = await createHub(readConfig({ ...into, LOG_LEVEL: 'silent' }));
  try {
    await hub.connect();
    for (let done = 0; done < MANY; done += 500) {
      const some = Array.from({ length: 500 }, (_, index) =>
        toContent({
          slug: `caso-${done + index}`,
          kind: done < FEW ? KnowledgeKind.BEST_PRACTICE : KnowledgeKind.CASE_STUDY,
          texts: { es: { summary: SUMMARY } },
        }),
      );
      await hub.writer.put(some);
    }
  } finally {
    await hub.stop();
  }
}
