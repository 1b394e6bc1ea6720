import { expect, it } from '@jest/globals';
import { embedded, refusal } from './support/embed.js';
import { buildPartner, buildStoredQuery, ORIGIN } from './support/partners.js';
import { describeOnEveryStore } from './support/platforms.js';

const INVALID = { status: 401, code: 'KEY_INVALID' };
const OVER = { status: 429, code: 'RATE_LIMITED' };

describeOnEveryStore('Guessing', (startHub) => {
  it('ends the reading of the store for made-up keys, but not for true ones', async () => {
    const hub = await startHub({});
    try {
      const { publicKey } = await buildPartner(hub.hub.models);
      const other = await buildPartner(hub.hub.models);
      const ask = (key: string) => embedded(hub, `newest?key=${key}`, { origin: ORIGIN });
      const guess = (number: number) => ask(`sabp_${String(number).padStart(43, 'A')}`);
      expect((await ask(publicKey)).status).toBe(200);
      for (let number = 0; number < 100; number += 1) {
        expect(refusal(await guess(number))).toEqual(INVALID);
      }

      const commands = await hub.storeCommands(async () => {
        for (let number = 100; number < 110; number += 1) {
          expect(refusal(await guess(number))).toEqual(OVER);
        }
      });

      expect(commands).toEqual([]);
      expect((await ask(publicKey)).status).toBe(200);
      expect(refusal(await ask(other.publicKey))).toEqual(OVER);
      expect((await embedded(hub, 'newest')).status).toBe(200);
    } finally {
      await hub.stop();
    }
  });

  it('ends the reading of the store for made-up queries, and tells none of others apart', async () => {
    const hub = await startHub({});
    try {
      const { _id: partner, publicKey } = await buildPartner(hub.hub.models);
      const other = await buildPartner(hub.hub.models);
      await buildStoredQuery(hub.hub.models, { partner, _id: 'ours' });
      await buildStoredQuery(hub.hub.models, { partner: other._id, _id: 'theirs' });
      const ask = (id: string, key = publicKey) =>
        embedded(hub, `${id}?key=${key}`, { origin: ORIGIN });
      const byDocument = (number: number) =>
        fetch(
          `${hub.url}/graphql?documentId=sha256:${String(number).padStart(64, '0')}&key=${publicKey}`,
          { headers: { origin: ORIGIN } },
        );
      expect((await ask('ours')).status).toBe(200);
      expect((await ask('theirs', other.publicKey)).status).toBe(200);
      for (let number = 0; number < 49; number += 1) {
        expect((await ask(`made-up-${number}`)).status).toBe(404);
        expect((await byDocument(number)).status).toBe(404);
      }
      expect((await ask('theirs')).status).toBe(404);
      expect((await ask('none')).status).toBe(404);

      const commands = await hub.storeCommands(async () => {
        for (const id of ['made-up-100', 'theirs', 'none']) {
          expect(refusal(await ask(id))).toEqual(OVER);
        }
        expect((await byDocument(100)).status).toBe(429);
      });

      expect(commands).toEqual([]);
      expect((await ask('ours')).status).toBe(200);
      expect((await ask('theirs', other.publicKey)).status).toBe(200);
    } finally {
      await hub.stop();
    }
  });

  it('ends guessing', async () => {
    const hub = await startHub({ config: { QUOTA_STRANGERS: 5 } });
    try {
      const guess = () => embedded(hub, `own?key=sabp_${'A'.repeat(43)}`, { origin: ORIGIN });
      for (let times = 0; times < 5; times += 1) {
        expect(refusal(await guess())).toEqual(INVALID);
      }
      expect(refusal(await guess())).toEqual(OVER);
    } finally {
      await hub.stop();
    }
  });
});
