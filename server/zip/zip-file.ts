import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** An archive that is damaged, of a kind that office programs do not write, or too big unpacked. */
export class UnsafeZip extends Error {
  override readonly name: string = 'UnsafeZip';
}

/** An archive that says itself that it is larger than allowed. */
export class LargeZip extends UnsafeZip {
  override readonly name = 'LargeZip';
}

const ALL_PARTS = () => true;

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const MOST_ENTRIES = 3_000;

/** Reads archives strictly: whatever could be read in two ways is refused. */
export class ZipFile {
  private constructor(
    private readonly bytes: Buffer,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  /** Knows the wanted parts only. Throws `UnsafeZip`, and `LargeZip` when those are larger than allowed. */
  static read(
    bytes: Buffer,
    mostUnpacked: number,
    isWanted: (name: string) => boolean = ALL_PARTS,
  ): ZipFile {
    const { count, start, end } = readEnd(bytes);
    const entries = new Map<string, ZipEntry>();
    let at = start;
    let unpacked = 0;
    for (let index = 0; index < count; index += 1) {
      const { entry, next } = readCentral(bytes, at, end);
      at = next;
      if (!isWanted(entry.name)) continue;
      unpacked += entry.size;
      if (unpacked > mostUnpacked) throw new LargeZip('The archive is too large when unpacked.');
      if (entries.has(entry.name)) throw new UnsafeZip('The archive holds a name twice.');
      entries.set(entry.name, entry);
    }
    if (at !== end) throw new UnsafeZip('The directory of the archive is damaged.');
    return new ZipFile(bytes, entries);
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** Unpacks everything without keeping it; throws where the real size is not the declared one. */
  async checkSizes(): Promise<void> {
    for (const entry of this.entries.values()) {
      let size = 0;
      for await (const piece of this.unpack(entry)) size += piece.length;
      if (size !== entry.size) throw lyingPart();
    }
  }

  /** A part as text; null when there is none, throws when it is larger than that. */
  async text(name: string, mostBytes: number): Promise<string | null> {
    const entry = this.entries.get(name);
    if (!entry) return null;
    if (entry.size > mostBytes) throw new UnsafeZip('A part of the archive is too large.');
    return (await this.content(entry)).toString('utf8');
  }

  /** All parts by their names, in memory; throws where the real size is not the declared one. */
  async unpackAll(): Promise<ReadonlyMap<string, Buffer>> {
    const parts = new Map<string, Buffer>();
    for (const [name, entry] of this.entries) parts.set(name, await this.content(entry));
    return parts;
  }

  private async content(entry: ZipEntry): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.unpack(entry)) pieces.push(piece);
    const content = Buffer.concat(pieces);
    if (content.length !== entry.size) throw lyingPart();
    return content;
  }

  /** Gives no more than a piece beyond the declared size. */
  private async *unpack(entry: ZipEntry): AsyncGenerator<Buffer> {
    const packed = this.packed(entry);
    if (entry.method === STORED) {
      yield packed;
      return;
    }
    let size = 0;
    const inflate = createInflateRaw();
    try {
      for await (const piece of Readable.from([packed]).pipe(inflate)) {
        yield piece as Buffer;
        size += (piece as Buffer).length;
        if (size > entry.size) return;
      }
    } catch {
      throw new UnsafeZip('A part of the archive is damaged.');
    } finally {
      inflate.destroy();
    }
  }

  private packed({ offset, packed }: ZipEntry): Buffer {
    const { bytes } = this;
    if (offset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) {
      throw new UnsafeZip('A part of the archive is damaged.');
    }
    const start =
      offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (start + packed > bytes.length) throw new UnsafeZip('The archive is cut off.');
    return bytes.subarray(start, start + packed);
  }
}

const lyingPart = () => new UnsafeZip('A part of the archive lies about its size.');

/** The end of the directory has to be the end of the file, and nothing may lie between. */
function readEnd(bytes: Buffer) {
  const at = bytes.length - END_BYTES;
  if (at < 0 || bytes.readUInt32LE(at) !== END) {
    throw new UnsafeZip('This is no archive, or more follows behind it.');
  }
  const count = bytes.readUInt16LE(at + 10);
  const size = bytes.readUInt32LE(at + 12);
  const start = bytes.readUInt32LE(at + 16);
  if (count > MOST_ENTRIES) throw new UnsafeZip('The archive has too many parts.');
  if (start + size !== at) throw new UnsafeZip('The directory of the archive is damaged.');
  return { count, start, end: at };
}

function readCentral(bytes: Buffer, at: number, end: number) {
  if (at + CENTRAL_BYTES > end || bytes.readUInt32LE(at) !== CENTRAL) {
    throw new UnsafeZip('The directory of the archive is damaged.');
  }
  const nameEnd = at + CENTRAL_BYTES + bytes.readUInt16LE(at + 28);
  const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const method = bytes.readUInt16LE(at + 10);
  const isEncrypted = (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0;
  if (next > end || isEncrypted || (method !== STORED && method !== DEFLATED)) {
    throw new UnsafeZip('The archive is packed in a way that is not read here.');
  }
  const entry = {
    name: bytes.toString('utf8', at + CENTRAL_BYTES, nameEnd),
    method,
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  return { entry, next };
}
