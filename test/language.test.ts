import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const TITLE = 'knowledgeItem(slug: "greeting") { title shownIn { locale isFallback } }';

describeOnEveryStore('The language of an answer', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.item({
      slug: 'greeting',
      texts: {
        es: { title: 'Hola' },
        en: { title: 'Hello' },
        pt: { title: 'Olá' },
        fr: { title: 'Bonjour' },
      },
    });
  });
  afterAll(() => hub.stop());

  const title = async (
    document: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) =>
    (await hub.query<{ knowledgeItem: { title: string } }>(document, variables, headers))
      .knowledgeItem.title;

  it.each([
    [undefined, 'Hola'],
    ['pt', 'Olá'],
    ['pt-BR', 'Olá'],
    ['PT-br', 'Olá'],
    ['fr-CA, en;q=0.5', 'Bonjour'],
    ['en;q=0.4, fr;q=0.9, pt;q=0.1', 'Bonjour'],
    ['de, en;q=0.5', 'Hello'],
    ['fr;q=0, en;q=0.1', 'Hello'],
    ['de', 'Hola'],
    ['*', 'Hola'],
    ['¡;;;,,,', 'Hola'],
    ['x'.repeat(3_000), 'Hola'],
  ])('follows Accept-Language: %s', async (header, expected) => {
    const headers = header === undefined ? undefined : { 'accept-language': header };

    expect(await title(`{ ${TITLE} }`, {}, headers)).toBe(expected);
  });

  it('follows @inContext before Accept-Language', async () => {
    const document = `query @inContext(language: FR) { ${TITLE} }`;

    expect(await title(document, {}, { 'accept-language': 'en' })).toBe('Bonjour');
  });

  it('can be a variable, each time another one', async () => {
    const document = `query ($language: Locale!) @inContext(language: $language) { ${TITLE} }`;

    for (const [language, expected] of [
      ['PT', 'Olá'],
      ['EN', 'Hello'],
      ['PT', 'Olá'],
    ]) {
      expect(await title(document, { language })).toBe(expected);
    }
  });

  it('can be a variable’s default', async () => {
    const document = `query ($language: Locale! = EN) @inContext(language: $language) { ${TITLE} }`;

    expect(await title(document)).toBe('Hello');
    expect(await title(document, { language: 'FR' })).toBe('Bonjour');
  });

  it('is that of the operation that runs, where a document has several', async () => {
    const query = `query A @inContext(language: PT) { ${TITLE} } query B @inContext(language: EN) { ${TITLE} }`;
    const run = async (operationName: string) =>
      (await hub.post(JSON.stringify({ query, operationName }))).data;

    expect(await run('A')).toMatchObject({ knowledgeItem: { title: 'Olá' } });
    expect(await run('B')).toMatchObject({ knowledgeItem: { title: 'Hello' } });
  });

  it('has to be one of the four, and the error names them or the value', async () => {
    const literal = await hub.ask(`query @inContext(language: DE) { ${TITLE} }`);
    const variable = await hub.ask(
      `query ($language: Locale!) @inContext(language: $language) { ${TITLE} }`,
      { language: 'DE' },
    );

    expect([literal.status, variable.status]).toEqual([400, 400]);
    expect(literal.errors?.[0]?.message).toContain('"DE"');
    expect(variable.errors?.[0]?.message).toContain('"DE"');
    expect(variable.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
