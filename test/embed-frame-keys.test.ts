import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoredQueryStatus } from '../schema/partner-enums.js';
import { openPage } from './support/page.js';
import { buildPartner, buildStoredQuery, ORIGIN } from './support/partners.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

type Partner = Awaited<ReturnType<typeof buildPartner>>;

describe('A frame of a stored query', () => {
  let hub: TestHub;
  let partner: Partner;
  let other: Partner;
  beforeAll(async () => {
    hub = await startTestHub();
    await hub.build.item({ slug: 'a', texts: { es: { title: 'Uno' } } });
    const { models } = hub.hub;
    partner = await buildPartner(models);
    other = await buildPartner(models, { origins: ['https://*.other.example'] });
    await buildStoredQuery(models, { _id: 'own', partner: partner._id });
    await buildStoredQuery(models, { _id: 'others', partner: other._id });
    const retired = { partner: partner._id, status: StoredQueryStatus.RETIRED };
    await buildStoredQuery(models, { _id: 'retired', ...retired });
  });
  afterAll(() => hub.stop());

  const open = (what: string, headers: Readonly<Record<string, string>> = {}) =>
    openPage(hub, `/es/embed/${what}`, headers);
  const policyOf = async (what: string, headers: Readonly<Record<string, string>> = {}) =>
    (await open(what, headers)).headers.get('content-security-policy') ?? '';
  const framersIn = (policy: string) => /frame-ancestors ([^;]*)/.exec(policy)?.[1];

  it('shows its records to the sites of its partner alone', async () => {
    const page = await open(`own?key=${partner.publicKey}`, { referer: `${ORIGIN}/` });

    expect(page.status).toBe(200);
    expect(page.texts('h2')).toEqual(['Uno']);
    expect(framersIn(page.headers.get('content-security-policy') ?? '')).toBe(`'self' ${ORIGIN}`);
    expect(page.headers.get('cache-control')).toMatch(/^public, max-age=1,/);
    expect(framersIn(await policyOf(`others?key=${other.publicKey}`))).toBe(
      "'self' https://*.other.example",
    );
  });

  it('is held to them by the policy where a browser does not say where it is', async () => {
    const page = await open(`own?key=${partner.publicKey}`);

    expect(page.status).toBe(200);
    expect(framersIn(page.headers.get('content-security-policy') ?? '')).toBe(`'self' ${ORIGIN}`);
  });

  it('holds a ready-made question to them, too, when it comes with a key', async () => {
    expect(framersIn(await policyOf(`newest?key=${partner.publicKey}`))).toBe(`'self' ${ORIGIN}`);
    expect(framersIn(await policyOf('newest'))).toBe('*');
  });

  it('may be seen on the pages of the hub itself', async () => {
    const referer = `${hub.hub.url}/es/embed-this`;
    expect((await open(`own?key=${partner.publicKey}`, { referer })).status).toBe(200);
  });

  it.each([
    ['own', 401],
    ['own?key=sabp_wrong', 401],
    ['nothing?key=%KEY', 404],
    ['others?key=%KEY', 404],
    ['retired?key=%KEY', 410],
    ['own?key=%KEY&unknown=1', 400],
    ['own?key=%SECRET', 401],
  ])('says nothing but that it cannot be shown, for %s', async (what, status) => {
    const { publicKey, secretKey } = partner;
    const address = what.replace('%KEY', publicKey).replace('%SECRET', secretKey);
    const page = await open(address, { referer: `${ORIGIN}/` });

    expect(page.status).toBe(status);
    expect(page.text('.message')).toBe('Este contenido no puede mostrarse aquí en este momento.');
    expect(page.html).not.toContain('Uno');
    expect(page.html).not.toContain(partner.name);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(framersIn(page.headers.get('content-security-policy') ?? '')).toBe('*');
  });

  it('is refused to a site that says that it is another', async () => {
    const page = await open(`own?key=${partner.publicKey}`, { referer: 'https://evil.example/' });

    expect(page.status).toBe(403);
    expect(page.html).not.toContain('Uno');
  });

  it('is not kept for others by what came before', async () => {
    const address = `own?key=${partner.publicKey}`;
    expect((await open(address, { referer: `${ORIGIN}/` })).status).toBe(200);
    expect((await open(address, { referer: 'https://evil.example/' })).status).toBe(403);
  });

  it('is a fragment for the servers of its partner', async () => {
    const asServer = { authorization: `Bearer ${partner.secretKey}` };
    const fragment = await open('own.fragment', asServer);

    expect(fragment.status).toBe(200);
    expect(fragment.texts('.saberes-title')).toEqual(['Uno']);
    expect(fragment.headers.get('cache-control')).toMatch(/^private, /);
    expect((await open(`own.fragment?key=${partner.publicKey}`)).status).toBe(403);
    expect((await open('others.fragment', asServer)).status).toBe(404);
  });
});

describe('A frame, asked for more often than is allowed', () => {
  it('says calmly to come back later, and when', async () => {
    const hub = await startTestHub({ config: { QUOTA_STRANGERS: 10 } });
    try {
      const statuses: number[] = [];
      let last = await openPage(hub, '/en/embed/newest');
      for (let count = 0; count < 40 && last.status !== 429; count += 1) {
        last = await openPage(hub, `/en/embed/newest?limit=${count + 1}`);
        statuses.push(last.status);
      }

      expect(last.status).toBe(429);
      expect(last.text('.message')).toContain('in a minute');
      expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await hub.stop();
    }
  });
});
