import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sweepUploads } from '../server/attachment/reading/upload.js';
import { placeOf } from '../server/attachment/storage/file-storage.js';
import { AttachmentDesk } from './support/attachment-desk.js';
import { eventually } from './support/eventually.js';
import { pdfFile } from './support/files.js';
import { type S3Server, startS3Server } from './support/s3-server.js';
import { startTestHub } from './support/start-test-hub.js';
import { download, hashOf, tokenOf, upload } from './support/uploads.js';

describe('A file that is lost', () => {
  let desk: AttachmentDesk;
  beforeAll(async () => {
    desk = await AttachmentDesk.open();
  });
  afterAll(() => desk.hub.stop());

  const pathOf = (content: Buffer): string =>
    join(desk.hub.hub.config.DATA_DIR, 'attachments', ...placeOf(hashOf(content)));
  const faults = () => desk.hub.log.filter(({ level }) => level >= 40).map(({ msg }) => msg);

  it('is told of, to readers and in the log', async () => {
    const { content, attachment } = await desk.published();
    await rm(pathOf(content));
    const before = faults().length;

    const answers = [
      await download(desk.hub, attachment),
      await download(desk.hub, attachment, {}, 'HEAD'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await answers[0]?.text()).toContain('has been lost');
    expect(answers[0]?.headers.get('content-disposition')).toBeNull();
    const line = 'the file of an attachment is missing from the storage';
    expect(faults().slice(before)).toEqual([line, line]);
  });

  it('comes back when it is uploaded again', async () => {
    const { content, attachment } = await desk.published();
    await rm(pathOf(content));

    await desk.withFile(content);

    expect((await download(desk.hub, attachment)).status).toBe(200);
  });

  it('breaks the download off when a part of it is missing', async () => {
    const { content, attachment } = await desk.published();
    await truncate(pathOf(content), 100);

    const reading = download(desk.hub, attachment).then((response) => response.arrayBuffer());

    await expect(reading).rejects.toThrow('terminated');
    await eventually(async () => expect(faults()).toContain('a download broke off'));
    expect((await fetch(`${desk.hub.url}/health/live`)).status).toBe(200);
  });
});

describe('What uploads leave behind when their process is killed', () => {
  it('is removed by a start an hour later, and not before', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saberes-incoming-'));
    await mkdir(join(folder, 'upload-1'));
    await writeFile(join(folder, 'upload-1', 'file'), 'half');
    const soon = new Date();

    await sweepUploads(folder, soon);
    const before = await readdir(folder);
    await sweepUploads(folder, new Date(soon.getTime() + 2 * 3_600_000));
    const after = await readdir(folder);

    expect([before, after]).toEqual([['upload-1'], []]);
    await rm(folder, { recursive: true });
  });
});

describe('Attachments in a bucket', () => {
  let server: S3Server;
  let desk: AttachmentDesk;
  beforeAll(async () => {
    server = await startS3Server();
    const { endpoint, bucket, accessKeyId, secretAccessKey } = server.settings;
    desk = await AttachmentDesk.open(startTestHub, {
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    });
  });
  afterAll(() => desk.hub.stop());

  it('are stored and served, whole and in parts', async () => {
    const { content, attachment } = await desk.published();

    const whole = await download(desk.hub, attachment);
    const part = await download(desk.hub, attachment, { range: 'bytes=1-3' });

    expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
    expect([part.status, await part.text()]).toEqual([206, 'PDF']);
  });

  it('cannot be reached while it is away, and nothing is changed by trying', async () => {
    const { steps, attachment } = await desk.withFile();
    await server.stop();

    const reading = await download(desk.hub, attachment, tokenOf('rosa'));
    const writing = await upload(desk.hub, 'rosa', steps, pdfFile('otro'));

    expect(reading.status).toBe(503);
    expect(await reading.text()).toContain('STORAGE_UNAVAILABLE');
    expect(writing.status).toBe(503);
    expect(writing.errors?.[0]?.extensions.code).toBe('STORAGE_UNAVAILABLE');
    const { problems } = await steps.take('rosa', 'saveDraft', { content: {} });
    expect(problems).toEqual([]);
    const lines = desk.hub.log.filter(({ level }) => level >= 40).map(({ msg }) => msg);
    expect(new Set(lines)).toEqual(new Set(['the storage of files cannot be reached']));
  });
});
