import { Readable } from 'node:stream';
import { createDeflateRaw } from 'node:zlib';

/** A file to go into a ZIP; its text is asked for when its turn comes. */
export interface ZipPart {
  readonly name: string;
  readonly text: Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
}

interface Written {
  readonly name: Buffer;
  readonly start: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

/** Sizes follow the content, names are UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
const DEFLATED = 8;
/** The first day that the format knows: the same content is the same file. */
const DAY = 0x0021;

/** A ZIP file, part after part: nothing of it is held but its directory. */
export async function* zipFile(parts: readonly ZipPart[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let place = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const start = place;
    const sums = new Sums();
    const head = localHeader(name);
    place += head.length;
    yield head;
    for await (const chunk of Readable.from(sums.over(part.text)).pipe(createDeflateRaw())) {
      sums.packed += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    place += sums.packed;
    const entry = { name, start, crc: sums.crc, packed: sums.packed, unpacked: sums.unpacked };
    written.push(entry);
    const foot = descriptor(entry);
    place += foot.length;
    yield foot;
  }
  yield directory(written, place);
}

/** What has to be known of a part once it went by. */
class Sums {
  crc = 0;
  packed = 0;
  unpacked = 0;

  async *over(text: ZipPart['text']): AsyncGenerator<Buffer> {
    for await (const piece of text) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      this.crc = crc32(bytes, this.crc);
      this.unpacked += bytes.length;
      yield bytes;
    }
  }
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(DAY, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, unpacked }: Written): Buffer {
  const foot = Buffer.alloc(16);
  foot.writeUInt32LE(0x08074b50, 0);
  foot.writeUInt32LE(crc, 4);
  foot.writeUInt32LE(packed, 8);
  foot.writeUInt32LE(unpacked, 12);
  return foot;
}

function directory(written: readonly Written[], start: number): Buffer {
  const entries = written.map(directoryEntry);
  const size = entries.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...entries, end]);
}

function directoryEntry({ name, crc, packed, unpacked, start }: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(DAY, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(start, 42);
  return Buffer.concat([entry, name]);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** The zlib of Node 20 has none of its own. */
function crc32(bytes: Buffer, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
