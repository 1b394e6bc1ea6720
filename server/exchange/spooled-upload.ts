import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TABLE_LIMITS } from '../tables/table-limits.js';
import { tooLargeFile } from '../tables/too-much.js';

type Chunks = AsyncIterable<Buffer>;

/**
 * Puts what is uploaded into a file of its own for as long as it is used, since a table is read twice. Rejects with
 * `TableRefused` as soon as more comes than a table may have.
 */
export async function withSpooled<T>(
  upload: Chunks,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'saberes-upload-'));
  try {
    const file = join(folder, 'table');
    await pipeline(limited(upload), createWriteStream(file, { mode: 0o600 }));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* limited(upload: Chunks): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of upload) {
    bytes += chunk.length;
    if (bytes > TABLE_LIMITS.fileBytes) throw tooLargeFile(bytes);
    yield chunk;
  }
}
