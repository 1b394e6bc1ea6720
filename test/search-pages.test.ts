import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const PAGE = `query ($query: String!, $sort: SearchSort, $first: Int, $after: String, $filter: KnowledgeFilter) {
  search(query: $query, sort: $sort, first: $first, after: $after, filter: $filter) {
    totalCount nodes { slug } pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly slug: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

describeOnEveryStore('A page of a search', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.items(
      Array.from({ length: 17 }, (_, index) => ({
        slug: `flood-${String(index).padStart(2, '0')}`,
        publishedAt: `2020-01-${String(1 + (index % 5)).padStart(2, '0')}`,
        texts: { es: { title: `Inundación ${'grave '.repeat(index % 4)}`.trim() } },
      })),
    );
  });
  afterAll(() => hub.stop());

  const page = async (variables: Record<string, unknown>) =>
    (await hub.query<Found>(PAGE, { query: 'inundación', ...variables })).search;

  const allPages = async (variables: Record<string, unknown>, turned = async () => {}) => {
    const slugs: string[] = [];
    let after: string | null = null;
    do {
      const found: Found['search'] = await page({ ...variables, after });
      slugs.push(...found.nodes.map(({ slug }) => slug));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
      await turned();
    } while (after !== null);
    return slugs;
  };

  it.each(['RELEVANCE', 'NEWEST', 'TITLE'])(
    'follows the one before without gap or overlap, by %s',
    async (sort) => {
      const whole = await page({ sort, first: 100 });

      expect(whole.totalCount).toBe(17);
      expect(await allPages({ sort, first: 5 })).toEqual(whole.nodes.map(({ slug }) => slug));
    },
  );

  it.each(['NEWEST', 'TITLE'])(
    'neither skips nor repeats while records are added, by %s',
    async (sort) => {
      const before = (await page({ sort, first: 100 })).nodes.map(({ slug }) => slug);
      let added = 0;

      const seen = await allPages({ sort, first: 4 }, async () => {
        added += 1;
        const publishedAt = added % 2 === 0 ? '2023-01-01' : '2018-01-01';
        await hub.build.item({
          slug: `more-${sort}-${added}`,
          publishedAt,
          texts: { es: { title: `Inundación ${added}` } },
        });
      });

      expect(added).toBeGreaterThan(3);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((slug) => before.includes(slug))).toEqual(before);
    },
  );

  it.each([
    ['of another search', { query: 'grave' }],
    ['of another order', { sort: 'TITLE' }],
    ['of another filter', { filter: { kinds: ['PROTOCOL'] } }],
  ])('cannot begin after a cursor %s', async (_what, other) => {
    const { pageInfo } = await page({ first: 2 });
    const variables = { query: 'inundación', ...other, after: pageInfo.endCursor };

    expect(await hub.errorCodes(PAGE, variables)).toEqual(['BAD_CURSOR']);
  });
});
