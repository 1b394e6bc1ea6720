// Takes the pictures of the main pages that docs/pictures.md shows: npm run pictures, with names for some only.
// Needs a Chromium.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findChromium, launchChromium } from '../dist/test/support/chromium.js';
import { EMBEDDING_LANGUAGES, putEmbeddingPage } from '../dist/test/support/embedding-page.js';
import { HostSite } from '../dist/test/support/host-site.js';
import { PartnerSite } from '../dist/test/support/partner-site.js';
import { startTestHub } from '../dist/test/support/start-test-hub.js';

const PAGES = {
  home: '/es',
  search: '/pt/search?q=compra+conjunta',
  protocol: '/es/items/ciss-disaster-protocol',
  lesson: '/en/items/conclusion-09-joint-procurement',
  country: '/fr/countries/DO',
  challenges: '/en/challenges',
  emergency: '/es/emergency?hazard=epidemic',
  'embed-this': '/es/embed-this?what=list&country=DO',
};
const SCREENS = {
  desktop: { viewport: { width: 1200, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
const EMBEDDED = EMBEDDING_LANGUAGES.map((lang) => `embedded-${lang}`);
/** Pixels in which all that is embedded in one page fits. */
const HEIGHTS = { desktop: 1_500, phone: 2_100 };
const DARK = ['home', 'search', 'widget', ...EMBEDDED];

/** A ministry's page with two elements of the widget in it. */
const HOST_PAGE = {
  lang: 'en',
  style: `:root { color-scheme: light dark } h1, h2 { font-weight: 500 }
    body { font: 1rem/1.5 sans-serif; max-width: 64rem; margin: 1rem auto; padding: 0 1rem }`,
  body: `<h2>What other countries have learned</h2><saberes-search limit="2"></saberes-search>
    <h2>Recent lessons</h2><saberes-list kind="LESSON_LEARNED" limit="3"></saberes-list>`,
};

const program = findChromium();
if (!program) throw new Error('There is no Chromium: set CHROMIUM_BIN.');

const target = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
await mkdir(target, { recursive: true });
const hub = await startTestHub({ seeds: true });
const browser = await launchChromium(program);
const site = await HostSite.open(hub.url);
const partner = await new PartnerSite().open();

const asked = process.argv.slice(2);
const addresses = Object.entries(PAGES).map(([name, path]) => [name, hub.url + path]);
addresses.push(['widget', site.put(HOST_PAGE)]);
for (const [at, lang] of EMBEDDING_LANGUAGES.entries()) {
  addresses.push([EMBEDDED[at], await putEmbeddingPage(partner, hub.url, lang)]);
}
const wanted = addresses.filter(([name]) => asked.length === 0 || asked.includes(name));

for (const [screen, options] of Object.entries(SCREENS)) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ ...options, colorScheme });
    const page = await context.newPage();
    for (const [name, address] of wanted) {
      if (colorScheme === 'dark' && !DARK.includes(name)) continue;
      const file = [name, screen, ...(colorScheme === 'dark' ? ['dark'] : [])].join('-');
      const { viewport } = options;
      const height = EMBEDDED.includes(name) ? HEIGHTS[screen] : viewport.height;
      await page.setViewportSize({ ...viewport, height });
      await page.goto(address, { waitUntil: 'networkidle' });
      await page.screenshot({ path: `${target}${file}.png` });
      process.stdout.write(`docs/pictures/${file}.png\n`);
    }
    await context.close();
  }
}

await browser.close();
await Promise.all([site.close(), partner.close()]);
await hub.stop();
