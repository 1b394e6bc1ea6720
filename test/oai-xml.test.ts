import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import { ItemStatus, KnowledgeKind, Rights } from '../schema/knowledge-enums.js';
import { Locale } from '../server/locale.js';
import { askOai, harvest, type OaiAnswer } from './support/oai.js';
import { describeWithXmllint } from './support/outside-programs.js';
import { freePort } from './support/own-process.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { invalidIn, officiallyInvalidIn } from './support/xmllint.js';

/** Everything that XML forbids, then what it gives a meaning. */
const CONTROLS = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
const HOSTILE = `${CONTROLS}\u007f\u0085\ufffe\uffff \ud800 \udc00 ]]> & &lt; &amp;amp; &#0; <b a='"'> <!-- --> <?x?> <![CDATA[ ]]> {"a":1} 🌎 ß é`;
/** What a reader gets: forbidden characters are replaced. */
const SHOWN = HOSTILE.replace(
  /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
  '\ufffd',
);

const ERRORS = [
  'verb=x',
  'verb=ListRecords',
  'verb=ListRecords&metadataPrefix=x',
  'verb=ListRecords&metadataPrefix=oai_dc&set=x:y',
  'verb=ListRecords&metadataPrefix=oai_dc&from=0000-00-00',
  "verb=ListRecords&metadataPrefix=oai_dc&set=a!b~*'()&from=2999-01-01&until=2999-12-31",
  String(new URLSearchParams({ verb: 'ListRecords', resumptionToken: HOSTILE })),
  'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:y',
  'verb=GetRecord&metadataPrefix=oai_dc&identifier=urn:isbn:0-395-36341-1',
  'verb=GetRecord&metadataPrefix=oai_dc&identifier=http://example.org:8080/a/b?c=d%2520%26e',
];

describeWithXmllint('Answers to harvesters', () => {
  let hub: TestHub;
  let door: { readonly url: string };
  beforeAll(async () => {
    const port = await freePort();
    door = { url: `http://127.0.0.1:${port}` };
    const config = { PORT: port, PUBLIC_URL: 'https://hub.example.org', OAI_PAGE_SIZE: 50 };
    hub = await startTestHub({ seeds: true, config });
    const { build } = hub;
    await build.theme({ code: 'odd', name: HOSTILE });
    await build.actor({ slug: 'odd', name: HOSTILE });
    const text = { title: HOSTILE, summary: HOSTILE };
    await build.items([
      {
        slug: 'odd',
        texts: { es: text, en: text, pt: text, fr: text },
        themes: ['odd', 'unknown-theme'],
        countries: ['PE', 'ZZ'],
        actors: Object.values(ActorRole).map((role) => ({ role, actor: 'act_odd' })),
        sources: [
          { title: HOSTILE, locator: HOSTILE, url: 'https://example.org/?a=1&b="2"' },
          { title: 'x', language: Locale.FR },
        ],
        edition: { es: HOSTILE },
      },
      { slug: 'gone', status: ItemStatus.WITHDRAWN, texts: { es: text } },
      { slug: 'undated', publishedAt: null },
      ...Object.values(Rights).map((rights) => ({ slug: `rights-${rights}`, rights })),
      ...Object.values(KnowledgeKind).map((kind) => ({ slug: `kind-${kind}`, kind })),
    ]);
  });
  afterAll(() => hub.stop());

  const one = (metadataPrefix: string, slug: string) => {
    const identifier = `oai:hub.example.org:itm_${slug}`;
    return askOai(door, { verb: 'GetRecord', metadataPrefix, identifier });
  };
  const answersIn = async (metadataPrefix: string): Promise<readonly OaiAnswer[]> => [
    ...(await harvest(door, { verb: 'ListRecords', metadataPrefix })),
    ...(await harvest(door, { verb: 'ListIdentifiers', metadataPrefix })),
    await one(metadataPrefix, 'odd'),
    await one(metadataPrefix, 'gone'),
  ];
  const textsOf = (answers: readonly OaiAnswer[]) => answers.map(({ text }) => text);

  it('are valid in Dublin Core, whatever stands in the records', async () => {
    const answers = [...(await answersIn('oai_dc'))];
    const others = ['verb=Identify', 'verb=ListSets', 'verb=ListMetadataFormats', ...ERRORS];
    for (const query of others) answers.push(await askOai(door, query));

    const texts = textsOf(answers);
    expect(invalidIn(texts, 'answers-in-dc.xsd')).toBe('');
    expect(officiallyInvalidIn(texts, 'OAI-PMH.xsd')).toBe('');
  });

  it('are valid by the schemas of OpenAIRE, whatever stands in the records', async () => {
    const texts = textsOf(await answersIn('oai_openaire'));

    expect(invalidIn(texts, 'answers-in-openaire.xsd')).toBe('');
    expect(officiallyInvalidIn(texts, 'OAI-PMH.xsd')).toBe('');
  });

  it('say exactly what somebody wrote, but for what XML cannot hold', async () => {
    const dc = (await one('oai_dc', 'odd')).body
      .child('record')
      .child('metadata')
      .child('oai_dc:dc');

    expect(dc.all('dc:title').map(({ text }) => text)).toEqual([SHOWN, SHOWN, SHOWN, SHOWN]);
    expect(dc.child('dc:creator').text).toBe(SHOWN);
  });

  it('would be found out if they were not valid', async () => {
    const { text } = await one('oai_openaire', 'odd');
    const broken = [
      text.replace('identifierType="URL"', 'identifierType="WEB"'),
      text.replace('<datestamp>', '<datestamp>x'),
      text.replace('</datacite:titles>', ''),
      text.replace(/oaire:licenseCondition/g, 'oaire:licence'),
      text.replace('c_abf2', 'c_0000'),
    ];

    for (const one of broken) {
      expect(one).not.toBe(text);
      expect(invalidIn([one], 'answers-in-openaire.xsd')).not.toBe('');
    }
  });
});
