import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordSteps } from './support/editorial.js';
import { KnownMembers } from './support/members.js';
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MEMBER = { cookie: 'saberes=rosa' };

const members = new KnownMembers();
let hub: TestHub;
let steps: RecordSteps;
let address: string;
beforeAll(async () => {
  hub = await startTestHub({ authenticator: members });
  const institute = (await hub.build.actor({ slug: 'instituto' }))._id;
  members.contributor('rosa', institute);
  steps = await RecordSteps.create(hub, 'rosa', institute, {});
  address = `/es/workspace/${steps.id}/attachments`;
});
afterAll(() => hub.stop());

/** Sends the page's own form, as a browser does. */
async function upload(content: Buffer, name: string): Promise<string | null> {
  const { document } = await openPage(hub, address, MEMBER);
  const action = document.querySelector('form[enctype]')?.getAttribute('action') ?? '';
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)]), name);
  const headers = { ...MEMBER, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(hub.url + action, {
    method: 'POST',
    body: form,
    headers,
    redirect: 'manual',
  });
  return answer.headers.get('location');
}

describe('The files of a draft', () => {
  it('are added and taken away with forms', async () => {
    expect(await upload(PNG, 'mapa.png')).toBe(`${address}?done`);
    const page = await openPage(hub, `${address}?done`, MEMBER);
    const remove = page.document.querySelector('button[name="remove"]')?.getAttribute('value');
    const version = page.document.querySelector('input[name="expectedVersion"]');
    const body = new URLSearchParams({
      remove: remove ?? '',
      expectedVersion: version?.getAttribute('value') ?? '',
    });

    const headers = { ...MEMBER, 'sec-fetch-site': 'same-origin' };
    const removed = await fetch(hub.url + address, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    });

    expect(page.text('.records')).toContain('mapa.png');
    expect(page.text('[role=status]')).toBe('Listo: así están ahora los archivos.');
    expect(removed.headers.get('location')).toBe(`${address}?done`);
    expect((await openPage(hub, address, MEMBER)).text('.empty')).toContain('no tiene archivos');
  });

  it('are refused with words of the page when they are of another type', async () => {
    const back = await upload(Buffer.from('<script>alert(1)</script>'), 'mapa.png');

    expect(back).toBe(`${address}?problem=INVALID`);
    const page = await openPage(hub, back ?? '', MEMBER);
    expect(page.text('[role=alert]')).toContain('No se aceptó el archivo');
  });

  it('are seen by members only, and an upload leads back to no other page', async () => {
    const { status, headers } = await openPage(hub, address);
    const elsewhere = `/attachments?item=${steps.id}&expectedVersion=1&back=//evil.example`;
    const answer = await fetch(hub.url + elsewhere, {
      method: 'POST',
      body: new FormData(),
      redirect: 'manual',
    });

    expect([status, headers.get('location')?.startsWith('/es/sign-in?')]).toEqual([303, true]);
    expect(answer.headers.get('location')).toBeNull();
  });
});
