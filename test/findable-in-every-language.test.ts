import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apertiumUrl } from './support/apertium.js';
import { eventually } from './support/eventually.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const SEARCH = `query ($query: String!, $language: Locale!) @inContext(language: $language) {
  search(query: $query, first: 5) { nodes { slug title } } }`;

const describeWithApertium = apertiumUrl ? describe : describe.skip;

describeWithApertium('A lesson that exists in Spanish only', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ config: { TRANSLATE_URL: apertiumUrl ?? '' }, seeds: true });
    await hub.build.lesson({
      slug: 'pozos',
      texts: {
        es: {
          title: 'Los vecinos cuidan los pozos de agua dulce',
          summary: 'Después de la sequía, cada barrio nombró a un guardián de su pozo.',
          body: 'Las escuelas enseñan a medir la profundidad y a **hervir** el agua antes de beber.',
        },
      },
    });
  });
  afterAll(() => hub.stop());

  it.each([
    ['eau douce puits voisins', 'FR'],
    ['après la sécheresse chaque quartier', 'FR'],
    ['freshwater wells neighbours', 'EN'],
    ['schools teach measure depth', 'EN'],
    ['vizinhos poços água doce', 'PT'],
    ['escolas ensinam a ferver a água', 'PT'],
  ])('is found with "%s" (%s), and shown in Spanish', async (query, language) => {
    await eventually(async () => {
      const { search } = await hub.query<{ search: { nodes: readonly object[] } }>(SEARCH, {
        query,
        language,
      });
      expect(search.nodes).toContainEqual({
        slug: 'pozos',
        title: 'Los vecinos cuidan los pozos de agua dulce',
      });
    });
  });
});
