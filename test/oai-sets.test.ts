import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { KnowledgeKind } from '../schema/knowledge-enums.js';
import { askOai, headersOf, slugsOf } from './support/oai.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

describeOnEveryStore('Sets of a harvester', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    const { build } = hub;
    await build.country({ code: 'PE', name: 'Perú' });
    await build.country({ code: 'CL', name: 'Chile' });
    await build.theme({ code: 'health', name: 'Salud' });
    await build.theme({ code: 'hospitals', name: 'Hospitales', broader: 'health' });
    await build.theme({ code: 'beds', name: 'Camas', broader: 'hospitals' });
    await build.theme({ code: 'trade', name: 'Comercio' });
    await build.items([
      { slug: 'a-plan', kind: KnowledgeKind.PROTOCOL, countries: ['PE', 'CL'], themes: ['beds'] },
      { slug: 'b-case', countries: ['CL'], themes: ['trade', 'health'] },
      { slug: 'c-bare' },
    ]);
  });
  afterAll(() => hub.stop());

  const list = (set: string) =>
    askOai(hub, { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', set });

  it('are kinds, countries and themes, below one set for each', async () => {
    const { body } = await askOai(hub, 'verb=ListSets');

    const sets = body.all('set').map((set) => set.child('setSpec').text);
    const kinds = Object.values(KnowledgeKind).map((kind) => `kind:${kind}`);
    expect([...sets].sort()).toEqual(
      [
        ...['kind', ...kinds],
        ...['country', 'country:CL', 'country:PE'],
        ...['theme', 'theme:beds', 'theme:health', 'theme:hospitals', 'theme:trade'],
      ].sort(),
    );
  });

  it('are named in Spanish, and in every language in their description', async () => {
    const { body } = await askOai(hub, 'verb=ListSets');
    const set = body.all('set').find((one) => one.child('setSpec').text === 'kind:PROTOCOL');

    expect(set?.child('setName').text).toBe('Protocolo');
    const titles = set?.child('setDescription').child('oai_dc:dc').all('dc:title') ?? [];
    expect(titles.map(({ text, attributes }) => [attributes['xml:lang'], text])).toEqual([
      ['es', 'Protocolo'],
      ['en', 'Protocol'],
      ['pt', 'Protocolo'],
      ['fr', 'Protocole'],
    ]);
  });

  it.each([
    ['kind', ['a-plan', 'b-case', 'c-bare']],
    ['kind:PROTOCOL', ['a-plan']],
    ['kind:CASE_STUDY', ['b-case', 'c-bare']],
    ['country', ['a-plan', 'b-case']],
    ['country:CL', ['a-plan', 'b-case']],
    ['country:PE', ['a-plan']],
    ['theme', ['a-plan', 'b-case']],
    ['theme:health', ['a-plan', 'b-case']],
    ['theme:hospitals', ['a-plan']],
    ['theme:beds', ['a-plan']],
    ['theme:trade', ['b-case']],
  ])('hold what search finds there: %s', async (set, slugs) => {
    expect([...slugsOf(await list(set))].sort()).toEqual(slugs);
  });

  it('stand in the header of every record that is in them', async () => {
    const answer = await list('kind');
    const setsOf = (slug: string) =>
      headersOf(answer).find(({ identifier }) => identifier.endsWith(`:itm_${slug}`))?.sets;

    expect(setsOf('a-plan')).toEqual([
      'kind:PROTOCOL',
      'country:PE',
      'country:CL',
      'theme:beds',
      'theme:hospitals',
      'theme:health',
    ]);
    expect(setsOf('b-case')).toEqual([
      'kind:CASE_STUDY',
      'country:CL',
      'theme:trade',
      'theme:health',
    ]);
    expect(setsOf('c-bare')).toEqual(['kind:CASE_STUDY']);
  });

  it('are known from the moment that a curator adds them', async () => {
    expect((await list('theme:rivers')).errors).toEqual(['noRecordsMatch']);
    await hub.build.theme({ code: 'rivers', broader: 'trade' });
    await hub.build.item({ slug: 'd-river', themes: ['rivers'] });

    expect(slugsOf(await list('theme:rivers'))).toEqual(['d-river']);
    expect([...slugsOf(await list('theme:trade'))].sort()).toEqual(['b-case', 'd-river']);
  });
});
