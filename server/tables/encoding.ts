import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type * as Chardet from 'chardet';
import { loadLater } from '../load-later.js';
import { refused, TableProblemCode } from './table-problem.js';

const chardet = loadLater<typeof Chardet>('chardet');

/** Encodings that spreadsheet programs of the region write. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const SAMPLE_BYTES = 65_536;
const LATIN = new Set(['ISO-8859-1', 'windows-1252', 'ISO-8859-2', 'windows-1250', 'ISO-8859-9']);
/** Below it a guess of another script is no better than that of a Latin one. */
const SURE = 40;

/** Finds out how a text file is encoded; reads it through, since the first accent may come late. */
export async function detectEncoding(file: string): Promise<TextEncodingName> {
  const sample = await readStart(file, SAMPLE_BYTES);
  const marked = byMark(sample) ?? withoutMark(sample);
  if (marked) return marked;
  const broken = await firstBrokenPart(file);
  if (broken === null) return 'utf-8';
  return byGuess(broken);
}

/** The text of a file in parts, line ends as line feeds. */
export async function* decodedText(
  file: string,
  encoding: TextEncodingName,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  let heldBack = '';
  for await (const bytes of createReadStream(file)) {
    const text = heldBack + decoder.decode(bytes as Buffer, { stream: true });
    // What follows a carriage return decides whether the two are one line end.
    heldBack = text.endsWith('\r') ? '\r' : '';
    yield toLineFeeds(heldBack ? text.slice(0, -1) : text);
  }
  yield toLineFeeds(heldBack + decoder.decode());
}

const toLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

export async function readStart(file: string, bytes: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function byMark(sample: Buffer): TextEncodingName | null {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  return null;
}

/** Text of the region in UTF-16 has a zero in nearly every second byte. */
function withoutMark(sample: Buffer): TextEncodingName | null {
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even < odd / 10) return 'utf-16le';
  if (even > many && odd < even / 10) return 'utf-16be';
  return null;
}

/** The first part that is not UTF-8; null when all of it is. */
async function firstBrokenPart(file: string): Promise<Buffer | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let part: Buffer = Buffer.alloc(0);
  try {
    for await (const bytes of createReadStream(file)) {
      part = bytes as Buffer;
      decoder.decode(part, { stream: true });
    }
    decoder.decode();
    return null;
  } catch {
    return part;
  }
}

function byGuess(part: Buffer): TextEncodingName {
  if (isMostlyUtf8(part)) throw unknownEncoding(MIXED);
  const guesses = chardet().analyse(part);
  const [best] = guesses;
  const latin = guesses.find(({ name }) => LATIN.has(name));
  const isOther = best !== undefined && !LATIN.has(best.name) && best.confidence >= SURE;
  if (!isOther || (latin && latin.confidence >= best.confidence)) return 'windows-1252';
  throw unknownEncoding(`The file seems to be encoded as ${best.name}, which is not read here.`);
}

const MIXED =
  'Most of the file is UTF-8, but some of its bytes are not: it was cut, or put together from different files.';

/** In texts of other encodings hardly any two bytes make a letter of UTF-8. */
function isMostlyUtf8(part: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(part);
  const letters = text.match(/[^\u0020-\u007e\s\ufffd]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return letters > broken * 3;
}

const unknownEncoding = (why: string) =>
  refused(TableProblemCode.UNKNOWN_ENCODING, `${why} Save it again as “CSV UTF-8”.`);
