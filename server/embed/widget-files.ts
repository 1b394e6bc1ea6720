import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file of the widget as the build left it: plain, and texts made small in two ways. */
export interface WidgetFile {
  readonly etag: string;
  /** By content encoding. */
  readonly bytes: {
    readonly identity: Buffer;
    readonly gzip?: Buffer;
    readonly br?: Buffer;
  };
}

/** Small as it is. */
const PACKED = '.tgz';
const DIGEST_LENGTH = 22;

/** Rejects when it, or one of its small forms, is missing. */
export async function readWidgetFile(folder: string, name: string): Promise<WidgetFile> {
  const file = join(folder, name);
  const identity = await readFile(file);
  const digest = createHash('sha256').update(identity).digest('base64url');
  const etag = `W/"${digest.slice(0, DIGEST_LENGTH)}"`;
  if (name.endsWith(PACKED)) return { etag, bytes: { identity } };
  const [gzip, br] = await Promise.all([readFile(`${file}.gz`), readFile(`${file}.br`)]);
  return { etag, bytes: { identity, gzip, br } };
}

/** Whether a file is what the name of its build says, `<version>-<first digits of its hash>`. */
export function isNamedAfter(build: string, { bytes }: WidgetFile): boolean {
  const digest = createHash('sha256').update(bytes.identity).digest('hex');
  return digest.startsWith(build.slice(build.lastIndexOf('-') + 1));
}
