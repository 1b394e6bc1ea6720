import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanFileName } from '../server/attachment/reading/file-name.js';
import { FileReader } from '../server/attachment/reading/file-reader.js';
import type { ReadingLimits } from '../server/attachment/reading/reading-messages.js';
import { docxFile, JPEG, PNG, pdfBomb, pdfFile, WEBP, xlsxFile } from './support/files.js';
import { zipOf } from './support/zip.js';

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saberes-reading-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a reader makes of a file with this content. */
async function reading(content: Buffer | string, limits: Partial<ReadingLimits> = {}) {
  const path = join(folder, `file-${++count}`);
  await writeFile(path, content);
  return new FileReader(limits).read(path);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCX = `${OFFICE}.wordprocessingml.document`;
const XLSX = `${OFFICE}.spreadsheetml.sheet`;
const REFUSED = { code: 'INVALID', argument: 'file' };

describe('Reading a file', () => {
  it('finds the words of a PDF', async () => {
    const { type, text, failure } = await reading(pdfFile('Compra conjunta de vacunas'));

    expect({ type, text, failure }).toEqual({
      type: 'application/pdf',
      text: 'Compra conjunta de vacunas',
      failure: null,
    });
  });

  it('finds the words of a document', async () => {
    const content = docxFile(['Gestión del riesgo', 'Segunda línea &amp; más']);

    expect(await reading(content)).toEqual({
      type: DOCX,
      text: 'Gestión del riesgo\nSegunda línea & más',
      failure: null,
    });
  });

  it('finds the words of a spreadsheet', async () => {
    const content = await xlsxFile([
      ['País', 'Institución'],
      ['Perú', 'APCI & socios <b>'],
    ]);

    const { type, text, failure } = await reading(content);

    expect({ type, failure }).toEqual({ type: XLSX, failure: null });
    expect(text.split('\n')).toEqual(['País', 'Institución', 'Perú', 'APCI & socios <b>']);
  });

  it.each([
    ['image/png', PNG],
    ['image/jpeg', JPEG],
    ['image/webp', WEBP],
  ])('finds no words in an image, without complaint: %s', async (type, content) => {
    expect(await reading(content)).toEqual({ type, text: '', failure: null });
  });

  it.each<[string, Buffer | string]>([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a drawing with a declaration', '<?xml version="1.0"?><svg onload="alert(1)"/>'],
    ['a page before a PDF', Buffer.concat([Buffer.from('<html>'), pdfFile('words')])],
    ['plain text', 'Just some words.'],
    ['a program', Buffer.from('MZ\u0090\u0000\u0003', 'latin1')],
    ['a moving picture', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1')],
    ['an archive', zipOf([{ name: 'a.txt', content: 'a' }])],
    [
      'a document with macros',
      docxFile(['a'], [], 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    ],
    [
      'a document that hides macros',
      docxFile(['a'], [{ name: 'word/vbaProject.bin', content: 'a' }]),
    ],
    ['the beginning of an image', PNG.subarray(0, 4)],
  ])('refuses %s', async (_what, content) => {
    await expect(reading(content)).rejects.toMatchObject(REFUSED);
  });

  it('goes by the content of a page in the clothes of a PDF', async () => {
    const dressed = '%PDF-1.4\n<html><script>alert(1)</script></html>';

    const { type, text, failure } = await reading(dressed);

    expect({ type, text }).toEqual({ type: 'application/pdf', text: '' });
    expect(failure).not.toBeNull();
  });

  it.each<[string, Buffer]>([
    ['cut off', docxFile(['words']).subarray(0, -30)],
    ['followed by something', Buffer.concat([docxFile(['words']), Buffer.from('<html>')])],
    ['holding a name twice', docxFile(['words'], [{ name: 'word/document.xml', content: '' }])],
    ['leading out of itself', docxFile(['words'], [{ name: '../../etc/passwd', content: '' }])],
  ])('refuses a document that is %s', async (_what, content) => {
    await expect(reading(content)).rejects.toMatchObject(REFUSED);
  });

  it('refuses a bomb by what it declares', async () => {
    const zeros = Buffer.alloc(3_000_000);
    const bomb = docxFile(['words'], [{ name: 'word/media/a.bin', content: zeros }]);

    expect(bomb.length).toBeLessThan(10_000);
    await expect(reading(bomb, { unpackedBytes: 2_000_000 })).rejects.toMatchObject(REFUSED);
    expect((await reading(bomb, { unpackedBytes: 4_000_000 })).text).toBe('words');
  });

  it.each([100, 5_000_000])(
    'refuses a bomb that lies about its size: %d bytes',
    async (declaredSize) => {
      const content = Buffer.alloc(3_000_000);
      const bomb = docxFile(['words'], [{ name: 'word/a.bin', content, declaredSize }]);

      await expect(reading(bomb)).rejects.toMatchObject(REFUSED);
    },
  );

  it('gives no words, and says why, when it takes too much memory', async () => {
    const read = await reading(pdfBomb(256), { growthMb: 64 });

    expect(read).toMatchObject({ type: 'application/pdf', text: '' });
    expect(read.failure).toBe('Reading it took too much memory.');
  });

  it('ends a thread that takes too long', async () => {
    await expect(reading(pdfFile('words'), { milliseconds: 0 })).rejects.toMatchObject(REFUSED);
  });

  it('goes on reading after a file that broke its thread', async () => {
    const manyWords = Array.from({ length: 60_000 }, (_, index) => `palabra ${index}`);
    const broken = await reading(docxFile(manyWords), { heapMb: 16 });

    expect(broken).toMatchObject({ type: DOCX, text: '' });
    expect(broken.failure).not.toBeNull();
    expect((await reading(pdfFile('words'))).text).toBe('words');
  });

  it('keeps no more words than allowed', async () => {
    const { text } = await reading(docxFile(['a'.repeat(5_000)]), { characters: 1_000 });

    expect(text).toHaveLength(1_000);
  });

  it('keeps only what can be seen', async () => {
    const { text } = await reading(docxFile(['uno\u202edos\u200b   tres', '', '', 'cuatro']));

    expect(text).toBe('uno dos tres\ncuatro');
  });
});

describe('The name of a file', () => {
  it.each([
    ['informe.pdf', 'informe.pdf'],
    ['Informe Final.PDF', 'Informe Final.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Ada\\plan.pdf', 'plan.pdf'],
    ['/', 'document.pdf'],
    ['', 'document.pdf'],
    ['...', 'document.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['evil.html', 'evil.html.pdf'],
    ['plan\u0000.pdf', 'plan.pdf'],
    ['a\r\nset-cookie: b.pdf', 'a set-cookie- b.pdf'],
    ['informe\u202efdp.exe', 'informefdp.exe.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '-img src=x onerror=alert(1)-.pdf'],
    ['"quoted".pdf', '-quoted-.pdf'],
    ['cafe\u0301.pdf', 'café.pdf'],
    ['\ud800.pdf', 'document.pdf'],
    ['año %2e%2e.pdf', 'año -2e-2e.pdf'],
  ])('of %j is %j', (declared, name) => {
    expect(cleanFileName(declared, 'application/pdf')).toBe(name);
  });

  it('has at most 120 characters and keeps its ending', () => {
    const name = cleanFileName(`${'😀'.repeat(300)}.xlsx`, XLSX);

    expect(Array.from(name)).toHaveLength(120);
    expect(name.endsWith('😀.xlsx')).toBe(true);
  });

  it('may end in either way of an image', () => {
    expect(cleanFileName('a.JPEG', 'image/jpeg')).toBe('a.jpeg');
    expect(cleanFileName('a.png', 'image/jpeg')).toBe('a.png.jpg');
  });
});
