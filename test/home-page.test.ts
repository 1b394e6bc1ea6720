import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FaultyServer } from './support/faulty-engine.js';
import { type OpenedPage, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const KILOBYTE = 1_000;

describe('The home page', () => {
  let hub: TestHub;
  let page: OpenedPage;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
    page = await openPage(hub, '/en');
  });
  afterAll(() => hub.stop());

  const hrefs = (selector: string) =>
    [...page.document.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? '');

  it('counts records by kind, as the search that each number leads to does', async () => {
    expect(hrefs('.hero .chip')).toContain('/en/search?kind=PROTOCOL');
    const protocols = page.texts('.hero .chip').find((text) => text.startsWith('Protocols'));
    const found = await openPage(hub, '/en/search?kind=PROTOCOL');

    expect(protocols).toBe(`Protocols${Number.parseInt(found.text('#result-count'), 10)}`);
  });

  it('leads from the map to each country that has records, and names it with its number', () => {
    const withRecords = page
      .texts('.country-table tbody tr')
      .filter((row) => !/\D0$/.test(row))
      .map((row) => row.replace(/\d+$/, ''));
    const named = [...page.document.querySelectorAll('.map a')].map(
      (link) => link.getAttribute('aria-label') ?? '',
    );

    expect(named.map((name) => name.split(':')[0])).toEqual(withRecords);
    expect(named).toContain('Costa Rica: 13 experiences');
    expect(hrefs('.map a')).toContain('/en/countries/CR');
  });

  it('draws all 33 countries, small islands as dots, and lists them in a table', () => {
    expect(page.document.querySelectorAll('.map [class^="shade-"]')).toHaveLength(33);
    expect(page.texts('.map text')).toEqual(
      expect.arrayContaining(['AG', 'BB', 'BS', 'DM', 'GD', 'KN', 'LC', 'TT', 'VC']),
    );
    expect(page.texts('.country-table tbody tr')).toHaveLength(33);
    expect(page.texts('.legend li')).toEqual(['0', '1', '2 to 3', '4 to 5', '6 to 10', '11 to 17']);
  });

  it('offers ways in by theme, by stage and by challenge', () => {
    expect(hrefs('.columns a')).toEqual(
      expect.arrayContaining([
        '/en/themes/health',
        '/en/search?stage=RESPONSE',
        '/en/challenges',
        '/en/themes',
      ]),
    );
  });

  it('is light', () => {
    expect(gzipSync(page.html).length).toBeLessThan(25 * KILOBYTE);
    expect(page.html).not.toMatch(/\sstyle=/);
  });

  it('shows what it has without figures while search is down', async () => {
    const server = new FaultyServer();
    const crippled = await startTestHub({ seeds: true, engine: server.engine() });
    server.isDown = true;
    const poor = await openPage(crippled, '/en');
    await crippled.stop();

    expect(poor.status).toBe(200);
    expect(poor.headers.get('cache-control')).toBe('no-store');
    expect(poor.texts('.card')).toHaveLength(6);
    expect(poor.texts('.map a')).toHaveLength(33);
    expect(poor.texts('.legend')).toEqual([]);
  });
});
