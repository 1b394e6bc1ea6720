import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { TABLE_LIMITS } from './table-limits.js';
import { refused, TableProblemCode } from './table-problem.js';

const inflate = promisify(inflateRaw);

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly start: number;
}

/** Parts of a spreadsheet that hold no data, such as pictures, stay packed. */
const IS_READ = /\.(xml|rels)$/i;

/**
 * Unpacks the XML of a ZIP file by its directory. What the directory admits to is added up first,
 * and no part may unpack to more than it says there, so a bomb is refused before it goes off.
 */
export async function unpackXml(zip: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const entries = readDirectory(zip).filter(({ name }) => IS_READ.test(name));
  const size = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (size > TABLE_LIMITS.unpackedBytes) throw tooLarge(size);
  const parts = new Map<string, Buffer>();
  for (const entry of entries) parts.set(entry.name, await unpack(zip, entry));
  return parts;
}

function readDirectory(zip: Buffer): readonly ZipEntry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > TABLE_LIMITS.parts) throw broken(`it has ${count} parts`);
  const entries: ZipEntry[] = [];
  let place = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (place + ENTRY_BYTES > zip.length || zip.readUInt32LE(place) !== ENTRY_SIGNATURE) {
      throw broken('its directory is damaged');
    }
    const nameEnd = place + ENTRY_BYTES + zip.readUInt16LE(place + 28);
    entries.push({
      name: zip.toString('utf8', place + ENTRY_BYTES, nameEnd),
      method: zip.readUInt16LE(place + 10),
      packed: zip.readUInt32LE(place + 20),
      unpacked: zip.readUInt32LE(place + 24),
      start: zip.readUInt32LE(place + 42),
    });
    place = nameEnd + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32);
  }
  return entries;
}

function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT);
  for (let place = zip.length - END_BYTES; place >= first; place -= 1) {
    if (zip.readUInt32LE(place) === END_SIGNATURE) return place;
  }
  throw broken('it is cut off');
}

async function unpack(zip: Buffer, entry: ZipEntry): Promise<Buffer> {
  const { start, packed, method, unpacked, name } = entry;
  if (start + LOCAL_BYTES > zip.length || zip.readUInt32LE(start) !== LOCAL_SIGNATURE) {
    throw broken(`its part ${name} is missing`);
  }
  const data = start + LOCAL_BYTES + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  const content = zip.subarray(data, data + packed);
  if (method === STORED && content.length === unpacked) return content;
  if (method !== DEFLATED) throw broken(`its part ${name} is packed in an unknown way`);
  try {
    return await inflate(content, { maxOutputLength: Math.max(1, unpacked) });
  } catch {
    throw broken(`its part ${name} is damaged or larger than it says`);
  }
}

const broken = (why: string) =>
  refused(
    TableProblemCode.BROKEN_FILE,
    `The XLSX file cannot be opened: ${why}. Save it again in the spreadsheet program.`,
  );

const tooLarge = (size: number) =>
  refused(
    TableProblemCode.FILE_TOO_LARGE,
    `The XLSX file unpacks to ${Math.ceil(size / 1_048_576).toLocaleString('en')} MiB; ${TABLE_LIMITS.unpackedBytes / 1_048_576} are allowed. Split it, or save it as CSV.`,
  );
