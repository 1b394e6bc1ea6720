import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ItemStatus } from '../schema/knowledge-enums.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

describeOnEveryStore('Records related to an item', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    for (const code of ['water', 'roads', 'schools']) await hub.build.theme({ code });
    await hub.build.items([
      { slug: 'both', themes: ['water', 'roads'] },
      { slug: 'near', themes: ['water', 'roads'], publishedAt: '2019-01-01' },
      { slug: 'far', themes: ['roads'] },
      { slug: 'stranger', themes: ['schools'] },
      { slug: 'hidden', themes: ['water', 'roads'], status: ItemStatus.DRAFT },
    ]);
  });
  afterAll(() => hub.stop());

  it('share most with it, and what shares nothing is left out', async () => {
    const answer = await hub.query('{ knowledgeItem(slug: "both") { related { slug } } }');

    expect(answer).toEqual({ knowledgeItem: { related: [{ slug: 'near' }, { slug: 'far' }] } });
  });

  it('are the same when several items ask for theirs at once', async () => {
    const answer = await hub.query<{ knowledgeItems: { nodes: object[] } }>(
      '{ knowledgeItems(sort: TITLE) { nodes { slug related { slug } } } }',
    );

    expect(answer.knowledgeItems.nodes).toEqual([
      { slug: 'both', related: [{ slug: 'near' }, { slug: 'far' }] },
      { slug: 'far', related: [{ slug: 'both' }, { slug: 'near' }] },
      { slug: 'near', related: [{ slug: 'both' }, { slug: 'far' }] },
      { slug: 'stranger', related: [] },
    ]);
  });

  it('can be had one at a time', async () => {
    const answer = await hub.query(
      '{ knowledgeItem(slug: "both") { related(first: 1) { slug } } }',
    );

    expect(answer).toEqual({ knowledgeItem: { related: [{ slug: 'near' }] } });
  });
});
