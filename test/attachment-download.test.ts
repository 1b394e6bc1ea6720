import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachmentDesk } from './support/attachment-desk.js';
import { RecordSteps } from './support/editorial.js';
import { docxFile } from './support/files.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';
import { download, hashOf, tokenOf, type UploadAnswer } from './support/uploads.js';

describe('Downloading an attachment', () => {
  let desk: AttachmentDesk;
  let hub: TestHub;
  beforeAll(async () => {
    desk = await AttachmentDesk.open();
    hub = desk.hub;
  });
  afterAll(() => hub.stop());

  it('gives the file to everybody once the record is public', async () => {
    const { content, attachment } = await desk.published();

    const response = await download(hub, attachment);

    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition':
        'attachment; filename="Informe a?o.pdf"; filename*=UTF-8\'\'Informe%20a%C3%B1o.pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, no-cache',
      etag: `"${hashOf(content)}"`,
    });
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  it('gives a page in the clothes of a PDF as a download that can do nothing', async () => {
    const dressed = Buffer.from('%PDF-1.4\n<html><script>alert(1)</script></html>');
    const { attachment } = await desk.published(dressed, 'page.html');

    const { headers } = await download(hub, attachment, { accept: 'text/html' });

    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename=page\.html\.pdf$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it('tells its size without sending it', async () => {
    const { content, attachment } = await desk.published();

    const response = await download(hub, attachment, {}, 'HEAD');

    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(content.length));
    expect(await response.text()).toBe('');
  });

  it('sends nothing that the reader has already', async () => {
    const { content, attachment } = await desk.published();

    const same = await download(hub, attachment, { 'if-none-match': `"${hashOf(content)}"` });
    const other = await download(hub, attachment, { 'if-none-match': '"another"' });

    expect([same.status, other.status]).toEqual([304, 200]);
  });

  it.each([
    ['bytes=0-3', 206, '%PDF', 'bytes 0-3/'],
    ['bytes=1-1', 206, 'P', 'bytes 1-1/'],
    ['bytes=-6', 206, '%%EOF\n', 'bytes '],
    ['bytes=999999-', 416, '', 'bytes */'],
  ])('sends the part that is asked for: %s', async (range, status, text, contentRange) => {
    const { content, attachment } = await desk.published();

    const response = await download(hub, attachment, { range });

    expect(response.status).toBe(status);
    expect(response.headers.get('content-range')).toContain(contentRange);
    expect(response.headers.get('content-range')).toMatch(new RegExp(`/${content.length}$`));
    expect(await response.text()).toBe(text);
  });

  it.each([
    [{ range: 'bytes=0-1,4-5' }],
    [{ range: 'lines=0-1' }],
    [{ range: 'bytes=0-1', 'if-range': '"another"' }],
  ])('sends the whole file for %j', async (headers) => {
    const { content, attachment } = await desk.published();

    const response = await download(hub, attachment, headers as Record<string, string>);

    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBe(content.length);
  });

  it('is for members of the institution alone while it is a draft', async () => {
    const { content, attachment } = await desk.withFile();
    const statusFor = async (headers: Record<string, string>) =>
      (await download(hub, attachment, headers)).status;

    const mine = await download(hub, attachment, tokenOf('elena'));

    expect(mine.status).toBe(200);
    expect(mine.headers.get('cache-control')).toBe('private, no-store');
    expect(Buffer.from(await mine.arrayBuffer()).equals(content)).toBe(true);
    expect(await statusFor({})).toBe(404);
    expect(await statusFor(tokenOf('otto'))).toBe(404);
    expect(await statusFor(tokenOf('nobody'))).toBe(404);
    expect(await statusFor({ 'if-none-match': `"${hashOf(content)}"` })).toBe(404);
    expect(await statusFor({ range: 'bytes=0-1' })).toBe(404);
  });

  it('answers the same for what is absent, malformed, foreign or called differently', async () => {
    const { attachment } = await desk.withFile();
    const { attachment: shown } = await desk.published();
    const path = `/attachments/${attachment.id}/${encodeURIComponent(attachment.name)}`;
    const paths = [
      path,
      '/attachments/att_000000000000000000000000000/a.pdf',
      '/attachments/att_$ne/a.pdf',
      '/attachments/att_x',
      '/attachments/',
      '/attachments/..%2f..%2fetc/passwd',
      `/attachments/${shown.id}/other.pdf`,
      `/attachments/${shown.id}/%E0%A4%A`,
      `/attachments/${shown.id}/Informe%20a%C3%B1o.pdf/`,
    ];

    const bodies = await Promise.all(
      paths.map(async (one) => {
        const response = await fetch(hub.url + one);
        const { errors } = (await response.json()) as UploadAnswer;
        expect(response.headers.get('cache-control')).toBe('no-store');
        return [response.status, errors?.[0]?.extensions.code, errors?.[0]?.message];
      }),
    );

    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]?.[0]).toBe(404);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('takes no %s', async (method) => {
    const { attachment } = await desk.published();

    const response = await download(hub, attachment, tokenOf('elena'), method);

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('ends with the record: a file of a withdrawn one is gone, also from caches', async () => {
    const { steps, content, attachment } = await desk.published();
    const reason = [{ locale: 'ES', text: 'Contenía datos de personas.' }];
    await steps.take('elena', 'withdrawItem', { reason });

    const gone = await download(hub, attachment);
    const cached = await download(hub, attachment, { 'if-none-match': `"${hashOf(content)}"` });

    expect([gone.status, cached.status]).toEqual([410, 410]);
    expect(gone.headers.get('cache-control')).toBe('no-store');
    expect(gone.headers.get('content-disposition')).toBeNull();
  });
});

describe('Removing an attachment', () => {
  let desk: AttachmentDesk;
  beforeAll(async () => {
    desk = await AttachmentDesk.open();
  });
  afterAll(() => desk.hub.stop());

  it('changes the draft, and what is public once that is published', async () => {
    const { steps, attachment } = await desk.published();
    await steps.take('rosa', 'editItem');

    const { problems } = await desk.remove(steps, attachment);
    const before = await download(desk.hub, attachment);
    await desk.publish(steps);
    const after = await download(desk.hub, attachment);

    expect(problems).toEqual([]);
    expect([before.status, after.status]).toEqual([200, 404]);
  });

  it('is undone by restoring, because the file is kept', async () => {
    const { steps, content, attachment } = await desk.withFile();
    await desk.remove(steps, attachment);
    const removed = await download(desk.hub, attachment, tokenOf('rosa'));

    await steps.take('rosa', 'restoreRevision', { number: 2 });
    const restored = await download(desk.hub, attachment, tokenOf('rosa'));

    expect([removed.status, restored.status]).toEqual([404, 200]);
    expect((await restored.arrayBuffer()).byteLength).toBe(content.length);
  });

  it('is refused to others, from an old version, and for what is not there', async () => {
    const { steps, attachment } = await desk.withFile();
    const codes = async (member: string, id: string, version = steps.version) => {
      const old = RecordSteps.of(desk.hub, { id: steps.id, version });
      const { problems } = await desk.remove(old, { ...attachment, id }, member);
      return problems.map(({ code }) => code);
    };

    expect(await codes('otto', attachment.id)).toEqual(['NOT_FOUND']);
    expect(await codes('nobody', attachment.id)).toEqual(['UNAUTHENTICATED']);
    expect(await codes('rosa', 'att_other')).toEqual(['NOT_FOUND']);
    expect(await codes('rosa', attachment.id, 1)).toEqual(['CONFLICT']);
    expect((await download(desk.hub, attachment, tokenOf('rosa'))).status).toBe(200);
  });
});

describeOnEveryStore('An attachment of a draft', (startHub) => {
  let desk: AttachmentDesk;
  beforeAll(async () => {
    desk = await AttachmentDesk.open(startHub);
  });
  afterAll(() => desk.hub.stop());

  const found = async (query: string): Promise<number> => {
    const { search } = await desk.hub.query<{ search: { totalCount: number } }>(
      'query ($query: String!) { search(query: $query) { totalCount } }',
      { query },
    );
    return search.totalCount;
  };

  it('is found by its words from publication until it is removed', async () => {
    const words = docxFile(['La cadena de frío de la quinua']);
    const { steps, attachment } = await desk.withFile(words, 'plan.docx');

    const asDraft = await found('quinua');
    await desk.publish(steps);
    const asPublic = await found('quinua');
    await steps.take('rosa', 'editItem');
    await desk.remove(steps, attachment);
    const whileEdited = await found('quinua');
    await desk.publish(steps);
    const afterRemoval = await found('quinua');

    expect([asDraft, asPublic, whileEdited, afterRemoval]).toEqual([0, 1, 1, 0]);
  });

  it('is found through an index', async () => {
    const { hub } = desk;
    const { attachment } = await desk.published();
    const commands = await hub.storeCommands(() => download(hub, attachment));
    const [first] = commands.filter(({ command }) => JSON.stringify(command).includes('att_'));

    const plan = await hub.hub.models.knowledge.collection
      .find(first?.command.filter as object)
      .explain();

    expect(JSON.stringify(plan)).toContain('IXSCAN');
    expect(JSON.stringify(plan)).toContain('attachments.id');
  });
});
