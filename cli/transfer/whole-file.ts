import { constants, createReadStream, createWriteStream, rmSync } from 'node:fs';
import { access, mkdtemp, open, rename, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandError } from '../fail.js';

export const STANDARD_STREAM = '-';

/** Writes a file that is there whole or not at all, or to standard output for `-`. */
export async function writeWhole(
  file: string,
  lines: AsyncIterable<string | Buffer>,
): Promise<void> {
  if (file === STANDARD_STREAM) {
    await pipeline(Readable.from(lines), process.stdout, { end: false });
    return;
  }
  const folder = path.dirname(file);
  await access(folder, constants.W_OK);
  if ((await stat(file).catch(() => null))?.isDirectory()) {
    throw new CommandError(`This is a folder, not a file: ${file}`);
  }
  await withTemporary(
    path.join(folder, `.${path.basename(file)}.${process.pid}.tmp`),
    async (temporary) => {
      await pipeline(Readable.from(lines), createWriteStream(temporary, { mode: 0o600 }));
      await flushToDisk(temporary);
      await rename(temporary, file);
    },
  );
}

/** What lies there is gone afterwards, also when the command is interrupted. */
async function withTemporary<T>(place: string, use: (place: string) => Promise<T>): Promise<T> {
  const remove = () => rmSync(place, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await use(place);
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
}

async function flushToDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Gives a file that can be read twice: standard input is put aside first, since nothing may be
 * written before its last line was seen.
 */
export async function withReadable<T>(
  file: string,
  use: (path: string, shownAs: string) => Promise<T>,
): Promise<T> {
  if (file !== STANDARD_STREAM) return use(file, file);
  const folder = await mkdtemp(path.join(tmpdir(), 'saberes-import-'));
  return withTemporary(folder, async () => {
    const copy = path.join(folder, 'input.jsonl');
    await pipeline(process.stdin, createWriteStream(copy, { mode: 0o600 }));
    return use(copy, 'standard input');
  });
}

/** Lines end with a line feed alone: other separators of Unicode may stand within texts. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
