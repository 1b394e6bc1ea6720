import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file of the widget as the build left it: plain, and made small in two ways. */
export interface WidgetFile {
  readonly etag: string;
  /** By content encoding. */
  readonly bytes: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
}

const ENDINGS = ['', '.gz', '.br'];
const DIGEST_LENGTH = 22;

/** Rejects when one of the three is missing. */
export async function readWidgetFile(folder: string, name: string): Promise<WidgetFile> {
  const file = join(folder, name);
  const [identity, gzip, br] = (await Promise.all(
    ENDINGS.map((ending) => readFile(file + ending)),
  )) as [Buffer, Buffer, Buffer];
  const digest = createHash('sha256').update(identity).digest('base64url');
  return { etag: `W/"${digest.slice(0, DIGEST_LENGTH)}"`, bytes: { identity, gzip, br } };
}

/** Whether a file is what the name of its build says, `<version>-<first digits of its hash>`. */
export function isNamedAfter(build: string, { bytes }: WidgetFile): boolean {
  const digest = createHash('sha256').update(bytes.identity).digest('hex');
  return digest.startsWith(build.slice(build.lastIndexOf('-') + 1));
}
