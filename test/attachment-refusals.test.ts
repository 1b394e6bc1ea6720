import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachmentDesk } from './support/attachment-desk.js';
import { eventually } from './support/eventually.js';
import { docxFile, PNG } from './support/files.js';
import { startTestHub } from './support/start-test-hub.js';
import {
  beginUpload,
  filePart,
  send,
  tokenOf,
  type UploadTarget,
  upload,
  uploadAddress,
  uploadForm,
} from './support/uploads.js';

const MOST_BYTES = 200_000;

let desk: AttachmentDesk;
beforeAll(async () => {
  desk = await AttachmentDesk.open(startTestHub, { ATTACHMENT_MAX_BYTES: MOST_BYTES });
});
afterAll(() => desk.hub.stop());

describe('An upload that is refused', () => {
  const refusal = async (
    member: string,
    target: UploadTarget,
    content: Buffer = desk.image(),
  ): Promise<readonly [number, string]> => {
    const { status, errors } = await upload(desk.hub, member, target, content, 'a.png');
    return [status, errors?.[0]?.extensions.code ?? ''];
  };

  it('is one of somebody who may not', async () => {
    const { id, version } = await desk.draft();

    expect(await refusal('nobody', { id, version })).toEqual([401, 'UNAUTHENTICATED']);
    expect(await refusal('reading', { id, version })).toEqual([403, 'FORBIDDEN']);
    expect(await desk.attached({ id })).toEqual([]);
  });

  it('answers the same for a foreign, an absent and a malformed id', async () => {
    const { id, version } = await desk.draft();
    const ids = [id, 'itm_00000000000000000000000000', '', '{"$ne":null}', 'x'.repeat(5_000)];

    const answers = await Promise.all(
      ids.map((one) => upload(desk.hub, 'otto', { id: one, version }, desk.image(), 'a.png')),
    );

    for (const { status, errors } of answers) {
      expect(status).toBe(404);
      expect(errors?.[0]?.message).toBe(answers[0]?.errors?.[0]?.message);
    }
    expect(await desk.attached({ id })).toEqual([]);
  });

  it('was made from an old version', async () => {
    const steps = await desk.draft();
    await steps.take('elena', 'saveDraft', { content: { themes: [desk.theme] } });

    const { status, errors } = await upload(
      desk.hub,
      'rosa',
      { id: steps.id, version: 1 },
      desk.image(),
    );

    expect(status).toBe(409);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  });

  it.each(['', '-1', 'one', '1e3', '99999999999'])('names no version: %j', async (version) => {
    const { id } = await desk.draft();

    const target = { id, version: version as unknown as number };

    expect(await refusal('rosa', target)).toEqual([422, 'INVALID']);
  });

  it('comes while the draft is being reviewed', async () => {
    const steps = await desk.draft();
    await steps.take('rosa', 'submitDraft');

    expect(await refusal('rosa', steps)).toEqual([409, 'WRONG_STATUS']);
  });

  it('is one too many', async () => {
    const steps = await desk.draft();
    for (let version = 1; version <= 20; version += 1) {
      await upload(desk.hub, 'rosa', { id: steps.id, version }, desk.image(), `${version}.png`);
    }

    expect(await refusal('rosa', { id: steps.id, version: 21 })).toEqual([422, 'LIMIT_REACHED']);
    expect(await desk.attached(steps)).toHaveLength(20);
  });

  it('comes from a page of another site, or from none that a browser tells of', async () => {
    const address = uploadAddress(desk.hub, await desk.draft());
    const own = new URL(desk.hub.hub.url).origin;
    const statusWith = async (headers: Record<string, string>) => {
      const form = new FormData();
      form.append('file', new Blob([desk.image()]), 'a.png');
      return (await send(address, form, headers)).status;
    };

    expect(await statusWith({ cookie: 'saberes=x' })).toBe(403);
    expect(await statusWith({ cookie: 'saberes=x', origin: 'https://evil.example' })).toBe(403);
    expect(await statusWith({ cookie: 'saberes=x', 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await statusWith({ cookie: 'saberes=x', 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await statusWith({ cookie: 'saberes=x', origin: own })).toBe(401);
    expect(await statusWith({ cookie: 'saberes=x', 'sec-fetch-site': 'same-origin' })).toBe(401);
  });

  it.each<[string, string | Buffer, string]>([
    ['a page', '<!doctype html><script>alert(1)</script>', 'informe.pdf'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'a.png'],
    ['a program', Buffer.from('MZ\u0090\u0000', 'latin1'), 'a.docx'],
    ['nothing', '', 'a.pdf'],
    ['a bomb', docxFile([], [{ name: 'a.bin', content: Buffer.alloc(130_000_000) }]), 'a.docx'],
  ])('is %s by its content, whatever its name says', async (_what, content, name) => {
    const steps = await desk.draft();
    const before = await desk.stored();

    const { status, errors } = await upload(desk.hub, 'rosa', steps, content, name);

    expect(status).toBe(422);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', argument: 'file' });
    expect(await desk.stored()).toEqual(before);
    expect(await desk.arriving()).toEqual([]);
    expect(await desk.attached(steps)).toEqual([]);
  });

  it.each<[string, readonly (string | Buffer)[]]>([
    ['two files', ['a', 'b'].map((name) => filePart(name, PNG))],
    ['no file', ['content-disposition: form-data; name="file"\r\n\r\ntext']],
    ['no part at all', []],
    ['a part without end', ['content-disposition: form-data; name="file"; filename="a"']],
  ])('is a form with %s', async (_what, parts) => {
    const steps = await desk.draft();

    const { status, errors } = await uploadForm(desk.hub, 'rosa', steps, parts);

    expect(status).toBe(422);
    expect(errors?.[0]?.extensions.code).toBe('INVALID');
    expect(await desk.arriving()).toEqual([]);
  });

  it('is no form', async () => {
    const address = uploadAddress(desk.hub, await desk.draft());

    const json = await send(address, '{}', {
      ...tokenOf('rosa'),
      'content-type': 'application/json',
    });
    const broken = await send(address, 'text', {
      ...tokenOf('rosa'),
      'content-type': 'multipart/form-data',
    });

    expect([json.status, broken.status]).toEqual([422, 422]);
  });

  it('says that it is too large before a byte of it is read', async () => {
    const steps = await desk.draft();
    const request = beginUpload(desk.hub, 'rosa', steps, { bytes: 1_000_000_000, body: '' });

    const [response] = await once(request, 'response');

    expect(response.statusCode).toBe(413);
    expect(response.headers.connection).toBe('close');
    request.destroy();
    expect(await desk.arriving()).toEqual([]);
  });

  it('is larger than allowed, by one byte', async () => {
    const steps = await desk.draft();
    const room = MOST_BYTES - desk.image().length;

    expect(await refusal('rosa', steps, desk.image(room + 1))).toEqual([413, 'BODY_TOO_LARGE']);
    expect(await refusal('rosa', steps, desk.image(room))).toEqual([201, '']);
    expect(await desk.arriving()).toEqual([]);
  });

  it('breaks off, and leaves nothing behind', async () => {
    const steps = await desk.draft();
    const before = await desk.stored();
    const body = Buffer.concat([Buffer.from('--line\r\n'), filePart('a.png', 'x'.repeat(50_000))]);
    const request = beginUpload(desk.hub, 'rosa', steps, { bytes: 100_000, body });
    request.on('error', () => {});
    await eventually(async () => expect(await desk.arriving()).toHaveLength(1));

    request.destroy();

    await eventually(async () => expect(await desk.arriving()).toEqual([]));
    expect(await desk.stored()).toEqual(before);
    expect(await desk.attached(steps)).toEqual([]);
    expect(desk.hub.log.filter(({ level }) => level >= 50)).toEqual([]);
  });
});
