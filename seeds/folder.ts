import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the content as it stands on disk. */
export interface SeedSource {
  /** Relative to the folder, with forward slashes: `items/example.yaml`. */
  readonly name: string;
  readonly content: string;
}

/** The folder that ships with the hub. Compiled code lives elsewhere, so it is searched upward. */
export const seedFolder: string = path.join(packageRoot(), 'seeds');

function packageRoot(): string {
  const start = path.dirname(fileURLToPath(import.meta.url));
  let folder = start;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`There is no package.json above ${start}.`);
    folder = parent;
  }
  return folder;
}

/** All YAML files of the folder and its subfolders, by name. */
export async function readSources(folder: string): Promise<SeedSource[]> {
  const entries = await readdir(folder, { recursive: true });
  const names = entries
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      content: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
}

/** Changes whenever a file of the content does; takes milliseconds, nothing is parsed. */
export async function fingerprintSeeds(folder: string = seedFolder): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, content } of await readSources(folder)) hash.update(`${name}\0${content}\0`);
  return hash.digest('hex');
}
