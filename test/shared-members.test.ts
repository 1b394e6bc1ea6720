import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HubRole } from '../schema/member-enums.js';
import type { MemberDocument } from '../server/auth/member.model.js';
import { ME, SET_HUB_ROLES, SIGN_OUT } from './support/auth-operations.js';
import { BrowserSession } from './support/browser-session.js';
import { ManualClock } from './support/manual-clock.js';
import { realMongo } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const TRUSTED_MS = 2_000;
const describeWithMongo = realMongo ? describe : describe.skip;

describeWithMongo('Members of hubs on one database', () => {
  const clock = new ManualClock();
  let one: TestHub;
  let other: TestHub;
  let ada: MemberDocument;
  beforeAll(async () => {
    const config = {
      MONGODB_URI: withDatabase(realMongo?.mongoUri ?? '', freshDatabase('members')),
    };
    one = await startTestHub({ clock, config });
    other = await startTestHub({ clock, config });
    ada = await one.build.member({ hubRoles: [HubRole.ADMINISTRATOR] });
  });
  afterAll(async () => {
    await other.stop();
    await one.stop();
  });

  const meAt = (hub: TestHub, cookie: string) => new BrowserSession(hub, cookie).get('me', ME);

  it('are signed in at all of them, and signed out within two seconds', async () => {
    const { cookie } = await one.sessionOf(ada);
    expect(await meAt(other, cookie)).not.toBeNull();
    await new BrowserSession(one, cookie).ask(SIGN_OUT);

    expect(await meAt(one, cookie)).toBeNull();
    clock.pass(TRUSTED_MS);
    expect(await meAt(other, cookie)).toBeNull();
  });

  it('lose a role at all of them within two seconds', async () => {
    const eve = await one.build.member({ hubRoles: [HubRole.CURATOR] });
    const { cookie } = await one.sessionOf(eve);
    expect(await meAt(other, cookie)).not.toBeNull();
    const admin = new BrowserSession(one, (await one.sessionOf(ada)).cookie);
    const input = { member: eve._id, hubRoles: [] };
    expect(await admin.get('setHubRoles', SET_HUB_ROLES, { input })).toMatchObject({
      problems: [],
    });

    clock.pass(TRUSTED_MS);
    expect(await meAt(other, cookie)).toBeNull();
  });
});
