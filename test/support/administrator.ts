import { HubRole } from '../../schema/member-enums.js';
import { BrowserSession } from './browser-session.js';
import type { TestHub } from './start-test-hub.js';

/** A browser in which an administrator is signed in. */
export async function administratorOf(hub: TestHub): Promise<BrowserSession> {
  const member = await hub.build.member({ hubRoles: [HubRole.ADMINISTRATOR] });
  return new BrowserSession(hub, (await hub.sessionOf(member)).cookie);
}
