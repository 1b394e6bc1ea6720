import { type Browser, chromium } from 'playwright-core';
import { onPath } from './on-path.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** A Chromium on this machine: `CHROMIUM_BIN`, else one on the PATH; null when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.CHROMIUM_BIN) return env.CHROMIUM_BIN;
  const found = NAMES.map((name) => onPath(name, env.PATH ?? '')).find((file) => file);
  return found ?? null;
}

/** No sandbox, because tests run as root in containers; nothing that calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium that `findChromium` found. */
export const launchChromium = (program: string): Promise<Browser> =>
  chromium.launch({ executablePath: program, args: FLAGS });
