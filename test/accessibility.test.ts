import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from './support/browser.js';
import { PageJudge } from './support/page-judge.js';
import { PAGE_TYPES } from './support/page-types.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PATIENCE_MS = 400_000;

describeInBrowser('Every kind of page', () => {
  let hub: TestHub;
  let judge: PageJudge;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
    judge = await PageJudge.open(hub.url);
  });
  afterAll(() => Promise.all([judge.close(), hub.stop()]));

  it.each(['es', 'en', 'pt', 'fr'])(
    'can be used by everybody, in light and dark, and loads without a fault, in %s',
    async (locale) => {
      expect(await judge.judge(locale, PAGE_TYPES)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
