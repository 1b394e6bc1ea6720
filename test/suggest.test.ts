import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const SUGGEST = `query ($prefix: String!, $first: Int, $language: Locale!)
  @inContext(language: $language) { suggest(prefix: $prefix, first: $first) { kind text value } }`;

interface Suggested {
  readonly suggest: readonly {
    readonly kind: string;
    readonly text: string;
    readonly value: string;
  }[];
}

describeOnEveryStore('Suggestions', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ seeds: true });
  });
  afterAll(() => hub.stop());

  const suggest = async (prefix: string, language = 'ES', first?: number) =>
    (await hub.query<Suggested>(SUGGEST, { prefix, language, first })).suggest;

  it.each([
    ['domin', 'ES', { kind: 'COUNTRY', text: 'Dominica', value: 'DM' }],
    ['brés', 'FR', { kind: 'COUNTRY', text: 'Brésil', value: 'BR' }],
    ['braz', 'EN', { kind: 'COUNTRY', text: 'Brazil', value: 'BR' }],
    ['bres', 'FR', { kind: 'COUNTRY', text: 'Brésil', value: 'BR' }],
  ])('for "%s" in %s name the country', async (prefix, language, expected) => {
    expect(await suggest(prefix, language)).toContainEqual(expected);
  });

  it('find actors by acronym, and by one that was misprinted', async () => {
    for (const prefix of ['comis', 'APCI', 'ACPI']) {
      const actors = (await suggest(prefix)).filter(({ kind }) => kind === 'ACTOR');
      expect(actors.map(({ value }) => value)).toContain(
        prefix === 'comis' ? 'se-comisca' : 'apci',
      );
    }
  });

  it('lead to records, themes, countries and actors that exist', async () => {
    const found = (await Promise.all(['co', 'pan', 'sa', 'pro'].map((p) => suggest(p)))).flat();
    const fields: Record<string, string> = {
      ITEM: 'knowledgeItem(slug: $value) { id }',
      ACTOR: 'actor(slug: $value) { id }',
      THEME: 'thematicArea(code: $value) { id }',
    };

    expect(new Set(found.map(({ kind }) => kind)).size).toBeGreaterThan(2);
    for (const { kind, value } of found) {
      const document =
        kind === 'COUNTRY'
          ? 'query ($value: CountryCode!) { found: country(code: $value) { id } }'
          : `query ($value: String!) { found: ${fields[kind]} }`;
      expect([value, await hub.query(document, { value })]).toEqual([
        value,
        { found: { id: expect.any(String) } },
      ]);
    }
  });

  it('are at most as many as asked for, eight by default', async () => {
    expect(await suggest('co')).toHaveLength(8);
    expect(await suggest('co', 'ES', 3)).toHaveLength(3);
    expect(await suggest('co', 'ES', 20)).toHaveLength(20);
  });

  it.each(['', '  ', '¿?', 'xyzq'])('are none for %j', async (prefix) => {
    expect(await suggest(prefix)).toEqual([]);
  });
});
