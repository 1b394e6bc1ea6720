import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BY_OPERATOR } from '../cli/partner/found.js';
import { EmbedAccess } from '../server/embed/embed-access.js';
import { ReadyMadeQueries } from '../server/embed/ready-made.js';
import { embedded, refusal } from './support/embed.js';
import { buildPartner, buildStoredQuery, ORIGIN } from './support/partners.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const DOCUMENT = `query Ours(
  $words: String!
  $countries: [CountryCode!]
  $kind: KnowledgeKind!
  $first: Int = 2
  $long: Boolean = false
) {
  search(query: $words, filter: { countries: $countries, kinds: [$kind] }, first: $first) {
    nodes { slug title url summary @include(if: $long) }
  }
}
query Another { hub { name } }`;

describeOnEveryStore('A stored query', (startHub) => {
  let hub: TestHub;
  let key: string;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.country({ code: 'PE' });
    await hub.build.country({ code: 'CL' });
    await hub.build.items([
      { slug: 'a', countries: ['PE'], texts: { es: { title: 'Vacunas uno' } } },
      { slug: 'b', countries: ['PE'], texts: { es: { title: 'Vacunas dos' } } },
      { slug: 'c', countries: ['CL'], texts: { es: { title: 'Vacunas tres' } } },
    ]);
    const { models } = hub.hub;
    const partner = await buildPartner(models);
    key = partner.publicKey;
    const parts = { partner: partner._id, document: DOCUMENT, operationName: 'Ours' };
    await buildStoredQuery(models, {
      ...parts,
      _id: 'ours',
      variables: [
        { name: 'words', value: 'vacunas', isOpen: true },
        { name: 'countries', value: ['PE'], isOpen: false },
        { name: 'kind', value: 'CASE_STUDY', isOpen: false },
        { name: 'first', value: null, isOpen: true },
        { name: 'long', value: null, isOpen: true },
      ],
    });
    await buildStoredQuery(models, {
      ...parts,
      _id: 'outdated',
      document: 'query Ours { fieldOfOldTimes }',
    });
    await buildStoredQuery(models, {
      ...parts,
      _id: 'costly',
      document:
        'query Ours($first: Int!) { knowledgeItems(first: $first) { nodes { related(first: 20) { related(first: 20) { title } } } } }',
      variables: [{ name: 'first', value: null, isOpen: true }],
    });
  });
  afterAll(() => hub.stop());

  const ask = (what: string) =>
    embedded(hub, `${what}${what.includes('?') ? '&' : '?'}key=${key}`, { origin: ORIGIN });
  const slugs = async (what: string) => {
    const { data } = (await ask(what)) as unknown as {
      data: { search: { nodes: { slug: string }[] } };
    };
    return data.search.nodes.map(({ slug }) => slug).sort();
  };

  it('answers in its own shape, with what its partner has fixed', async () => {
    expect(await slugs('ours')).toEqual(['a', 'b']);
  });

  it('takes from a visitor what the partner has left open', async () => {
    expect(await slugs('ours?words=dos')).toEqual(['b']);
    expect(await slugs('ours?first=1')).toHaveLength(1);
    expect((await ask('ours?long=true')).text).toContain('"summary"');
    expect((await ask('ours?long=false')).text).not.toContain('"summary"');
  });

  it.each([
    ['ours?countries=CL', 'countries'],
    ['ours?kind=PROTOCOL', 'kind'],
    ['ours?unheard=1', 'unheard'],
    ['ours?first=x', 'first'],
    ['ours?first=101', 'first'],
    ['ours?long=yes', 'long'],
    ['costly', 'first'],
  ])('refuses %s and says why', async (what, argument) => {
    const answer = await ask(what);

    expect(refusal(answer)).toEqual({ status: 400, code: 'BAD_USER_INPUT', argument });
  });

  it('stays within the limits of the hub, whatever a visitor asks for', async () => {
    expect(refusal(await ask('costly?first=100'))).toEqual({
      status: 400,
      code: 'OPERATION_TOO_COMPLEX',
    });
  });

  it('is gone when it no longer fits what the hub has', async () => {
    expect(refusal(await ask('outdated'))).toEqual({ status: 410, code: 'QUERY_RETIRED' });
  });

  it('is checked once against what the hub has, also where it does not fit', async () => {
    const { embedding, schema, url: publicUrl } = hub.hub;
    const { keys, queries, quotas: guesses } = embedding;
    let checks = 0;
    const access = new EmbedAccess({
      get schema() {
        checks += 1;
        return schema;
      },
      readyMade: new ReadyMadeQueries(schema),
      keys,
      queries,
      guesses,
      publicUrl: () => publicUrl,
    });
    const asker = {
      keyInAddress: key,
      keyInHeader: null,
      origin: ORIGIN,
      referrer: null,
      address: '192.0.2.1',
    };
    const ask = async (id: string) => access.permit(id, asker);

    for (const _time of [1, 2]) {
      await expect(ask('outdated')).rejects.toMatchObject({ code: 'QUERY_RETIRED' });
      expect((await ask('ours')).query.id).toBe('ours');
    }

    expect(checks).toBe(2);
  });

  it('answers anew once its partner has changed it', async () => {
    const { models, embedding } = hub.hub;
    await ask('ours');
    await models.storedQuery.updateOne(
      { _id: 'ours', 'variables.name': 'countries' },
      { $set: { 'variables.$.value': ['CL'] }, $inc: { version: 1 } },
    );
    embedding.queries.forget();

    expect(await slugs('ours')).toEqual(['c']);
  });

  it('is answered by its own values where it took the id of one that has gone', async () => {
    const { models, embedding } = hub.hub;
    const inherited = async (country: string) => {
      const { _id: partner, publicKey } = await buildPartner(models);
      await buildStoredQuery(models, {
        _id: 'inherited',
        partner,
        document:
          'query ($of: [CountryCode!]) { search(query: "", filter: { countries: $of }) { nodes { slug } } }',
        variables: [{ name: 'of', value: [country], isOpen: false }],
      });
      const answer = () => embedded(hub, `inherited?key=${publicKey}`, { origin: ORIGIN });
      return { partner, answer };
    };
    const gone = await inherited('CL');
    expect((await gone.answer()).text).toContain('"c"');
    await embedding.partners.remove(BY_OPERATOR, gone.partner, 1);
    expect(refusal(await gone.answer())).toMatchObject({ code: 'KEY_INVALID' });

    const heir = await inherited('PE');

    const { text } = await heir.answer();
    expect(text).toContain('"a"');
    expect(text).not.toContain('"c"');
  });

  it('is one execution with the key and quota checked, and then none', async () => {
    await ask('ours?words=tres');

    const commands = await hub.storeCommands(() => ask('ours?words=tres'));

    expect(commands).toEqual([]);
  });
});
