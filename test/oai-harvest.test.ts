import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ItemStatus, TranslationStatus } from '../schema/knowledge-enums.js';
import type { KnowledgeDocument } from '../server/knowledge/knowledge.document.js';
import { LOCALES } from '../server/locale.js';
import type { Reference } from '../server/reference/reference.js';
import { RecordSteps } from './support/editorial.js';
import { KnownMembers } from './support/members.js';
import { type HarvestedByClient, harvestFromOutside } from './support/oai-client.js';
import { describeWithOaiClient } from './support/outside-programs.js';
import { PLATFORMS } from './support/platforms.js';
import { RecordStages } from './support/record-stages.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const PATIENCE_MS = 120_000;
const toSecond = (moment: Date) => `${moment.toISOString().slice(0, 19)}Z`;

describeWithOaiClient.each(PLATFORMS)(
  'A library that harvests the whole hub ($name)',
  (platform) => {
    const members = new KnownMembers();
    let hub: TestHub;
    let records: RecordStages;
    beforeAll(async () => {
      const config = { OAI_PAGE_SIZE: 20 };
      hub = await startTestHub({ seeds: true, authenticator: members, platform, config });
      const own = (await hub.build.actor({ slug: 'instituto' }))._id;
      members.editor('elena', own);
      records = new RecordStages(hub, own, 'health');
      await records.draft();
      await records.submitted();
      await hub.build.items([
        { slug: 'gone', status: ItemStatus.WITHDRAWN, themes: ['health'] },
        { slug: 'replaced', status: ItemStatus.SUPERSEDED },
      ]);
    });
    afterAll(() => hub.stop());

    const harvest = (selection: Readonly<Record<string, string>> = {}) =>
      harvestFromOutside(`${hub.url}/oai`, selection);

    /** All that a harvest has to tell, straight from the store. */
    async function stored(
      isMeant: (record: KnowledgeDocument) => boolean = () => true,
    ): Promise<readonly HarvestedByClient[]> {
      const all = await hub.hub.models.knowledge.collection.find({}).toArray();
      const reference = await hub.hub.references.get();
      return (all as unknown as readonly KnowledgeDocument[])
        .filter((record) => record.publishedAt !== null && isMeant(record))
        .map((record) => expected(record, reference, hub.hub.url));
    }

    it(
      'gets every record as it is stored, and learns which are gone',
      async () => {
        const harvested = await harvest();

        expect(byName(harvested)).toEqual(byName(await stored()));
        expect(harvested.length).toBeGreaterThan(90);
        expect(harvested.filter(({ isDeleted }) => isDeleted)).toHaveLength(1);
        const stamps = harvested.map(({ datestamp }) => datestamp);
        expect(stamps).toEqual([...stamps].sort());
      },
      PATIENCE_MS,
    );

    it(
      'gets one set, as a theme with all that is narrower',
      async () => {
        const { themes } = await hub.hub.references.get();
        const narrower = themes.withNarrower('health');
        const harvested = await harvest({ set: 'theme:health' });

        expect(byName(harvested)).toEqual(
          byName(await stored((record) => record.themes.some((code) => narrower.includes(code)))),
        );
        expect(harvested.length).toBeGreaterThan(20);
      },
      PATIENCE_MS,
    );

    it(
      'gets what has changed since the last time, and the withdrawal of what it has',
      async () => {
        const { id, expectedVersion: version } = await records.published();
        const before = await harvest();
        const [last] = before.slice(-1) as [HarvestedByClient];
        const steps = RecordSteps.of(hub, { id, version });
        await steps.take('elena', 'withdrawItem', { reason: [{ locale: 'ES', text: 'Se fue.' }] });

        const changed = await harvest({ from: last.datestamp });

        const identifier = `oai:localhost:${id}`;
        expect(before).toContainEqual(expect.objectContaining({ identifier, isDeleted: false }));
        expect(changed).toContainEqual(
          expect.objectContaining({ identifier, isDeleted: true, dc: {} }),
        );
        expect(changed.length).toBeLessThan(before.length);
        expect(byName(await harvest())).toEqual(byName(await stored()));
        expect(await harvest({ from: '2999-01-01' })).toEqual([]);
      },
      PATIENCE_MS,
    );
  },
);

const byName = (records: readonly HarvestedByClient[]) =>
  [...records]
    .sort((one, other) => one.identifier.localeCompare(other.identifier))
    .map(
      ({ dc: { title, description, language, date, identifier, creator }, sets, ...header }) => ({
        ...header,
        sets: [...sets].sort(),
        dc: { title, description, language, date, identifier, creator },
      }),
    );

/** Written a second time, from the document alone, so that it can disagree. */
function expected(
  record: KnowledgeDocument,
  reference: Reference,
  hubUrl: string,
): HarvestedByClient {
  const { _id, kind, countries, themes, texts, originalLocale, publishedAt, updatedAt } = record;
  const inThemes = themes.flatMap((code) => reference.themes.withBroader(code));
  const sets = [
    `kind:${kind}`,
    ...countries.map((code) => `country:${code}`),
    ...inThemes.map((code) => `theme:${code}`),
  ];
  const header = {
    identifier: `oai:localhost:${_id}`,
    datestamp: toSecond(updatedAt),
    sets: [...new Set(sets)],
    isDeleted: !record.public,
  };
  if (!record.public) return { ...header, dc: {} };
  const order = [originalLocale, ...LOCALES.filter((locale) => locale !== originalLocale)];
  const real = order.filter(
    (locale) => texts[locale] && texts[locale].status !== TranslationStatus.MACHINE,
  );
  const authors = record.actors
    .filter(({ role }) => role === 'AUTHOR')
    .map(({ actor }) => `:${reference.in(originalLocale).actors.get(actor)?.name}`);
  return {
    ...header,
    dc: {
      title: real.map((locale) => `${locale}:${texts[locale]?.title}`),
      description: real.map((locale) => `${locale}:${texts[locale]?.summary}`),
      language: real.map((locale) => `:${locale}`),
      date: [`:${publishedAt?.toISOString().slice(0, 10)}`],
      identifier: [`:${hubUrl}/${originalLocale}/items/${record.slug}`],
      ...(authors.length > 0 ? { creator: [...new Set(authors)] } : {}),
    },
  };
}
