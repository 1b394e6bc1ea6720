import { readFileSync } from 'node:fs';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const COPIED = /^COPY --from=build \/app\/(\S+) (\S+)$/gm;

/** Fills a folder with what the last stage of the Dockerfile takes over, and with nothing else. */
export async function layOutImage(folder: string): Promise<void> {
  const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  for (const [, from = '', to = ''] of dockerfile.matchAll(COPIED)) {
    const target = to === './' ? join(folder, from) : join(folder, to);
    await mkdir(dirname(target), { recursive: true });
    if (from === 'node_modules') await symlink(join(ROOT, from), target);
    else await cp(join(ROOT, from), target, { recursive: true });
  }
}
