// Takes the pictures of the main pages that docs/pictures.md shows: npm run pictures. Needs a Chromium.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findChromium, launchChromium } from '../dist/test/support/chromium.js';
import { startTestHub } from '../dist/test/support/start-test-hub.js';

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

const program = findChromium();
if (!program) throw new Error('There is no Chromium: set CHROMIUM_BIN.');

const target = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
await mkdir(target, { recursive: true });
const hub = await startTestHub({ seeds: true });
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
