import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HubRole } from '../schema/member-enums.js';
import type { MemberDocument } from '../server/auth/member.model.js';
import { openPage } from './support/page.js';
import { FormBrowser } from './support/page-form.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

let hub: TestHub;
let administrator: MemberDocument;
beforeAll(async () => {
  hub = await startTestHub();
  administrator = await hub.build.member({ hubRoles: [HubRole.ADMINISTRATOR] });
  const { audit } = hub.hub.auth;
  for (let count = 0; count < 120; count += 1)
    await audit.record({
      memberId: administrator._id,
      action: 'token.create',
      target: `t${count}`,
    });
  const note = '=HYPERLINK("https://evil.example")';
  await audit.record({ memberId: null, action: 'session.start', outcome: 'REFUSED', note });
});
afterAll(() => hub.stop());

const as = async (member: MemberDocument) =>
  new FormBrowser(hub, (await hub.sessionOf(member)).cookie);

it('The audit trail is for administrators alone', async () => {
  const member = await as(await hub.build.member());

  for (const path of ['/en/audit', '/en/audit.csv']) {
    expect((await member.open(path)).status).toBe(403);
    expect((await openPage(hub, path)).status).toBe(303);
  }
  const page = await (await as(administrator)).open('/en/audit');
  expect(page.texts('.account-menu li a')).toContain('Audit trail');
});

it('The audit trail is read page by page, newest first', async () => {
  const browser = await as(administrator);
  const first = await browser.open('/en/audit?action=token.create');
  expect(first.texts('tbody tr')).toHaveLength(50);
  expect(first.text('tbody tr')).toContain('t119');

  const next = first.document.querySelector('.pager a[rel="next"]')?.getAttribute('href') ?? '';
  const second = await browser.open(next);

  expect(second.text('tbody tr')).toContain('t69');
  expect(next).toContain('action=token.create');
});

it('The audit trail is narrowed by what happened, to what, with what outcome, and when', async () => {
  const browser = await as(administrator);
  const rows = async (query: string) =>
    (await browser.open(`/en/audit?${query}`)).texts('tbody tr');
  const today = new Date().toISOString().slice(0, 10);

  expect(await rows('outcome=REFUSED')).toEqual([expect.stringContaining('Not signed in')]);
  expect(await rows('target=t7')).toHaveLength(1);
  expect(await rows(`since=${today}&until=${today}&target=t7`)).toHaveLength(1);
  expect(await rows('until=2020-01-01')).toEqual([]);
  expect((await browser.open('/en/audit?until=2020-01-01')).text('main [role="status"]')).toBe(
    'Nothing matches these filters.',
  );
});

it('Filters that mean nothing are left out, and operators are plain words', async () => {
  const browser = await as(administrator);

  const odd = await browser.open(
    '/en/audit?outcome=MAYBE&since=yesterday&until=2020-02-31&target=t7',
  );
  const operator = await browser.open(
    '/en/audit?action=%7B%22%24ne%22%3A%22%22%7D&target%5B%24ne%5D=x',
  );

  expect(odd.texts('tbody tr')).toHaveLength(1);
  expect([operator.status, operator.texts('tbody tr')]).toEqual([200, []]);
});

it('The audit trail is downloaded whole as CSV, with no cell that runs in a spreadsheet', async () => {
  const browser = await as(administrator);
  const page = await browser.open('/en/audit?action=token.create');
  const address = page.document.querySelector('a[download]')?.getAttribute('href') ?? '';

  const { headers, html } = await browser.open(address);

  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(html.trim().split('\r\n')).toHaveLength(121);
  const refused = (await browser.open('/en/audit.csv?outcome=REFUSED')).html;
  expect(refused).toContain('"\'=HYPERLINK(""https://evil.example"")"');
});
