// Takes the pictures of the main pages that docs/pictures.md shows: npm run pictures. Needs a Chromium.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSeeds } from '../dist/seeds/load.js';
import { readConfig } from '../dist/server/config.js';
import { createHub } from '../dist/server/hub.js';
import { findChromium, launchChromium } from '../dist/test/support/chromium.js';
import { createPages } from '../dist/web/pages.js';

const PAGES = {
  home: '/es',
  search: '/pt/search?q=compra+conjunta',
  protocol: '/es/items/ciss-disaster-protocol',
  lesson: '/en/items/conclusion-09-joint-procurement',
  country: '/fr/countries/DO',
  challenges: '/en/challenges',
  emergency: '/es/emergency?hazard=epidemic',
};
const SCREENS = {
  desktop: { viewport: { width: 1200, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
const DARK = ['home', 'search'];

const program = findChromium(process.env);
if (!program) throw new Error('There is no Chromium: set CHROMIUM_BIN.');

const target = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
await mkdir(target, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'saberes-pictures-'));
const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'silent' });
const hub = await createHub(config, {
  loadPages: async (to) => createPages(to),
  loadContent: async (to) => void (await loadSeeds(to)),
});
await hub.start();
const browser = await launchChromium(program);

for (const [screen, options] of Object.entries(SCREENS)) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ ...options, colorScheme });
    const page = await context.newPage();
    for (const [name, address] of Object.entries(PAGES)) {
      if (colorScheme === 'dark' && !DARK.includes(name)) continue;
      const file = [name, screen, ...(colorScheme === 'dark' ? ['dark'] : [])].join('-');
      await page.goto(hub.url + address, { waitUntil: 'networkidle' });
      await page.screenshot({ path: `${target}${file}.png` });
      process.stdout.write(`docs/pictures/${file}.png\n`);
    }
    await context.close();
  }
}

await browser.close();
await hub.stop();
await rm(folder, { recursive: true });
