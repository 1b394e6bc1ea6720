import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Locale } from '../server/locale.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly slug: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describeOnEveryStore(
  'Countries, themes, challenges and events of the shipped content',
  (startHub) => {
    let hub: TestHub;
    beforeAll(async () => {
      hub = await startHub({ seeds: true });
    });
    afterAll(() => hub.stop());

    it('are as many as the hub says', async () => {
      const answer = await hub.query<
        Record<string, { counts?: Record<string, number>; length: number; totalCount: number }>
      >(`{
      hub { counts { items actors countries thematicAreas events } }
      countries { code } thematicAreas { code } challenges { code } hazards { code } sustainableDevelopmentGoals { code }
      actors(first: 1) { totalCount } events(first: 1) { totalCount } knowledgeItems(first: 1) { totalCount }
    }`);
      const {
        hub: about,
        countries,
        thematicAreas,
        challenges,
        hazards,
        sustainableDevelopmentGoals,
        actors,
        events,
        knowledgeItems,
      } = answer;

      expect(about?.counts).toEqual({
        items: knowledgeItems?.totalCount,
        actors: actors?.totalCount,
        countries: countries?.length,
        thematicAreas: thematicAreas?.length,
        events: events?.totalCount,
      });
      expect(about?.counts?.items).toBeGreaterThanOrEqual(60);
      expect(about?.counts?.actors).toBeGreaterThanOrEqual(45);
      expect([countries?.length, challenges?.length]).toEqual([33, 25]);
      expect(thematicAreas?.length).toBeGreaterThanOrEqual(50);
      expect(hazards?.length).toBeGreaterThanOrEqual(20);
      expect(sustainableDevelopmentGoals?.length).toBeGreaterThanOrEqual(17);
    });

    it('name a country in each language, with its codes and groups', async () => {
      for (const [language, name] of [
        ['ES', 'Haití'],
        ['EN', 'Haiti'],
        ['PT', 'Haiti'],
        ['FR', 'Haïti'],
      ]) {
        const { country } = await hub.query<{
          country: Record<string, unknown> & { groups: { code: string }[] };
        }>(
          `query @inContext(language: ${language}) { country(code: "HT") { name alpha3 m49 isSmallIslandState groups { code } } }`,
        );

        expect(country).toMatchObject({
          name,
          alpha3: 'HTI',
          m49: '332',
          isSmallIslandState: true,
        });
        expect(country.groups.map(({ code }) => code)).toEqual(
          expect.arrayContaining(['celac', 'caricom']),
        );
      }
    });

    it('list countries by name and by group, both ways alike', async () => {
      const { countries, sica, groups } = await hub.query<{
        countries: { name: string }[];
        sica: { code: string }[];
        groups: { code: string; acronym: string | null; countries: { code: string }[] }[];
      }>(
        '{ countries { name } sica: countries(group: "sica") { code } groups: countryGroups { code acronym countries { code } } }',
      );

      const names = countries.map(({ name }) => name);
      expect(names).toEqual(names.toSorted(new Intl.Collator('es').compare));
      expect(groups.find(({ code }) => code === 'sica')).toEqual({
        code: 'sica',
        acronym: 'SICA',
        countries: sica,
      });
      expect(sica.map(({ code }) => code).toSorted()).toEqual([
        'BZ',
        'CR',
        'DO',
        'GT',
        'HN',
        'NI',
        'PA',
        'SV',
      ]);
    });

    it('know no country outside the region and no unknown group', async () => {
      expect(await hub.query('{ country(code: "FR") { name } }')).toEqual({ country: null });
      expect(await hub.errorCodes('{ countries(group: "nobody") { code } }')).toEqual([
        'BAD_USER_INPUT',
      ]);
    });

    it('make one tree of the themes, in which broader and narrower agree', async () => {
      const { thematicAreas } = await hub.query<{
        thematicAreas: {
          code: string;
          broader: { code: string } | null;
          narrower: { code: string; broader: { code: string } }[];
        }[];
      }>('{ thematicAreas { code broader { code } narrower { code broader { code } } } }');

      for (const { code, narrower } of thematicAreas) {
        expect(narrower.map(({ broader }) => broader.code)).toEqual(narrower.map(() => code));
      }
      const tops = thematicAreas.filter(({ broader }) => broader === null);
      const below = thematicAreas.flatMap(({ narrower }) => narrower);
      expect(tops.length + below.length).toBe(thematicAreas.length);
    });

    it('file under a theme what is filed under its narrower ones', async () => {
      const { thematicAreas } = await hub.query<{
        thematicAreas: { code: string; narrower: { code: string }[]; items: Page }[];
      }>('{ thematicAreas { code narrower { code } items(first: 1) { totalCount } } }');
      const countOf = new Map(thematicAreas.map(({ code, items }) => [code, items.totalCount]));

      expect(Math.max(...countOf.values())).toBeGreaterThan(5);
      for (const { code, narrower, items } of thematicAreas) {
        for (const child of narrower)
          expect(countOf.get(child.code)).toBeLessThanOrEqual(items.totalCount);
        const { knowledgeItems } = await hub.query<{ knowledgeItems: Page }>(
          'query ($t: [String!]) { knowledgeItems(filter: { themes: $t }) { totalCount } }',
          { t: [code] },
        );
        expect([code, knowledgeItems.totalCount]).toEqual([code, items.totalCount]);
      }
    });

    it('number the challenges H1 to H25', async () => {
      const { challenges } = await hub.query<{
        challenges: { code: string; number: number; name: string }[];
      }>('query @inContext(language: PT) { challenges { code number name } }');

      expect(challenges.map(({ code, number }) => [code, number])).toEqual(
        challenges.map((_, index) => [`H${index + 1}`, index + 1]),
      );
      expect(challenges.every(({ name }) => name.length > 10)).toBe(true);
    });

    it('list events latest first and the founding meeting with what was presented there', async () => {
      const { events, event } = await hub.query<{
        events: { nodes: { slug: string; startDate: string }[]; totalCount: number };
        event: { startDate: string; endDate: string; organizers: { slug: string }[]; items: Page };
      }>(`{ events { totalCount nodes { slug startDate } }
      event(slug: "xxxi-meeting") { startDate endDate organizers { slug } items(first: 3) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } } } }`);

      const days = events.nodes.map(({ startDate }) => startDate);
      expect(days).toEqual(days.toSorted((a, b) => b.localeCompare(a)));
      expect(event).toMatchObject({ startDate: '2020-12-03', endDate: '2020-12-04' });
      expect(event.organizers.map(({ slug }) => slug)).toContain('sela');
      expect(event.items.nodes).toHaveLength(3);
      expect(event.items.totalCount).toBeGreaterThan(20);
    });

    describe('page the records of one country as the list does', () => {
      it.each(Object.values(Locale))('in %s', async (locale) => {
        const context = `@inContext(language: ${locale.toUpperCase()})`;
        const all = await hub.query<{ knowledgeItems: Page }>(
          `query ${context} { knowledgeItems(filter: { countries: ["PA"] }, first: 100) { totalCount nodes { slug title } } }`,
        );
        const paged: object[] = [];
        let after: string | null = null;
        do {
          const { country }: { country: { items: Page } } = await hub.query(
            `query ($after: String) ${context} { country(code: "PA") { items(first: 2, after: $after) { totalCount nodes { slug title } pageInfo { hasNextPage endCursor } } } }`,
            { after },
          );
          paged.push(...country.items.nodes);
          after = country.items.pageInfo.hasNextPage ? country.items.pageInfo.endCursor : null;
        } while (after !== null);

        expect(paged.length).toBeGreaterThan(3);
        expect(paged).toEqual(all.knowledgeItems.nodes);
      });

      it('whether one country is asked or many', async () => {
        const field =
          'code items(first: 3) { totalCount nodes { slug } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';
        const { countries } = await hub.query<{ countries: { code: string }[] }>(
          `{ countries { ${field} } }`,
        );
        for (const country of countries.filter(({ code }) => ['PA', 'EC', 'SR'].includes(code))) {
          expect(await hub.query(`{ country(code: "${country.code}") { ${field} } }`)).toEqual({
            country,
          });
        }
      });
    });
  },
);
