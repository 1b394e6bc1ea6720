import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

interface Suggestions {
  readonly label: string;
  readonly status: string;
  readonly suggestions: readonly {
    readonly kind: string;
    readonly text: string;
    readonly address: string;
  }[];
}

describe('Suggestions for the search box', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  const open = (locale: string, query: string) =>
    fetch(`${hub.url}/${locale}/suggest.json?${query}`);
  const suggest = async (locale: string, query: string) =>
    (await (await open(locale, query)).json()) as Suggestions;

  it('say what they are and where they lead, in the reader’s language', async () => {
    const answer = await suggest('fr', 'q=br%C3%A9s');

    expect(answer.label).toBe('Suggestions');
    expect(answer.status).toMatch(/^2 suggestions\b/);
    expect(answer.suggestions).toEqual([
      { kind: 'Pays', text: 'Brésil', address: '/fr/countries/BR' },
      {
        kind: 'Institution',
        text: 'Agence brésilienne de coopération (ABC)',
        address: '/fr/actors/abc-brazil',
      },
    ]);
  });

  it('are at most eight, and kept by browsers for a while', async () => {
    const response = await open('es', 'q=co');

    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
    expect(((await response.json()) as Suggestions).suggestions).toHaveLength(8);
  });

  it.each(['', 'q=', 'q=%20', 'q=xyzq', `q=${'a'.repeat(3_000)}`, 'q=%3Cscript%3E'])(
    'are none for "%.20s"',
    async (query) => {
      const response = await open('en', query);

      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({
        label: 'Suggestions',
        status: '0 suggestions; use the arrow keys.',
        suggestions: [],
      });
    },
  );
});
