import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachmentDesk } from './support/attachment-desk.js';
import { docxFile, pdfFile, xlsxFile } from './support/files.js';
import { asMember } from './support/members.js';
import { filePart, hashOf, upload, uploadForm } from './support/uploads.js';

let desk: AttachmentDesk;
beforeAll(async () => {
  desk = await AttachmentDesk.open();
});
afterAll(() => desk.hub.stop());

describe('Uploading a file', () => {
  it('attaches it to the draft and tells where it is', async () => {
    const steps = await desk.draft();
    const content = pdfFile('palabras');

    const answer = await upload(desk.hub, 'rosa', steps, content, 'Informe año.pdf');

    expect(answer).toMatchObject({ status: 201, version: 2, isSearchable: true });
    expect(answer.attachment).toMatchObject({
      name: 'Informe año.pdf',
      mediaType: 'application/pdf',
      bytes: content.length,
    });
    expect(answer.attachment.url).toContain(answer.attachment.id);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await desk.attached(steps)).toEqual(['Informe año.pdf']);
    expect(await desk.stored()).toContain(hashOf(content));
    expect(await desk.arriving()).toEqual([]);
  });

  it.each<[string, () => Promise<Buffer>, string]>([
    ['a.docx', async () => docxFile(['uno']), 'wordprocessingml.document'],
    ['a.xlsx', () => xlsxFile([['uno']]), 'spreadsheetml.sheet'],
    ['a.png', async () => desk.image(), 'image/png'],
  ])('takes %s', async (name, make, type) => {
    const steps = await desk.draft();

    const { status, attachment } = await upload(desk.hub, 'rosa', steps, await make(), name);

    expect(status).toBe(201);
    expect(attachment.name).toBe(name);
    expect(attachment.mediaType).toContain(type);
  });

  it('stands in the history', async () => {
    const steps = await desk.draft();
    await upload(desk.hub, 'rosa', steps, desk.image(), 'a.png');

    const { compareRevisions } = await asMember(
      desk.hub,
      'rosa',
    )<{ compareRevisions: object[] }>(
      `{ compareRevisions(id: "${steps.id}", from: 1, to: 2) { field before after } }`,
    );

    expect(compareRevisions).toEqual([{ field: 'attachments', before: null, after: 'a.png' }]);
  });

  it('can be undone', async () => {
    const steps = await desk.draft();
    await upload(desk.hub, 'rosa', steps, desk.image(), 'a.png');
    steps.version = 2;

    await steps.take('rosa', 'restoreRevision', { number: 1 });

    expect(await desk.attached(steps)).toEqual([]);
    expect(steps.version).toBe(3);
  });
});

describe('The name of an uploaded file', () => {
  it.each([
    ['../../../etc/passwd', 'passwd.png'],
    ['..\\\\..\\\\boot.ini', 'boot.ini.png'],
    ['page.html', 'page.html.png'],
    ['a%00.png', 'a-00.png'],
    ['x\u202egnp.exe', 'xgnp.exe.png'],
  ])('%j leads nowhere', async (name, shown) => {
    const steps = await desk.draft();
    const content = desk.image();

    const answer = await uploadForm(desk.hub, 'rosa', steps, [filePart(name, content)]);

    expect(answer.status).toBe(201);
    expect(answer.attachment.name).toBe(shown);
    expect(await desk.stored()).toContain(hashOf(content));
  });
});

describe('The same file', () => {
  it('is stored once for two records', async () => {
    const content = pdfFile('the same');
    const [first, second] = [await desk.draft(), await desk.draft()];
    await upload(desk.hub, 'rosa', first, content, 'one.pdf');
    const before = await desk.stored();

    const { status } = await upload(desk.hub, 'elena', second, content, 'two.pdf');

    expect(status).toBe(201);
    expect(await desk.stored()).toEqual(before);
    expect([await desk.attached(first), await desk.attached(second)]).toEqual([
      ['one.pdf'],
      ['two.pdf'],
    ]);
  });

  it('is not attached twice to one record', async () => {
    const steps = await desk.draft();
    const content = desk.image();
    await upload(desk.hub, 'rosa', steps, content, 'one.png');

    const again = await upload(desk.hub, 'rosa', { id: steps.id, version: 2 }, content, 'two.png');

    expect(again.status).toBe(422);
    expect(again.errors?.[0]?.message).toContain('already');
    expect(await desk.attached(steps)).toEqual(['one.png']);
  });

  it('goes to one of two who upload at once, and neither is lost', async () => {
    const steps = await desk.draft();
    const names = ['one.png', 'two.png', 'three.png'];

    const answers = await Promise.all(
      names.map((name) => upload(desk.hub, 'rosa', steps, desk.image(), name)),
    );

    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
    expect(statuses).toEqual([201, 409, 409]);
    const winner = answers.find(({ status }) => status === 201);
    expect(await desk.attached(steps)).toEqual([winner?.attachment.name]);
  });
});
