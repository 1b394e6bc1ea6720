import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ItemStatus, KnowledgeKind } from '../schema/knowledge-enums.js';
import { Locale } from '../server/locale.js';
import { takeStep } from './support/editorial.js';
import { countsOf, importInto } from './support/imports.js';
import { asMember, KnownMembers } from './support/members.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { asObjects, rowsOf, TableFiles } from './support/table-files.js';

const INSTITUTION = 'act_amexcid';
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", '＝1', '=cmd|calc'];

let hub: TestHub;
let files: TableFiles;
const members = new KnownMembers();
beforeAll(async () => {
  hub = await startTestHub({ seeds: true, authenticator: members });
  files = await TableFiles.create();
});
afterAll(async () => {
  await files.remove();
  await hub.stop();
});

/** Downloads what an address gives into a file. */
async function download(from: TestHub, address: string): Promise<string> {
  const response = await fetch(from.url + address);
  expect([address, response.status]).toEqual([address, 200]);
  const name = address.replace(/[^\w.]+/g, '-');
  return files.write(name, Buffer.from(await response.arrayBuffer()));
}

const rowsAt = async (address: string) => asObjects(await rowsOf(await download(hub, address)));

describe('An export', () => {
  it.each(['csv', 'xlsx', 'jsonl'])('as %s holds what passes the filters', async (format) => {
    const rows = await rowsAt(`/es/search.${format}?kind=PROTOCOL&country=CR`);
    const { knowledgeItems } = await hub.query<{ knowledgeItems: { nodes: { slug: string }[] } }>(
      '{ knowledgeItems(filter: { kinds: [PROTOCOL], countries: ["CR"] }) { nodes { slug } } }',
    );
    const heading = format === 'jsonl' ? 'externalId' : 'Identificador propio';
    expect(rows.map((row) => row[heading])).toEqual(knowledgeItems.nodes.map(({ slug }) => slug));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('has headings in the language of its address and is offered beside the results', async () => {
    const page = await (await fetch(`${hub.url}/pt/search?kind=protocol`)).text();
    const [, link = ''] = /href="([^"]+search\.csv[^"]*)"/.exec(page) ?? [];
    const [row] = await rowsAt(link);
    expect(row).toMatchObject({ 'Identificador próprio': expect.any(String), Tipo: 'PROTOCOL' });
  });

  it('is refused in words for a value that the hub does not know, and for words', async () => {
    for (const question of ['country=ZZ', 'kind=RECIPE', 'q=salud']) {
      const response = await fetch(`${hub.url}/es/search.csv?${question}`);
      expect([question, response.status]).toEqual([question, 400]);
    }
  });

  it('holds nothing that the public does not see', async () => {
    const canary = 'CanarioSecreto';
    const statuses = [ItemStatus.DRAFT, ItemStatus.IN_REVIEW, ItemStatus.WITHDRAWN];
    for (const status of statuses) {
      const texts = { es: { title: canary, summary: canary, body: canary } };
      await hub.build.item({ status, texts: texts as never });
    }
    const line = { id: 'canary', kind: 'LESSON_LEARNED', language: 'es', title: canary };
    await importInto(hub, INSTITUTION, await files.write('canary.jsonl', JSON.stringify(line)));
    for (const format of ['csv', 'jsonl']) {
      const text = await (await fetch(`${hub.url}/es/search.${format}?translations=all`)).text();
      expect(text).not.toContain(canary);
    }
  });

  it('keeps spreadsheet programs from running a cell, and the text survives', async () => {
    for (const text of FORMULAS) {
      await hub.build.item({
        slug: `formula-${FORMULAS.indexOf(text)}`,
        texts: { es: { title: text, summary: text } } as never,
      });
    }
    const file = await download(hub, '/es/search.csv');
    const csv = await (await fetch(`${hub.url}/es/search.csv`)).text();
    const titles = asObjects(await rowsOf(file)).map(({ Título }) => Título);
    expect(titles).toEqual(expect.arrayContaining(FORMULAS));
    expect(csv).not.toMatch(/(^|[,\n]"?)[=+@＝]/m);
    const sheet = await download(hub, '/es/search.xlsx');
    expect(asObjects(await rowsOf(sheet)).map(({ Título }) => Título)).toEqual(titles);
  });
});

describe('What is exported', () => {
  it('can be imported under other identifiers, published, and is then exported the same', async () => {
    members.administrator('ada');
    const address = '/es/search.jsonl?translations=all&event=evt_xxxi-meeting';
    const before = await rowsAt(address);
    const some = Object.values(KnowledgeKind).flatMap((kind) =>
      before.filter((row) => row.kind === kind).slice(0, 2),
    );
    const wanted = some.map((row) => ({ ...row, externalId: `own-${String(row.externalId)}` }));
    const lines = wanted.map((row) => JSON.stringify(row)).join('\n');
    const report = await importInto(hub, INSTITUTION, await files.write('own.jsonl', lines));
    expect([report.problems, report.created]).toEqual([[], 8]);
    await publishAll(hub, 'own-');
    const again = (await rowsAt(address)).filter(({ externalId }) =>
      String(externalId).startsWith('own-'),
    );
    expect(sorted(again)).toEqual(sorted(wanted));
  });

  it.each(['csv', 'xlsx'])('as %s changes nothing when it is imported twice', async (format) => {
    const file = await download(hub, `/fr/search.${format}?kind=CASE_STUDY&kind=PROTOCOL`);
    const first = await importInto(hub, INSTITUTION, file);
    const second = await importInto(hub, INSTITUTION, file);
    const rows = (await rowsOf(file)).length;
    expect(first.problems).toEqual([]);
    expect(countsOf(first)).toMatchObject({ refused: 0 });
    expect(countsOf(second)).toEqual({ created: 0, changed: 0, unchanged: rows, refused: 0 });
  });
});

describe('A template', () => {
  const KINDS = ['LESSON_LEARNED', 'BEST_PRACTICE', 'CASE_STUDY', 'PROTOCOL'];

  it.each(KINDS)('of %s has an example in each language that is a right row', async (kind) => {
    for (const locale of Object.values(Locale)) {
      const file = await download(hub, `/${locale}/import/template.csv?kind=${kind}`);
      const [example] = asObjects(await rowsOf(file));
      const [id = '', ...rest] = Object.keys(example ?? {});
      const line = { ...example, [id]: `${kind}-${locale}` };
      const filled = await files.write('filled.jsonl', JSON.stringify(line));
      const taken = await importInto(hub, INSTITUTION, filled);
      expect([locale, taken.problems, taken.created]).toEqual([locale, [], 1]);
      expect(rest.length).toBeGreaterThan(15);
    }
  });

  it('comes as XLSX with an example that is passed over, and only for a kind that there is', async () => {
    const file = await download(hub, '/pt/import/template.xlsx?kind=lesson_learned');
    const [row] = asObjects(await rowsOf(file));
    expect(row).toMatchObject({ 'Identificador próprio *': '#exemplo', Tipo: 'Lição aprendida' });
    expect((await importInto(hub, INSTITUTION, file)).rows).toBe(0);
    expect((await fetch(`${hub.url}/pt/import/template.csv?kind=recipe`)).status).toBe(400);
  });
});

const sorted = (rows: readonly Record<string, unknown>[]) =>
  [...rows].sort((a, b) => String(a.externalId).localeCompare(String(b.externalId)));

interface Drafts {
  readonly editorialRecords: {
    readonly nodes: readonly {
      readonly id: string;
      readonly version: number;
      readonly externalId: string;
    }[];
  };
}

const DRAFTS = `{ editorialRecords(filter: { institution: "${INSTITUTION}" }, first: 100) {
  nodes { id version externalId }
} }`;

/** Submits and publishes the drafts of the institution whose identifiers begin so. */
async function publishAll(target: TestHub, start: string): Promise<void> {
  const { editorialRecords } = await asMember(target, 'ada')<Drafts>(DRAFTS);
  for (const { id, version, externalId } of editorialRecords.nodes) {
    if (!externalId.startsWith(start)) continue;
    const submitted = await takeStep(target, 'ada', 'submitDraft', {
      id,
      expectedVersion: version,
    });
    expect(submitted.problems).toEqual([]);
    const expectedVersion = submitted.record?.version;
    const { problems } = await takeStep(target, 'ada', 'publishDraft', { id, expectedVersion });
    expect(problems).toEqual([]);
  }
}
