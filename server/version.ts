import { readFileSync } from 'node:fs';

/** The version in package.json, two folders above the compiled code. */
const description = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly version: string };

export const HUB_VERSION = description.version;

export const HUB_NAME = 'Saberes';
