import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ItemStatus } from '../schema/knowledge-enums.js';
import { CANARY, contentOfCanaries, holdsCanary } from './support/canary.js';
import { RecordSteps } from './support/editorial.js';
import { hideCanaries } from './support/hidden-canaries.js';
import { DAY, ManualClock } from './support/manual-clock.js';
import { KnownMembers } from './support/members.js';
import { askOai, harvest, headersOf } from './support/oai.js';
import { describeOnEveryStore } from './support/platforms.js';
import { RecordStages } from './support/record-stages.js';
import type { TestHub } from './support/start-test-hub.js';

const FORMATS = ['oai_dc', 'oai_openaire'];
const NAME = 'oai:localhost:';

describeOnEveryStore('What harvesters have to forget', (startHub) => {
  const clock = new ManualClock();
  const members = new KnownMembers();
  let hub: TestHub;
  let records: RecordStages;
  beforeAll(async () => {
    hub = await startHub({ clock, authenticator: members, config: { OAI_PAGE_SIZE: 2 } });
    const own = (await hub.build.actor({ slug: 'instituto' }))._id;
    await hub.build.country({ code: 'DM' });
    await hub.build.challenge({ code: 'H1' });
    await hub.build.theme({ code: 'wide' });
    await hub.build.theme({ code: 'rare', broader: 'wide' });
    members.editor('elena', own);
    records = new RecordStages(hub, own, 'rare');
  });
  afterAll(() => hub.stop());

  const everything = async (more: Record<string, string> = {}) => {
    const pages = await harvest(hub, { verb: 'ListRecords', metadataPrefix: 'oai_dc', ...more });
    return { text: pages.map(({ text }) => text).join(), headers: pages.flatMap(headersOf) };
  };

  it('is told with the moment of its withdrawal and the sets that it was in', async () => {
    const { id, expectedVersion: version } = await records.published(
      contentOfCanaries({ title: 'Se va' }),
    );
    const seen = (await everything()).headers;
    clock.pass(DAY);
    const steps = RecordSteps.of(hub, { id, version });
    await steps.take('elena', 'withdrawItem', { reason: [{ locale: 'ES', text: 'Se fue.' }] });

    const gone = {
      identifier: NAME + id,
      datestamp: '2026-03-03T12:00:00Z',
      sets: ['kind:PROTOCOL', 'country:DM', 'theme:rare', 'theme:wide'],
      isDeleted: true,
    };
    expect(seen).toEqual([{ ...gone, datestamp: '2026-03-02T12:00:00Z', isDeleted: false }]);
    const selections: readonly Record<string, string>[] = [
      {},
      { from: '2026-03-03' },
      { set: 'theme:wide' },
      { set: 'country:DM' },
    ];
    for (const selection of selections) {
      const { headers, text } = await everything(selection);
      expect(headers).toEqual([gone]);
      expect(holdsCanary(text)).toBe(false);
    }
    expect((await askOai(hub, `verb=ListMetadataFormats&identifier=${NAME}${id}`)).errors).toEqual(
      [],
    );
    for (const metadataPrefix of FORMATS) {
      const answer = await askOai(hub, {
        verb: 'GetRecord',
        identifier: NAME + id,
        metadataPrefix,
      });
      expect(headersOf(answer)).toEqual([gone]);
      expect(answer.body.child('record').all('metadata')).toEqual([]);
    }
  });

  it('is nothing that never was public: not even its name is known', async () => {
    const before = (await everything()).headers;
    const hidden = await hideCanaries(hub, records);
    const shown = new Set(['next version', 'replaced', 'withdrawn']);

    const { headers, text } = await everything();

    expect(holdsCanary(text)).toBe(false);
    expect(headers.length - before.length).toBe(shown.size);
    for (const [stage, { id }] of hidden) {
      const answer = await askOai(
        hub,
        `verb=GetRecord&metadataPrefix=oai_dc&identifier=${NAME}${id}`,
      );
      expect([stage, answer.errors]).toEqual([stage, shown.has(stage) ? [] : ['idDoesNotExist']]);
      expect(holdsCanary(answer.text)).toBe(false);
    }
  });

  it('is nothing either when even the name of the record must not be read', async () => {
    const texts = { es: { title: CANARY, summary: CANARY } };
    const before = (await everything()).headers;
    await hub.build.item({ slug: CANARY, status: ItemStatus.WITHDRAWN, texts, publishedAt: null });

    const { headers, text } = await everything();

    expect(headers).toEqual(before);
    expect(holdsCanary(text)).toBe(false);
  });
});
