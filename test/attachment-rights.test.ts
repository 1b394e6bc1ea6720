import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '../server/auth/permissions.js';
import { Callers, isPromised, ROLE_NAMES, type RoleName } from './support/callers.js';
import { PNG } from './support/files.js';
import { RecordStages } from './support/record-stages.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { storedDocuments } from './support/stored-documents.js';
import { download, send, type UploadAnswer, uploadAddress } from './support/uploads.js';

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };
const REFUSALS = [401, 403, 404];

let hub: TestHub;
let records: RecordStages;
let callers: Callers;
beforeAll(async () => {
  hub = await startTestHub();
  const own = (await hub.build.actor({ slug: 'instituto' }))._id;
  const other = (await hub.build.actor({ slug: 'otro' }))._id;
  records = new RecordStages(hub, own, (await hub.build.theme()).code);
  callers = new Callers(hub, { own, other });
});
afterAll(() => hub.stop());

type Head = Readonly<Record<string, string>>;

/** Uploads a picture for a new draft. */
async function uploaded(headers: Head): Promise<UploadAnswer> {
  const { id, expectedVersion } = await records.draft();
  return sent({ id, version: expectedVersion }, headers);
}

function sent(target: { readonly id: string; readonly version: number }, headers: Head) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(PNG)]), 'plan.png');
  return send(uploadAddress(hub, target), form, headers);
}

const promised = (action: keyof typeof PERMISSIONS, wanted: boolean) =>
  ROLE_NAMES.filter((role) => isPromised(role, PERMISSIONS[action]) === wanted);

/** An upload to a new draft by this role, and what is stored before and after it. */
async function attempted(role: RoleName) {
  const { headers } = await callers.create(role);
  await hub.ask('{ me { scopes } }', {}, headers);
  const { id, expectedVersion: version } = await records.draft();
  const before = await storedDocuments(hub);
  const { status } = await sent({ id, version }, { ...headers, ...OWN_PAGE });
  return { status, before, after: await storedDocuments(hub) };
}

/** A download of a draft's file by this role. */
async function given(role: RoleName): Promise<number> {
  const editor = await callers.create('editor');
  const { attachment } = await uploaded({ ...editor.headers, ...OWN_PAGE });
  const { headers } = await callers.create(role);
  return (await download(hub, attachment, headers)).status;
}

describe('A file', () => {
  it.each(promised('saveDraft', true))('is taken from whoever may save: %s', async (role) => {
    expect((await attempted(role)).status).toBe(201);
  });

  it.each(promised('saveDraft', false))('is taken from nobody else: %s', async (role) => {
    const { status, before, after } = await attempted(role);

    expect(REFUSALS).toContain(status);
    expect(after).toEqual(before);
  });

  it.each(promised('editorialRecord', true))('of a draft is given to: %s', async (role) => {
    expect(await given(role)).toBe(200);
  });

  it.each(promised('editorialRecord', false))('of a draft is not given to: %s', async (role) => {
    expect(REFUSALS).toContain(await given(role));
  });

  it('is taken with a session from pages of this hub alone, with a token from anywhere', async () => {
    const { headers: session } = await callers.create('editor');
    const { headers: token } = await callers.create('editor’s token that writes');
    const statusWith = async (headers: Head) => (await uploaded(headers)).status;
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };

    expect(await statusWith({ ...session, ...OWN_PAGE })).toBe(201);
    expect(await statusWith({ ...session, ...elsewhere })).toBe(403);
    expect(await statusWith(session)).toBe(403);
    expect(await statusWith({ ...session, authorization: 'Basic eDp5' })).toBe(403);
    expect(await statusWith({ ...token, ...elsewhere })).toBe(201);
  });
});
