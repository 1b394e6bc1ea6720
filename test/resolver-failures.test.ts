import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

/** A record that says nothing about its type, as a bug might make one. */
const unknown = { id: 'itm_stray', secret: 'inside' };

describe('A bug in a resolver', () => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await startTestHub();
    await hub.build.item({ slug: 'sound' });
  });
  afterEach(() => hub.stop());

  it.each([
    ['one', '{ node(id: "itm_stray") { __typename } }', { node: null }],
    ['several', '{ nodes(ids: ["itm_stray"]) { id } }', { nodes: [null] }],
  ])('that gives %s of no type fails the field and nothing else', async (_many, document, data) => {
    Object.assign(hub.hub.knowledge, { findMany: async () => [unknown] });

    for (const _again of [1, 2]) {
      const answer = await hub.ask(document);

      expect(answer.status).toBe(200);
      expect(answer.data).toEqual(data);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
      expect(answer.errors?.[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
      expect(answer.text).not.toMatch(/unresolved|inside|Runtime/);
    }
    // What was thrown is for the log.
    expect(JSON.stringify(hub.log)).toContain('unresolved: ');
    expect(await hub.query('{ hub { name } }')).toEqual({ hub: { name: 'Saberes' } });
  });

  it.each([
    [
      'at once',
      () => () => {
        throw new Error('inside');
      },
    ],
    ['later', () => () => Promise.reject(new Error('inside'))],
    ['with no error at all', () => () => Promise.reject(undefined)],
  ])('that throws %s is masked, logged and survived', async (_when, makeBroken) => {
    Object.assign(hub.hub.knowledge, { find: makeBroken() });

    const answer = await hub.ask('{ knowledgeItem(slug: "sound") { title } }');

    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ knowledgeItem: null });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(answer.text).not.toContain('inside');
    const requestId = answer.errors?.[0]?.extensions.requestId;
    expect(hub.log.filter(({ level }) => level >= 50)).toMatchObject([{ requestId }]);
    expect(await hub.query('{ hub { name } }')).toEqual({ hub: { name: 'Saberes' } });
  });
});
