import { constants } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const OF_STORE = new Set(['FORMAT', 'data.mdb']);
const OF_OTHER_PROGRAM = /^(WiredTiger|storage\.bson)/;
const OF_SEARCH = /^index(\.journal-\d+)?$/;

/**
 * Opens a copy of the data folder, because opening the folder itself repairs, locks and writes;
 * looking at it must not.
 */
export async function withDataCopy<T>(
  dataDir: string,
  use: (copy: string) => Promise<T>,
): Promise<T> {
  const copy = await mkdtemp(path.join(tmpdir(), 'saberes-doctor-'));
  try {
    await copyFolder(path.join(dataDir, 'store'), path.join(copy, 'store'), isOfStore);
    await copyFolder(path.join(dataDir, 'search'), path.join(copy, 'search'), isOfSearch);
    return await use(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

type Choice = 'whole' | 'name' | 'no';

const isOfStore = (name: string): Choice => {
  if (OF_STORE.has(name)) return 'whole';
  return OF_OTHER_PROGRAM.test(name) ? 'name' : 'no';
};

const isOfSearch = (name: string): Choice => (OF_SEARCH.test(name) ? 'whole' : 'no');

async function copyFolder(
  from: string,
  to: string,
  choose: (name: string) => Choice,
): Promise<void> {
  const names = await readdir(from).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  await mkdir(to);
  for (const name of names) {
    const choice = choose(name);
    const target = path.join(to, name);
    if (choice === 'name') await writeFile(target, '');
    if (choice === 'whole') {
      await copyFile(path.join(from, name), target, constants.COPYFILE_FICLONE);
    }
  }
}
