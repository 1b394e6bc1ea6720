import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first program of that name in the folders of a `PATH`. */
export function onPath(program: string, path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}
