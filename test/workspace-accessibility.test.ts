import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from './support/browser.js';
import { type EditorsDesk, sendEditorTo } from './support/editors-desk.js';
import { KnownMembers } from './support/members.js';
import { PageJudge } from './support/page-judge.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PATIENCE_MS = 400_000;

describeInBrowser('Every kind of page of those who write and review', () => {
  let hub: TestHub;
  let judge: PageJudge;
  let desk: EditorsDesk;
  beforeAll(async () => {
    const members = new KnownMembers();
    hub = await startTestHub({ seeds: true, authenticator: members });
    judge = await PageJudge.open(hub.url);
    desk = await sendEditorTo(hub, members);
  });
  afterAll(() => Promise.all([judge.close(), hub.stop()]));

  it.each(['es', 'en', 'pt', 'fr'])(
    'can be used by everybody, in light and dark, and loads without a fault, in %s',
    async (locale) => {
      expect(await judge.judge(locale, desk.addresses, desk.cookie)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
