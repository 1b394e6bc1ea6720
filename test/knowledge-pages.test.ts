import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ItemStatus } from '../schema/knowledge-enums.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const LIST = `query ($filter: KnowledgeFilter, $sort: KnowledgeSort, $first: Int, $after: String) {
  knowledgeItems(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    nodes { slug }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Listed {
  readonly knowledgeItems: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly slug: string }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly endCursor: string | null;
    };
  };
}

const listOf = (hub: TestHub) => async (variables: Record<string, unknown>) => {
  const { knowledgeItems } = await hub.query<Listed>(LIST, variables);
  return { ...knowledgeItems, slugs: knowledgeItems.nodes.map(({ slug }) => slug) };
};

describeOnEveryStore('A page of knowledgeItems', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.theme({ code: 'even' });
    await hub.build.items(
      Array.from({ length: 25 }, (_, index) => ({
        slug: `item-${String(index).padStart(2, '0')}`,
        publishedAt: `2020-01-${String(1 + Math.floor(index / 5)).padStart(2, '0')}`,
        verifiedAt: index % 3 === 0 ? `2024-01-0${1 + (index % 4)}` : '',
        themes: index % 2 === 0 ? ['even'] : [],
        texts: { es: { title: `Título ${index % 7}` } },
      })),
    );
  });
  afterAll(() => hub.stop());

  const allPages = async (variables: Record<string, unknown>, turned = async () => {}) => {
    const slugs: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<ReturnType<typeof listOf>>> = await listOf(hub)({
        ...variables,
        after,
      });
      slugs.push(...page.slugs);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      await turned();
    } while (after !== null);
    return slugs;
  };

  it.each(['NEWEST', 'OLDEST', 'TITLE', 'RECENTLY_VERIFIED'])(
    'follows the one before without gap or overlap, by %s',
    async (sort) => {
      const whole = await listOf(hub)({ sort, first: 100 });

      expect(whole.slugs).toHaveLength(25);
      expect(await allPages({ sort, first: 4 })).toEqual(whole.slugs);
      expect(await allPages({ sort, first: 25 })).toEqual(whole.slugs);
    },
  );

  it('says how many there are and what lies before and after', async () => {
    const first = await listOf(hub)({ first: 20 });
    const second = await listOf(hub)({ first: 20, after: first.pageInfo.endCursor });

    expect(first.totalCount).toBe(25);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(second.totalCount).toBe(25);
    expect(second.slugs).toHaveLength(5);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('holds 20 records unless asked otherwise', async () => {
    expect((await listOf(hub)({})).slugs).toHaveLength(20);
  });

  it('neither skips nor repeats while records are added', async () => {
    const before = (await listOf(hub)({ first: 100 })).slugs;
    let added = 0;

    const seen = await allPages({ first: 6 }, async () => {
      added += 1;
      await hub.build.item({ slug: `newer-${added}`, publishedAt: '2023-01-01' });
      await hub.build.item({ slug: `older-${added}`, publishedAt: `2019-01-0${added}` });
    });

    expect(added).toBeGreaterThan(3);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((slug) => slug.startsWith('item-'))).toEqual(before);
  });

  it('goes on where the record it ended with has gone', async () => {
    const filter = { themes: ['even'] };
    const first = await listOf(hub)({ filter, first: 3 });
    const rest = await listOf(hub)({ filter, first: 3, after: first.pageInfo.endCursor });
    await hub.build.item({
      slug: first.slugs[2],
      status: ItemStatus.WITHDRAWN,
      publishedAt: '2020-01-05',
      themes: ['even'],
    });

    const again = await listOf(hub)({ filter, first: 3, after: first.pageInfo.endCursor });

    expect(again.slugs).toEqual(rest.slugs);
  });

  describe('with a cursor', () => {
    it.each([
      ['of another filter', { filter: { themes: ['even'] } }],
      ['of another order', { sort: 'OLDEST' }],
    ])('%s is refused', async (_what, variables) => {
      const { pageInfo } = await listOf(hub)({ first: 2 });

      const { status, errors } = await hub.ask(LIST, { ...variables, after: pageInfo.endCursor });

      expect(status).toBe(200);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR', argument: 'after' } }]);
    });

    it.each(['nonsense', 'e30', 'W10', 'WyJ4IiwxLCJpdG1fYSJd', '%00', 'null'])(
      'that was never ours is refused: %s',
      async (after) => {
        expect(await hub.errorCodes(LIST, { after })).toEqual(['BAD_CURSOR']);
      },
    );

    it.each([
      ['"text"', 'NEWEST'],
      ['12', 'TITLE'],
      ['1e300', 'NEWEST'],
      ['1e400', 'NEWEST'],
      ['{"$gt":""}', 'TITLE'],
    ])('whose key was forged as %s is refused, by %s', async (key, sort) => {
      const { pageInfo } = await listOf(hub)({ first: 2, sort });
      const [list] = JSON.parse(Buffer.from(pageInfo.endCursor ?? '', 'base64url').toString());
      const forged = Buffer.from(`["${list}",${key},"itm_a"]`).toString('base64url');

      expect(await hub.errorCodes(LIST, { sort, after: forged })).toEqual(['BAD_CURSOR']);
    });
  });

  it.each([0, -1, 101, 2_147_483_647])('cannot hold %i records', async (first) => {
    const { status, errors } = await hub.ask(LIST, { first });

    expect(status).toBeLessThan(500);
    expect(errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|OPERATION_TOO_COMPLEX/);
  });
});
