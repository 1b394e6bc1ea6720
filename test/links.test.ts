import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hrefs, openPage } from './support/page.js';
import { PAGE_TYPES } from './support/page-types.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

/** Pages lead to every record and every value of a filter: of each sort so many are followed. */
const MOST_OF_A_SORT = 3;
/** Jest cannot load the library of these: test/reference-exports.test.ts opens them. */
const IN_ANOTHER_PROCESS = /\/(cite|search)\.(bib|ris)$/;

describe('Links', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  it.each(['es', 'en', 'pt', 'fr'])('all lead somewhere, in %s', async (locale) => {
    const bySort = new Map<string, Set<string>>();
    for (const path of PAGE_TYPES) {
      for (const address of await linksOf(`/${locale}${path}`)) {
        const ofSort = bySort.get(sortOf(address)) ?? new Set();
        bySort.set(sortOf(address), ofSort);
        if (ofSort.size < MOST_OF_A_SORT) ofSort.add(address);
      }
    }

    const addresses = [...bySort.values()].flatMap((ofSort) => [...ofSort]);
    expect(addresses.length).toBeGreaterThan(100);
    const broken: string[] = [];
    for (const address of addresses) {
      const { status } = await fetch(hub.url + address, { headers: { accept: 'text/html' } });
      if (status !== 200) broken.push(`${status} ${address}`);
    }
    expect(broken).toEqual([]);
  });

  it.each(PAGE_TYPES)('within a page lead to a place that is there: %s', async (path) => {
    const page = await openPage(hub, `/es${path}`);
    const places = hrefs(page, 'a[href^="#"]');

    expect(places).toContain('#content');
    expect(places.filter((place) => !page.document.querySelector(place ?? ''))).toEqual([]);
  });

  /** Where a page leads within the hub. */
  async function linksOf(address: string): Promise<readonly string[]> {
    const page = await openPage(hub, address);
    // The same page in another language fails as it does.
    if (page.status !== 200) return [];
    const own = new URL(address, hub.url);
    return hrefs(page, 'a[href], link[href]').flatMap((href) => {
      const { origin, pathname, search } = new URL(href ?? '', own);
      const isInside = origin === own.origin || origin === hub.hub.url;
      return isInside && !IN_ANOTHER_PROCESS.test(pathname) ? [pathname + search] : [];
    });
  }
});

/** Alike are addresses that differ only in what they name: `/es/items/…`, `/es/search?theme=…`. */
function sortOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://hub');
  const [, locale, folder] = pathname.split('/');
  const ending = pathname.split('.').at(1) ?? '';
  return [locale, folder, ending, ...searchParams.keys()].join(' ');
}
