import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KnowledgeKind } from '../schema/knowledge-enums.js';
import { Locale } from '../server/locale.js';
import { administrator, contributorOf, countsOf, importInto, placesOf } from './support/imports.js';
import { asMember, KnownMembers } from './support/members.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { TableFiles } from './support/table-files.js';

const AMEXCID = 'act_amexcid';
const RECORDS = `query { editorialRecords(filter: { institution: "${AMEXCID}" }, first: 50) { nodes {
  externalId kind version draft { content {
    originalLocale countries themes challenges stages hazards sdgs modality evidence rights level nature event
    verifiedAt startDate endDate stillRunning
    actors { role actor } sources { title url locator language }
    results { value baseline source texts { locale indicator unit } }
    steps { stage texts { locale text responsible tool timeLimit } }
    texts { locale title summary body lesson enablers edition }
  } }
} } }`;

interface Stored {
  readonly externalId: string;
  readonly version: number;
  readonly draft: { readonly content: Record<string, unknown> };
}

let hub: TestHub;
let files: TableFiles;
const members = new KnownMembers();
beforeAll(async () => {
  hub = await startTestHub({ seeds: true, authenticator: members });
  files = await TableFiles.create();
  members.contributor('rosa', AMEXCID);
});
afterAll(async () => {
  await files.remove();
  await hub.stop();
});

async function stored(externalId: string): Promise<Stored | undefined> {
  const { editorialRecords } = await asMember(
    hub,
    'rosa',
  )<{
    editorialRecords: { nodes: Stored[] };
  }>(RECORDS);
  return editorialRecords.nodes.find((record) => record.externalId === externalId);
}

const lesson = (rows: readonly string[], headings = 'id;kind;language;title;themes') =>
  `${headings}\n${rows.join('\n')}\n`;

describe('An import', () => {
  it('takes headings and values in any of the four languages, or as codes', async () => {
    const rows = {
      es: 'Identificador propio;Tipo;Idioma;Título;Países;Temas;Oferente;Etapas de una emergencia\nl-es;Lección aprendida;español;Uno;México | Brasil;Salud;AMEXCID;Respuesta',
      en: 'Your own ID;Kind;Language;Title;Countries;Themes;Provider;Stages\nl-en;Lesson learned;English;Uno;Mexico; BRAZIL;Health;Mexican Agency for International Development Cooperation;response',
      pt: 'IDENTIFICADOR PROPRIO,TIPO,IDIOMA,TITULO,PAISES,TEMAS,OFERTANTE,ETAPAS DE UMA EMERGENCIA\nl-pt,lição aprendida,português,Uno,"México;BR",saude,amexcid,Resposta',
      fr: 'Identifiant propre\tType\tLangue\tTitre\tPays\tThèmes\tFournisseur\tPhases\nl-fr\tleçon apprise\tfrançais\tUno\tmexique;bresil\tsante\tact_amexcid\tReponse',
      codes:
        'externalId|kind|language|title|countries|themes|provider|stages\nl-codes|LESSON_LEARNED|es|Uno|"MX;BRA"|health|amexcid|RESPONSE',
    };
    for (const [name, text] of Object.entries(rows)) {
      const fixed = name === 'en' ? text.replace('Mexico; BRAZIL', '"Mexico; BRAZIL"') : text;
      const report = await importInto(hub, AMEXCID, await files.write(name, fixed));
      expect([name, report.problems]).toEqual([name, []]);
      expect((await stored(`l-${name}`))?.draft.content).toMatchObject({
        countries: ['MX', 'BR'],
        themes: ['health'],
        stages: ['RESPONSE'],
        actors: [{ role: 'PROVIDER', actor: AMEXCID }],
      });
    }
  });

  it('reads everything that a record may hold', async () => {
    const headings =
      'externalId,kind,language,title,title.pt,summary,body,enablers,results,sourceTitle,sourceUrl,otherSources,sdgs,modality,evidence,rights,verifiedAt';
    const row = [
      'all,BEST_PRACTICE,es,Título,Título em português,Resumen,Texto',
      '"Uno\nDos"',
      '"Personas | 12 | personas | 3 | Informe\nOtro \\| más | 4"',
      'Fuente,https://example.org/a',
      '"Otra | https://example.org/b | p. 3 | en"',
      '3; 3.8,Triangular,Documentada,OPEN,31/03/2024',
    ].join(',');
    const file = await files.write('all.csv', `${headings}\n${row}\n`);
    expect((await importInto(hub, AMEXCID, file)).problems).toEqual([]);
    const content = (await stored('all'))?.draft.content;
    expect(content).toMatchObject({
      texts: [
        { locale: 'ES', title: 'Título', body: 'Texto', enablers: ['Uno', 'Dos'] },
        { locale: 'PT', title: 'Título em português' },
      ],
      results: [
        { value: '12', baseline: '3', source: 'Informe', texts: [{ unit: 'personas' }] },
        { value: '4', texts: [{ indicator: 'Otro | más' }] },
      ],
      sources: [
        { title: 'Fuente', url: 'https://example.org/a' },
        { title: 'Otra', url: 'https://example.org/b', locator: 'p. 3', language: 'EN' },
      ],
      sdgs: ['3', '3.8'],
      modality: 'TRIANGULAR',
      evidence: 'DOCUMENTED',
      rights: 'OPEN',
      verifiedAt: '2024-03-31',
    });
  });

  it('changes nothing when it is done again, and only what differs afterwards', async () => {
    const rows = ['a;LESSON_LEARNED;es;Uno;health', 'b;LESSON_LEARNED;es;Dos;health'];
    const file = await files.write('again.csv', lesson(rows));
    const first = await importInto(hub, AMEXCID, file);
    const second = await importInto(hub, AMEXCID, file);
    const changed = await files.write(
      'changed.csv',
      lesson([rows[0] ?? '', 'b;LESSON_LEARNED;es;Tres;']),
    );
    const third = await importInto(hub, AMEXCID, changed);
    expect(countsOf(first)).toEqual({ created: 2, changed: 0, unchanged: 0, refused: 0 });
    expect(countsOf(second)).toEqual({ created: 0, changed: 0, unchanged: 2, refused: 0 });
    expect(countsOf(third)).toEqual({ created: 0, changed: 1, unchanged: 1, refused: 0 });
    expect((await stored('b'))?.draft.content).toMatchObject({
      themes: [],
      texts: [{ title: 'Tres' }],
    });
    expect([(await stored('a'))?.version, (await stored('b'))?.version]).toEqual([1, 2]);
  });

  it('leaves alone what the table has no column for', async () => {
    await importInto(
      hub,
      AMEXCID,
      await files.write('c1.csv', lesson(['c;LESSON_LEARNED;es;Uno;health'])),
    );
    const short = await files.write(
      'c2.csv',
      'id;kind;language;summary\nc;LESSON_LEARNED;es;Nuevo\n',
    );
    await importInto(hub, AMEXCID, short);
    expect((await stored('c'))?.draft.content).toMatchObject({
      themes: ['health'],
      texts: [{ title: 'Uno', summary: 'Nuevo' }],
    });
  });

  it('says in a dry run what it would do, and does nothing', async () => {
    const rows = [
      'a;LESSON_LEARNED;es;Otro;health',
      'dry;LESSON_LEARNED;es;Seco;health',
      'x;;es;Y;',
    ];
    const report = await importInto(hub, AMEXCID, await files.write('dry.csv', lesson(rows)), {
      isDryRun: true,
    });
    expect(countsOf(report)).toEqual({ created: 1, changed: 1, unchanged: 0, refused: 1 });
    expect(await stored('dry')).toBeUndefined();
    expect((await stored('a'))?.version).toBe(1);
  });

  it('may be told the language and the kind of rows that name none', async () => {
    const file = await files.write('plain.csv', 'id;title\nplain;Um\n');
    const report = await importInto(hub, AMEXCID, file, {
      language: Locale.PT,
      kind: KnowledgeKind.LESSON_LEARNED,
    });
    expect(report.problems).toEqual([]);
    expect((await stored('plain'))?.draft.content).toMatchObject({ originalLocale: 'PT' });
  });

  it('is finished by doing it again after it was stopped', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `s${index};LESSON_LEARNED;es;T;health`);
    const file = await files.write('stop.csv', lesson(rows));
    const stop = new AbortController();
    const stopped = await importInto(hub, AMEXCID, file, {
      signal: stop.signal,
      progress: (done) => done >= 8 && stop.abort(),
    });
    const rest = await importInto(hub, AMEXCID, file);
    expect([stopped.isStopped, stopped.created]).toEqual([true, 8]);
    expect(countsOf(rest)).toEqual({ created: 292, changed: 0, unchanged: 8, refused: 0 });
  });

  it('takes an upload as it comes, and no more of it than a table may have', async () => {
    const request = {
      institution: AMEXCID,
      viewer: contributorOf(AMEXCID),
      language: null,
      kind: null,
      isDryRun: false,
    };
    const { imports } = hub.hub.exchange;
    async function* parts(text: string, times: number) {
      for (let index = 0; index < times; index += 1) yield Buffer.from(text);
    }
    const table = lesson(['up;LESSON_LEARNED;es;Subido;health']);
    expect((await imports.importUpload(parts(table, 1), request)).created).toBe(1);
    const endless = await imports.importUpload(parts('x'.repeat(1_048_576), 1_000), request);
    expect([endless.isRefused, placesOf(endless)]).toEqual([true, ['file:- FILE_TOO_LARGE']]);
  });

  it('is for those who may create drafts of the institution', async () => {
    const file = await files.write('mine.csv', lesson(['m;LESSON_LEARNED;es;Mío;health']));
    const foreign = importInto(hub, AMEXCID, file, { viewer: contributorOf('act_apci') });
    await expect(foreign).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await stored('m')).toBeUndefined();
    const report = await importInto(hub, AMEXCID, file, { viewer: administrator, isDryRun: true });
    expect(report.created).toBe(1);
  });
});

describe('A broken import', () => {
  it('takes rows that are right and tells row and column of all that is wrong in the others', async () => {
    const headings =
      'id,kind,language,title,themes,countries,verifiedAt,sourceTitle,sourceUrl,steps';
    const rows = [
      'ok,LESSON_LEARNED,es,Bien,health,MX,,,,',
      'r3,LESSON_LEARNED,es,X,"health; nonsense",MX,,,,',
      'r4,LESSON_LEARNED,es,X,health,Atlantis,2024-02-30,,,',
      'r5,LESSON_LEARNED,es,X,health,MX,03/04/2024,,,',
      ',LESSON_LEARNED,es,X,health,MX,,,,',
      'r7,RECIPE,es,X,health,MX,,,,',
      'r8,LESSON_LEARNED,es,X,health,MX,,,javascript:alert(1),',
      'r9,LESSON_LEARNED,es,X,health,MX,,,,Abrir',
      `r10,LESSON_LEARNED,es,${'x'.repeat(201)},health,MX,,,,`,
      'r11,LESSON_LEARNED,xx,X,health,MX,,,,',
    ];
    const file = await files.write('broken.csv', [headings, ...rows].join('\n'));
    const report = await importInto(hub, AMEXCID, file);
    expect(placesOf(report)).toEqual([
      '3:5 UNKNOWN_VALUE',
      '4:6 UNKNOWN_VALUE',
      '4:7 WRONG_DATE',
      '5:7 WRONG_DATE',
      '6:1 MISSING_VALUE',
      '7:2 UNKNOWN_VALUE',
      '8:9 WRONG_VALUE',
      '9:10 NOT_OF_THIS_KIND',
      '10:4 REFUSED',
      '11:3 UNKNOWN_VALUE',
    ]);
    expect(countsOf(report)).toEqual({ created: 1, changed: 0, unchanged: 0, refused: 9 });
    expect(await stored('ok')).toBeDefined();
    expect(await stored('r4')).toBeUndefined();
  });

  it('takes neither of two rows with one identifier', async () => {
    const rows = [
      'd;LESSON_LEARNED;es;Uno;',
      'e;LESSON_LEARNED;es;Dos;',
      'd;LESSON_LEARNED;es;Tres;',
    ];
    const report = await importInto(hub, AMEXCID, await files.write('twice.csv', lesson(rows)));
    expect(placesOf(report)).toEqual(['2:- DUPLICATE_EXTERNAL_ID', '4:- DUPLICATE_EXTERNAL_ID']);
    expect([await stored('d'), (await stored('e'))?.version]).toEqual([undefined, 1]);
  });

  it('is refused as a whole for headings that are unknown, missing or there twice', async () => {
    const text = 'id;kind;title;Título;Nonsense;# my notes\nh;LESSON_LEARNED;X;Y;Z;W\n';
    const report = await importInto(hub, AMEXCID, await files.write('headings.csv', text));
    expect(placesOf(report)).toEqual([
      '1:4 AMBIGUOUS_HEADING',
      '1:5 UNKNOWN_HEADING',
      '1:- MISSING_HEADING',
    ]);
    expect([report.isRefused, await stored('h')]).toEqual([true, undefined]);
  });

  it('writes nothing of a file that breaks off far down', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `t${index};LESSON_LEARNED;es;T;health`);
    const file = await files.write('cut.csv', `${lesson(rows)}"t501;never closed`);
    const report = await importInto(hub, AMEXCID, file);
    expect(placesOf(report)).toEqual(['502:- UNCLOSED_QUOTE']);
    expect([report.isRefused, await stored('t0')]).toEqual([true, undefined]);
  });

  it('has operators and markup of a cell stored as the text that they are', async () => {
    const line = { id: 'op', kind: 'LESSON_LEARNED', language: 'es', title: '{"$gt":""} <script>' };
    const file = await files.write('op.jsonl', JSON.stringify(line));
    expect((await importInto(hub, AMEXCID, file)).created).toBe(1);
    expect((await stored('op'))?.draft.content).toMatchObject({ texts: [{ title: line.title }] });
  });
});
