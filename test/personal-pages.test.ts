import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KnownMembers } from './support/members.js';
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const OWN = { ...FORM, 'sec-fetch-site': 'same-origin' };

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ authenticator: new KnownMembers() });
});
afterAll(() => hub.stop());

const send = (address: string, headers: Record<string, string>, body = 'a=b') =>
  fetch(hub.url + address, { method: 'POST', headers, body, redirect: 'manual' });

describe('A page for one member', () => {
  it('is kept nowhere', async () => {
    const { status, headers } = await openPage(hub, '/es', { cookie: 'saberes=secret' });

    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('is not what others get, nor the other way round', async () => {
    await openPage(hub, '/es', { cookie: 'saberes=secret' });

    const { headers } = await openPage(hub, '/es');

    expect(headers.get('cache-control')).toBe('public, no-cache');
  });
});

describe('A form', () => {
  it('is refused when another site sent it, or nobody says who did', async () => {
    const foreign = await send('/es/about', { ...FORM, 'sec-fetch-site': 'cross-site' });
    const unsaid = await send('/es/about', FORM);
    const fromElsewhere = await send('/es/about', { ...FORM, origin: 'https://example.org' });

    expect([foreign, unsaid, fromElsewhere].map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(await foreign.text()).toContain('No se aceptó el formulario');
  });

  it('is refused in another type, too large, and where none is taken', async () => {
    const asText = await send('/es/about', { ...OWN, 'content-type': 'text/plain' });
    const tooLarge = await send('/es/about', OWN, `a=${'b'.repeat(2 * 1024 * 1024)}`);
    const nowhere = await send('/es/about', OWN);

    expect([asText, tooLarge, nowhere].map(({ status }) => status)).toEqual([415, 413, 405]);
  });
});
