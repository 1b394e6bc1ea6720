import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionRole } from '../schema/member-enums.js';
import { ACTIVE_TEXTS } from './support/active-content.js';
import { openPage } from './support/page.js';
import { openPartnerDesk } from './support/partner-desk.js';
import { NEWEST, ORIGIN } from './support/partners.js';

let desk: Awaited<ReturnType<typeof openPartnerDesk>>;
beforeAll(async () => {
  desk = await openPartnerDesk();
});
afterAll(() => desk.hub.stop());

describe('The list of partners', () => {
  it('is for editors and administrators, and their menu leads to it', async () => {
    const stranger = await openPage(desk.hub, '/en/partners');
    const contributor = await desk.browserOf({
      memberships: [{ institution: desk.solar._id, role: InstitutionRole.CONTRIBUTOR }],
    });

    expect(stranger.headers.get('location')).toBe('/en/sign-in?next=%2Fen%2Fpartners');
    expect((await contributor.open('/en/partners')).status).toBe(403);
    const page = await desk.editor.open('/en/partners');
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(page.texts('.account-menu li a')).toContain('Partners');
  });

  it('says when there is none, and offers to register one', async () => {
    const actor = await desk.hub.build.actor({ name: 'Instituto Nuevo' });
    const newcomer = await desk.browserOf({
      memberships: [{ institution: actor._id, role: InstitutionRole.EDITOR }],
    });
    const page = await newcomer.open('/en/partners');
    expect(page.text('main')).toContain('There are no partners yet.');

    const sent = await newcomer.submit(page, 'main form', {
      name: 'Portal Nuevo',
      contact: 'web@nuevo.example',
      origins: 'https://NUEVO.example\r\nhttps://*.nuevo.example',
    });

    expect(sent.status).toBe(303);
    const shown = await newcomer.follow(sent);
    expect(shown.text('h1')).toBe('Portal Nuevo');
    expect(shown.text('#done')).toContain('The partner is registered.');
    expect(shown.text('textarea[name="origins"]')).toBe(
      'https://nuevo.example https://*.nuevo.example',
    );
    const list = await newcomer.open('/en/partners');
    expect(list.texts('.person a')).toEqual(['Portal Nuevo']);
    expect(list.text('.person__facts')).toContain('Instituto Nuevo');
  });

  it('keeps what was written when something is wrong, and says so beside the field', async () => {
    const page = await desk.editor.open('/en/partners');
    const fields = { name: 'Mal', contact: 'nobody', origins: 'http://mal.example' };

    const refused = await desk.editor.submit(page, 'main form', fields);

    expect(refused.status).toBe(422);
    expect(refused.text('#contact-fault')).toContain('not valid');
    expect(refused.text('#origins-fault')).toContain('Check the sites');
    expect(refused.texts('[role="alert"] a')).toHaveLength(2);
    expect(refused.text('textarea[name="origins"]')).toBe('http://mal.example');
    expect(refused.document.querySelector('#name')?.getAttribute('value')).toBe('Mal');
  });
});

describe('The page of a partner', () => {
  it('is nobody else’s to see', async () => {
    const { address } = await desk.partnerOfSolar();
    const other = await desk.hub.build.actor();
    const elsewhere = await desk.browserOf({
      memberships: [{ institution: other._id, role: InstitutionRole.EDITOR }],
    });

    expect((await openPage(desk.hub, address)).status).toBe(303);
    expect((await elsewhere.open(address)).status).toBe(404);
    expect((await desk.editor.open('/en/partners/ptr_none')).status).toBe(404);
    const posted = await elsewhere.post(address, { do: 'key', kind: 'SECRET' });
    expect(posted.status).toBe(404);
    expect(posted.html).not.toContain('sabs_');
  });

  it('changes what is known of it, unless somebody was faster', async () => {
    const { address } = await desk.partnerOfSolar();
    const page = await desk.editor.open(address);
    const fields = { name: 'Portal Mayor', origins: ORIGIN };

    const sent = await desk.editor.submit(page, 'section[aria-labelledby="facts"] form', fields);
    expect(sent.headers.get('location')).toBe(`${address}?done=change#done`);
    expect((await desk.editor.follow(sent)).text('h1')).toBe('Portal Mayor');

    const late = await desk.editor.submit(page, 'section[aria-labelledby="facts"] form', fields);
    expect(late.status).toBe(422);
    expect(late.text('[role="alert"]')).toContain('Somebody made a change meanwhile');
  });

  it('makes a key that is shown once, and revokes it', async () => {
    const { address } = await desk.partnerOfSolar({ keys: [] });
    expect((await desk.editor.open(address)).text('main')).toContain('There are no keys yet.');

    const made = await desk.editor.post(address, { do: 'key', kind: 'SECRET' });
    const secret = made.text('#secret');
    expect(secret).toMatch(/^sabs_[\w-]{43}$/);
    expect(made.headers.get('cache-control')).toBe('private, no-store');
    expect(await desk.hub.hub.embedding.keys.find(secret)).not.toBeNull();

    const page = await desk.editor.open(address);
    expect(page.html).not.toContain(secret);
    expect(page.text('.person code')).toBe(`${secret.slice(0, 11)}…${secret.slice(-4)}`);
    const key = page.document.querySelector('button[name="key"]')?.getAttribute('value') ?? '';
    await desk.editor.post(address, { do: 'revoke', key });
    expect(await desk.hub.hub.embedding.keys.find(secret)).toBeNull();
  });

  it('offers no third key of a kind', async () => {
    const { address } = await desk.partnerOfSolar();
    await desk.editor.post(address, { do: 'key', kind: 'PUBLIC' });

    const page = await desk.editor.open(address);

    expect(page.texts('button[name="kind"]')).toEqual(['Make a secret key']);
    expect(page.text('main')).toContain('There are already two valid keys of one kind.');
    expect((await desk.editor.post(address, { do: 'key', kind: 'PUBLIC' })).status).toBe(422);
  });

  it('shows usage as numbers and as a plot of the same', async () => {
    const { address, _id: partner } = await desk.partnerOfSolar();
    expect((await desk.editor.open(address)).text('main')).toContain('Nothing was asked for');
    const { usage } = desk.hub.hub.embedding;
    for (let times = 0; times < 3; times += 1) {
      usage.note({ partner, query: 'page-water', origin: ORIGIN, cost: 400 });
    }
    usage.note({ partner, query: null, origin: null, cost: 800 });

    const page = await desk.editor.open(address);

    expect(page.text('section[aria-labelledby="usage"] > p')).toMatch(
      /^4 requests at a cost of 2,000; /,
    );
    const bars = [...page.document.querySelectorAll('.usage-plot rect')];
    expect(bars).toHaveLength(30);
    expect(bars.map((bar) => bar.getAttribute('height')).slice(-2)).toEqual(['0.0', '140.0']);
    expect(page.text('.usage-plot figcaption')).toContain('4 on the busiest day');
    expect(page.texts('.usage caption')).toEqual(['By day', 'By query', 'By site']);
    expect(page.texts('.usage tbody tr').slice(1)).toEqual([
      'page-water31,200',
      'Own operations1800',
      `${ORIGIN}31,200`,
      'Servers1800',
    ]);
  });

  it('removes the partner when that is confirmed', async () => {
    const { address, _id } = await desk.partnerOfSolar();
    const page = await desk.editor.open(address);

    const sent = await desk.editor.submit(page, 'section[aria-labelledby="removal"] form');

    expect(sent.headers.get('location')).toBe('/en/partners?done=remove');
    expect((await desk.editor.follow(sent)).text('[role="status"]')).toContain('are gone');
    expect(await desk.hub.hub.models.partner.findById(_id).lean()).toBeNull();
  });

  it.each(ACTIVE_TEXTS)('shows what people wrote as text: %s', async (active) => {
    const { address, _id: partner } = await desk.partnerOfSolar({ name: active });
    await desk.hub.build.storedQuery({
      partner,
      title: active,
      document: `# ${active}\n${NEWEST}`,
    });

    const page = await desk.editor.open(address);

    expect(page.status).toBe(200);
    expect(page.document.querySelector('main script, main iframe, main img, [onerror]')).toBeNull();
    expect(page.text('h1')).toBe(active.replace(/\s+/g, ' ').trim());
  });

  it.each(['es', 'pt', 'fr'])('is there in %s as well', async (locale) => {
    const { _id } = await desk.partnerOfSolar();

    for (const address of [`/${locale}/partners`, `/${locale}/partners/${_id}`]) {
      const page = await desk.administrator.open(address);
      expect(page.status).toBe(200);
      expect(page.document.documentElement.getAttribute('lang')).toBe(locale);
    }
  });
});
