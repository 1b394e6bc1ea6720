import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PartnerKeyKind } from '../schema/partner-enums.js';
import { newPartnerKey } from '../server/embed/partner-keys.js';
import { ManualClock, MINUTE } from './support/manual-clock.js';
import { ORIGIN } from './support/partners.js';
import { describeOnEveryStore } from './support/platforms.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describeOnEveryStore('A key of a partner', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.stop());

  it('tells whose it is, of what kind, and where it may be used', async () => {
    const { _id: id, name, keys, ...partner } = await hub.build.partner();
    const { embedding } = hub.hub;
    const owner = { id, name, origins: [ORIGIN] };

    expect(await embedding.keys.find(partner.publicKey)).toEqual({
      partner: owner,
      kind: PartnerKeyKind.PUBLIC,
      keyId: keys[0]?._id,
    });
    expect(await embedding.keys.find(partner.secretKey)).toEqual({
      partner: owner,
      kind: PartnerKeyKind.SECRET,
      keyId: keys[1]?._id,
    });
  });

  it('is looked up once, however many ask at the same time', async () => {
    const { publicKey } = await hub.build.partner();
    const commands = await hub.storeCommands(async () => {
      const { keys } = hub.hub.embedding;
      await Promise.all(Array.from({ length: 200 }, async () => keys.find(publicKey)));
    });

    expect(commands.map(({ commandName }) => commandName)).toEqual(['find', 'update']);
  });

  it.each(['', 'sabp_', 'sabp_short', `sab_${'a'.repeat(43)}`, `sabp_${'a'.repeat(44)}`, '$ne'])(
    'is not looked for when it cannot be one: %j',
    async (text) => {
      const commands = await hub.storeCommands(async () => {
        expect(await hub.hub.embedding.keys.find(text)).toBeNull();
      });

      expect(commands).toEqual([]);
    },
  );

  it('is unknown when it was made up', async () => {
    const { secret } = newPartnerKey(PartnerKeyKind.PUBLIC, new Date());

    expect(await hub.hub.embedding.keys.find(secret)).toBeNull();
  });
});

describe('A key of a partner, as time passes', () => {
  const clock = new ManualClock();
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ clock });
  });
  afterAll(() => hub.stop());

  it('is trusted for less than two seconds, whatever other processes do', async () => {
    const { _id, publicKey } = await hub.build.partner();
    const { embedding, models } = hub.hub;
    expect(await embedding.keys.find(publicKey)).not.toBeNull();
    await models.partner.updateOne({ _id }, { $set: { keys: [] } });

    clock.pass(1_999);
    expect(await embedding.keys.find(publicKey)).not.toBeNull();
    clock.pass(1);
    expect(await embedding.keys.find(publicKey)).toBeNull();
  });

  it('remembers when it was last used, to five minutes', async () => {
    const { _id, publicKey } = await hub.build.partner();
    const { embedding, models } = hub.hub;
    const lastUse = async () => (await models.partner.findById(_id).lean())?.keys[0]?.lastUsedAt;
    const first = clock.now();
    await embedding.keys.find(publicKey);
    clock.pass(4 * MINUTE);
    await embedding.keys.find(publicKey);
    expect(await lastUse()).toEqual(first);

    clock.pass(MINUTE);
    await embedding.keys.find(publicKey);
    expect(await lastUse()).toEqual(clock.now());
  });
});
