import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ActorKind, ActorRole } from '../schema/actor-enums.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly slug: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describeOnEveryStore('Actors', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    const { build } = hub;
    await build.country({ code: 'PE' });
    await build.actor({
      slug: 'agency',
      name: 'Agencia de Cooperación',
      acronym: { es: 'AGC', en: 'ACA' },
      aliases: { es: ['Oficina Antigua'] },
      country: 'PE',
      website: 'https://example.org/agency',
      description: { es: 'Coopera.' },
    });
    await build.actor({
      slug: 'bureau',
      name: 'Ángulo',
      kind: ActorKind.NGO,
      parent: 'act_agency',
    });
    await build.actor({
      slug: 'council',
      name: 'Consejo',
      kind: ActorKind.NETWORK,
      members: [{ actor: 'act_bureau' }, { actor: 'act_agency', to: '1999' }],
    });
    await build.items([
      {
        slug: 'old',
        publishedAt: '2019-01-01',
        actors: [{ role: ActorRole.AUTHOR, actor: 'act_agency' }],
      },
      {
        slug: 'new',
        actors: [
          { role: ActorRole.FUNDER, actor: 'act_agency' },
          { role: ActorRole.AUTHOR, actor: 'act_agency' },
        ],
      },
    ]);
  });
  afterAll(() => hub.stop());

  const actors = async (args: string) =>
    (
      await hub.query<{ actors: Page }>(
        `{ actors(${args}) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } } }`,
      )
    ).actors;

  it('are found by id and by slug, with all that they are linked to', async () => {
    const answer = await hub.query(`{
      actor(slug: "agency") { id name acronym aliases kind website description
        country { code actors { slug } } parent { slug } members { slug }
        items { totalCount nodes { slug } } }
      byId: actor(id: "act_council") { slug members { slug parent { slug } } }
      none: actor(slug: "nobody") { id }
    }`);

    expect(answer).toEqual({
      actor: {
        id: 'act_agency',
        name: 'Agencia de Cooperación',
        acronym: 'AGC',
        aliases: ['Oficina Antigua', 'ACA'],
        kind: 'GOVERNMENT',
        website: 'https://example.org/agency',
        description: 'Coopera.',
        country: { code: 'PE', actors: [{ slug: 'agency' }] },
        parent: null,
        members: [{ slug: 'bureau' }],
        items: { totalCount: 2, nodes: [{ slug: 'new' }, { slug: 'old' }] },
      },
      byId: { slug: 'council', members: [{ slug: 'bureau', parent: { slug: 'agency' } }] },
      none: null,
    });
  });

  it.each([
    ['first: 100', ['agency', 'bureau', 'council']],
    ['query: "COOPERACION"', ['agency']],
    ['query: "agc"', ['agency']],
    ['query: "aca"', ['agency']],
    ['query: "ofic antig"', ['agency']],
    ['query: "ang"', ['bureau']],
    ['query: "peracion"', []],
    ['kinds: [NGO, NETWORK]', ['bureau', 'council']],
    ['countries: ["PE"]', ['agency']],
    ['countries: ["PE"], kinds: [NGO]', []],
    ['kinds: [], query: ""', ['agency', 'bureau', 'council']],
  ])('are listed by name, narrowed by %s', async (args, slugs) => {
    const found = await actors(args);

    expect([found.totalCount, found.nodes.map(({ slug }) => slug)]).toEqual([slugs.length, slugs]);
  });

  it('come in pages', async () => {
    const first = await actors('first: 2');
    const second = await actors(`first: 2, after: "${first.pageInfo.endCursor}"`);

    expect([...first.nodes, ...second.nodes].map(({ slug }) => slug)).toEqual([
      'agency',
      'bureau',
      'council',
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('of an unknown country are refused', async () => {
    expect(await hub.errorCodes('{ actors(countries: ["ZW"]) { totalCount } }')).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});
