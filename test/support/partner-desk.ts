import { HubRole, InstitutionRole } from '../../schema/member-enums.js';
import { FormBrowser } from './page-form.js';
import { startTestHub, type TestHub } from './start-test-hub.js';

type Parts<Thing extends 'member' | 'partner'> = Parameters<TestHub['build'][Thing]>[0];

/** A hub with an institution, an editor of it, and an administrator. */
export async function openPartnerDesk() {
  const hub = await startTestHub();
  const solar = await hub.build.actor({ slug: 'solar', name: 'Instituto Solar' });
  const browserOf = async (parts: Parts<'member'>) =>
    new FormBrowser(hub, (await hub.sessionOf(await hub.build.member(parts))).cookie);
  const memberships = [{ institution: solar._id, role: InstitutionRole.EDITOR }];
  return {
    hub,
    solar,
    browserOf,
    editor: await browserOf({ memberships }),
    administrator: await browserOf({ hubRoles: [HubRole.ADMINISTRATOR] }),
    /** A partner of the institution, and its page. */
    partnerOfSolar: async (parts: Parts<'partner'> = {}) => {
      const partner = await hub.build.partner({ actor: solar._id, name: 'Portal', ...parts });
      return { ...partner, address: `/en/partners/${partner._id}` };
    },
  };
}
