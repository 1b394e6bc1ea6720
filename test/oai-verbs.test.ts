import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import { ItemStatus, KnowledgeKind, Rights, TranslationStatus } from '../schema/knowledge-enums.js';
import { Locale } from '../server/locale.js';
import { DAY, ManualClock } from './support/manual-clock.js';
import { askOai, headersOf, readOai, slugsOf } from './support/oai.js';
import { freePort } from './support/own-process.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';
import type { XmlElement } from './support/xml.js';

const URL_OF_HUB = 'https://hub.example.org';
const CONFIG = { PUBLIC_URL: `${URL_OF_HUB}/`, CONTACT_EMAIL: 'library@example.org' };
const PLAN = 'oai:hub.example.org:itm_plan';

const FORM = 'application/x-www-form-urlencoded';
const FORMATS = ['oai_dc', 'oai_openaire'];

const textsOf = (root: XmlElement, name: string): readonly string[] =>
  root.all(name).map(({ text, attributes }) => `${attributes['xml:lang'] ?? ''}:${text}`);

/** What an element names deep inside. */
const within = (root: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  names.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap((one) => one.all(name)),
    [root],
  );

describeOnEveryStore('A harvester', (startHub) => {
  const clock = new ManualClock();
  let hub: TestHub;
  let door: { readonly url: string };
  beforeAll(async () => {
    const port = await freePort();
    door = { url: `http://127.0.0.1:${port}` };
    hub = await startHub({ clock, config: { ...CONFIG, PORT: port } });
    const { build } = hub;
    await build.country({ code: 'PE', name: 'Perú' });
    await build.theme({ code: 'care', name: 'Atención' });
    await build.challenge({ code: 'H7', name: 'Reto' });
    await build.sdg({ code: '3.8', name: 'Cobertura' });
    await build.actor({ slug: 'ministry', name: 'Ministerio' });
    await build.actor({ slug: 'agency', name: 'Agencia' });
    await build.actor({ slug: 'fund', name: 'Fondo' });
    await build.item({ slug: 'old', texts: { es: {} }, rights: Rights.LINK_ONLY });
    clock.pass(DAY);
    await build.protocol({
      slug: 'plan',
      texts: {
        es: { title: 'Plan', summary: 'Resumen.', body: 'Nunca sale.' },
        pt: { title: 'Plano', summary: 'Resumo.' },
        en: { title: 'Machine plan', summary: 'By a machine.', status: TranslationStatus.MACHINE },
      },
      countries: ['PE'],
      themes: ['care'],
      challenges: ['H7'],
      sdgs: ['3.8'],
      actors: [
        { role: ActorRole.AUTHOR, actor: 'act_ministry' },
        { role: ActorRole.PUBLISHER, actor: 'act_agency' },
        { role: ActorRole.FUNDER, actor: 'act_fund' },
      ],
      sources: [
        {
          title: 'Informe',
          locator: 'p. 3',
          url: 'https://example.org/r?a=1&b=2',
          language: Locale.ES,
        },
      ],
      rights: Rights.AUTHORISATION_NEEDED,
      edition: { es: 'Segunda' },
      publishedAt: '2021-05-06T23:00:00.000Z',
    });
  });
  afterAll(() => hub.stop());

  const described = async (metadataPrefix: string) => {
    const { body } = await askOai(door, { verb: 'GetRecord', identifier: PLAN, metadataPrefix });
    return body.child('record').child('metadata').children[0] as XmlElement;
  };

  it('learns what kind of repository it is', async () => {
    const { body, request: echo, headers, responseDate } = await askOai(door, 'verb=Identify');

    const facts = Object.fromEntries(body.children.map(({ name, text }) => [name, text]));
    expect(facts).toMatchObject({
      repositoryName: 'Saberes',
      baseURL: `${URL_OF_HUB}/oai`,
      protocolVersion: '2.0',
      adminEmail: 'library@example.org',
      earliestDatestamp: '2026-03-02T12:00:00Z',
      deletedRecord: 'persistent',
      granularity: 'YYYY-MM-DDThh:mm:ssZ',
    });
    expect(echo).toMatchObject({ text: `${URL_OF_HUB}/oai`, attributes: { verb: 'Identify' } });
    expect(responseDate).toBe('2026-03-03T12:00:00Z');
    expect(headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const scheme = body.child('description').child('oai-identifier');
    expect(scheme.child('repositoryIdentifier').text).toBe('hub.example.org');
  });

  it('is told the formats, of the hub and of a record', async () => {
    for (const more of ['', `&identifier=${PLAN}`]) {
      const { body } = await askOai(door, `verb=ListMetadataFormats${more}`);
      const prefixes = within(body, 'metadataFormat', 'metadataPrefix').map(({ text }) => text);
      expect(prefixes).toEqual(FORMATS);
    }
  });

  it.each(FORMATS)('reads one record with its header, in %s', async (metadataPrefix) => {
    const answer = await askOai(door, { verb: 'GetRecord', identifier: PLAN, metadataPrefix });

    expect(headersOf(answer)).toEqual([
      {
        identifier: PLAN,
        datestamp: '2026-03-03T12:00:00Z',
        sets: ['kind:PROTOCOL', 'country:PE', 'theme:care'],
        isDeleted: false,
      },
    ]);
    expect(answer.text).not.toMatch(/Nunca sale|machine/i);
    expect(answer.request.attributes).toEqual({
      verb: 'GetRecord',
      identifier: PLAN,
      metadataPrefix,
    });
  });

  it('reads Dublin Core in the languages that people wrote', async () => {
    const dc = await described('oai_dc');

    expect(textsOf(dc, 'dc:title')).toEqual(['es:Plan', 'pt:Plano']);
    expect(textsOf(dc, 'dc:description')).toEqual(['es:Resumen.', 'pt:Resumo.']);
    expect(textsOf(dc, 'dc:language')).toEqual([':es', ':pt']);
    expect(textsOf(dc, 'dc:creator')).toEqual([':Ministerio']);
    expect(textsOf(dc, 'dc:publisher')).toEqual([':Agencia']);
    expect(textsOf(dc, 'dc:contributor')).toEqual([':Fondo']);
    expect(textsOf(dc, 'dc:subject')).toEqual(
      ['care', 'Atención', 'H7', 'Reto', 'SDG 3.8', 'Cobertura'].flatMap((text, at) =>
        at % 2 === 0 ? [`:${text}`] : [`es:${text}`, `pt:${text}`],
      ),
    );
    expect(textsOf(dc, 'dc:coverage')).toEqual([':PE', 'es:Perú', 'pt:Perú']);
    expect(textsOf(dc, 'dc:date')).toEqual([':2021-05-06']);
    expect(textsOf(dc, 'dc:identifier')).toEqual([`:${URL_OF_HUB}/es/items/plan`]);
    expect(textsOf(dc, 'dc:source')).toEqual(['es:Informe. p. 3. https://example.org/r?a=1&b=2']);
    expect(textsOf(dc, 'dc:type')).toContain('pt:Protocolo');
    expect(textsOf(dc, 'dc:rights')).toEqual([
      ':http://purl.org/coar/access_right/c_16ec',
      'es:Requiere autorización',
      'pt:Requer autorização',
    ]);
  });

  it('reads what OpenAIRE asks for', async () => {
    const resource = await described('oai_openaire');
    const texts = (...names: readonly string[]) =>
      within(resource, ...names).map(({ text }) => text);

    expect(texts('datacite:titles', 'datacite:title')).toEqual(['Plan', 'Plano']);
    const creator = ['datacite:creators', 'datacite:creator', 'datacite:creatorName'];
    expect(texts(...creator)).toEqual(['Ministerio']);
    expect(texts('dc:language')).toEqual(['spa', 'por']);
    expect(texts('dc:publisher')).toEqual(['Agencia']);
    const funder = ['oaire:fundingReferences', 'oaire:fundingReference', 'oaire:funderName'];
    expect(texts(...funder)).toEqual(['Fondo']);
    expect(texts('datacite:identifier')).toEqual([`${URL_OF_HUB}/es/items/plan`]);
    expect(texts('datacite:dates', 'datacite:date')).toEqual(['2021-05-06', '2026-03-03']);
    expect(resource.child('datacite:rights')).toMatchObject({
      text: 'restricted access',
      attributes: { rightsURI: 'http://purl.org/coar/access_right/c_16ec' },
    });
    expect(resource.child('oaire:resourceType')).toMatchObject({
      text: 'technical documentation',
      attributes: { uri: 'http://purl.org/coar/resource_type/c_71bd' },
    });
    expect(texts('oaire:citationEdition')).toEqual(['Segunda']);
  });

  it.each(['ListRecords', 'ListIdentifiers'])(
    'lists records by their last change: %s',
    async (verb) => {
      const answer = await askOai(door, { verb, metadataPrefix: 'oai_dc' });

      expect(slugsOf(answer)).toEqual(['old', 'plan']);
      expect(answer.body.all('resumptionToken')).toEqual([]);
    },
  );

  it.each([
    ['from=2026-03-03', ['plan']],
    ['until=2026-03-02', ['old']],
    ['from=2026-03-02&until=2026-03-03', ['old', 'plan']],
    ['from=2026-03-02T12:00:00Z&until=2026-03-02T12:00:00Z', ['old']],
    ['from=2026-03-02T12:00:01Z', ['plan']],
    ['until=2026-03-03T11:59:59Z', ['old']],
    ['from=1999-01-01&until=2999-12-31', ['old', 'plan']],
  ])('narrows a list in time, both ends included: %s', async (stretch, slugs) => {
    const answer = await askOai(door, `verb=ListIdentifiers&metadataPrefix=oai_dc&${stretch}`);

    expect(slugsOf(answer)).toEqual(slugs);
  });

  it('asks with a form as well', async () => {
    const body = 'verb=ListIdentifiers&metadataPrefix=oai_dc';
    const headers = { 'content-type': `${FORM}; charset=utf-8` };
    const response = await fetch(`${door.url}/oai`, { method: 'POST', body, headers });

    expect(slugsOf(await readOai(response))).toEqual(['old', 'plan']);
  });

  it('gets answers compressed when it can read them', async () => {
    const encoding = await new Promise((resolve, reject) => {
      const headers = { 'accept-encoding': 'gzip' };
      const address = `${door.url}/oai?verb=ListSets`;
      request(address, { headers }, (response) => {
        response.resume();
        resolve(response.headers['content-encoding']);
      })
        .on('error', reject)
        .end();
    });

    expect(encoding).toBe('gzip');
  });

  it('finds superseded editions among the others: the public still sees them', async () => {
    clock.pass(DAY);
    await hub.build.item({
      slug: 'earlier',
      status: ItemStatus.SUPERSEDED,
      kind: KnowledgeKind.PROTOCOL,
    });

    const answer = await askOai(door, 'verb=ListRecords&metadataPrefix=oai_dc&from=2026-03-04');

    expect(headersOf(answer)).toMatchObject([{ isDeleted: false }]);
    expect(slugsOf(answer)).toEqual(['earlier']);
  });
});
