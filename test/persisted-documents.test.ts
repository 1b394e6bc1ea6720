import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ANSWER,
  type BuiltPartner,
  codeOf,
  DOCUMENT,
  DRAFT,
  FREE,
  get,
  idOf,
  NOT_FOUND,
  post,
  read,
  remembered,
  startWithPartner,
  withKey,
} from './support/documents.js';
import { buildPartner, buildStoredQuery, ORIGIN } from './support/partners.js';
import type { TestHub } from './support/start-test-hub.js';

describe('A stored document', () => {
  let hub: TestHub;
  let partner: BuiltPartner;
  let other: BuiltPartner;
  beforeAll(async () => {
    ({ hub, partner } = await startWithPartner());
    other = await buildPartner(hub.hub.models);
  });
  afterAll(() => hub.stop());

  const documentId = idOf(DOCUMENT);
  const variables = { slug: 'a' };
  const inAddress = { documentId, variables: JSON.stringify(variables) };

  it('is answered to a page on a site of its partner by a plain GET', async () => {
    const answer = await get(hub, { ...inAddress, key: partner.publicKey }, { origin: ORIGIN });

    expect(answer.data).toEqual(ANSWER);
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('vary')).toMatch(
      /^origin, accept, accept-encoding, accept-language$/,
    );
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=1/);
    expect(answer.headers.get('etag')).toMatch(/^"/);
  });

  it('is not sent again to who has it', async () => {
    const asked = { ...inAddress, key: partner.publicKey };
    const etag = (await get(hub, asked, { origin: ORIGIN })).headers.get('etag') ?? '';
    const url = `${hub.url}/graphql?${new URLSearchParams(asked)}`;

    const again = await fetch(url, { headers: { origin: ORIGIN, 'if-none-match': etag } });

    expect(again.status).toBe(304);
  });

  it('is answered to a server by GET and by POST, in both media types', async () => {
    const key = withKey(partner.secretKey);
    const accept = 'application/graphql-response+json';

    expect((await get(hub, inAddress, key)).data).toEqual(ANSWER);
    expect((await post(hub, { documentId, variables }, key)).data).toEqual(ANSWER);
    const modern = await post(hub, { documentId, variables }, { ...key, accept });
    expect(modern.data).toEqual(ANSWER);
    expect(modern.headers.get('content-type')).toMatch(/^application\/graphql-response\+json/);
  });

  it('lets a page send its key in a header', async () => {
    const url = `${hub.url}/graphql?${new URLSearchParams({ documentId })}`;
    const asked = { 'access-control-request-headers': 'authorization', origin: ORIGIN };
    const { status, headers } = await fetch(url, { method: 'OPTIONS', headers: asked });

    expect(status).toBe(204);
    expect(headers.get('access-control-allow-headers')).toMatch(/authorization/);
    for (const name of ['allow', 'access-control-allow-methods'])
      expect(headers.get(name)).toBe('GET, HEAD, POST, OPTIONS');
    const own = { ...withKey(partner.publicKey), origin: ORIGIN };
    const answer = await get(hub, inAddress, own);
    expect(answer.data).toEqual(ANSWER);
    expect(answer.headers.get('cache-control')).toMatch(/^private/);
  });

  it('answers in the language that is accepted', async () => {
    const headers = { ...withKey(partner.secretKey), 'accept-language': 'en' };

    expect((await get(hub, inAddress, headers)).data).toEqual({ knowledgeItem: { title: 'One' } });
  });

  it('may be named by the id of its query, as ready-made ones are', async () => {
    const own = { documentId: 'title', variables };
    const readyMade = await get(hub, { documentId: 'newest', variables: '{"limit":1}' });

    expect((await post(hub, own, withKey(partner.secretKey))).data).toEqual(ANSWER);
    expect(readyMade.data).toMatchObject({ list: { nodes: [{ slug: 'a' }] } });
  });

  it('is answered by the operation that it is stored for', async () => {
    const key = withKey(partner.secretKey);
    const ask = (operationName: unknown) =>
      post(hub, { documentId, variables, operationName }, key);

    expect((await ask('Title')).data).toEqual(ANSWER);
    expect((await ask(null)).data).toEqual(ANSWER);
    expect(codeOf(await ask('Another'))).toEqual(NOT_FOUND);
  });

  it('needs the key of its partner', async () => {
    expect(codeOf(await get(hub, inAddress))).toEqual({ status: 401, code: 'KEY_MISSING' });
    expect(codeOf(await get(hub, inAddress, withKey(other.secretKey)))).toEqual(NOT_FOUND);
    expect(
      codeOf(
        await get(hub, { ...inAddress, key: partner.publicKey }, { origin: 'https://x.example' }),
      ),
    ).toEqual({ status: 403, code: 'ORIGIN_NOT_ALLOWED' });
  });

  it.each([
    idOf('{ hub { name } }'),
    documentId.toUpperCase(),
    `sha256:${'0'.repeat(63)}`,
    'sha256:',
    'md5:0123',
    'x-own:{"$ne":null}',
  ])('is found by its own identifier alone, not by %s', async (unknown) => {
    const key = withKey(partner.secretKey);

    expect(codeOf(await post(hub, { documentId: unknown, variables }, key))).toEqual(NOT_FOUND);
  });

  it('is found however many others have stored the same', async () => {
    const document = '{ hub { locales } }';
    const { models } = hub.hub;
    for (let copy = 0; copy < 101; copy += 1)
      await buildStoredQuery(models, { _id: `copy-${copy}`, partner: other._id, document });
    await buildStoredQuery(models, { _id: 'own-copy', partner: partner._id, document });

    const answer = await post(hub, { documentId: idOf(document) }, withKey(partner.secretKey));

    expect(answer.data).toMatchObject({ hub: { locales: ['ES', 'EN', 'PT', 'FR'] } });
  });

  it('is tried out as a draft with the secret key only', async () => {
    const draft = { documentId: idOf(DRAFT) };

    expect((await post(hub, draft, withKey(partner.secretKey))).status).toBe(200);
    expect(
      codeOf(await get(hub, { ...draft, key: partner.publicKey }, { origin: ORIGIN })),
    ).toEqual(NOT_FOUND);
  });

  it.each<[object, string]>([
    [{ variables: { slug: 'a', more: 1 } }, 'more'],
    [{ variables: {} }, 'slug'],
    [{ variables: [] }, 'variables'],
    [{ variables: { slug: 'a' }, extensions: 'x' }, 'extensions'],
    [{ variables: { slug: 'a' }, operationName: 1 }, 'operationName'],
    [{ variables: { slug: 'a' }, query: FREE }, 'query'],
    [{ documentId: 7 }, 'documentId'],
  ])('refuses %j', async (parts, argument) => {
    const answer = await post(hub, { documentId, ...parts }, withKey(partner.secretKey));

    expect(codeOf(answer)).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    expect(answer.errors?.[0]?.extensions.argument).toBe(argument);
  });

  it('refuses values of the wrong type', async () => {
    const key = withKey(partner.secretKey);
    for (const slug of [{ $ne: null }, ['a', 'b'], 7.5, null]) {
      const answer = await post(hub, { documentId, variables: { slug } }, key);

      expect(codeOf(answer)).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    }
  });

  it('takes no value twice in an address, and no broken JSON', async () => {
    const url = `${hub.url}/graphql?documentId=newest&documentId=search`;
    expect(codeOf(await read(await fetch(url)))).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(codeOf(await get(hub, { documentId: 'newest', variables: '{' }))).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
    });
  });

  it('is never something that changes anything', async () => {
    const document = 'mutation { signOut { problems { code } } }';
    await buildStoredQuery(hub.hub.models, { partner: partner._id, _id: 'changing', document });

    const answer = await post(hub, { documentId: idOf(document) }, withKey(partner.secretKey));

    expect(codeOf(answer)).toEqual({ status: 410, code: 'QUERY_RETIRED' });
  });
});

describe('An automatically persisted query', () => {
  let hub: TestHub;
  let partner: BuiltPartner;
  beforeAll(async () => {
    ({ hub, partner } = await startWithPartner());
  });
  afterAll(() => hub.stop());

  const extensions = remembered(FREE);

  it('is unknown at first, then remembered, also where the hub knows the operation', async () => {
    await hub.query(FREE);
    const first = await post(hub, { extensions });
    const register = await post(hub, { query: FREE, extensions });
    const again = await post(hub, { extensions });

    expect(first.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(register.data).toMatchObject({ hub: {} });
    expect(again.data).toEqual(register.data);
  });

  it('is answered by GET as well, and held to the same limits', async () => {
    await post(hub, { query: FREE, extensions });
    const headers = { 'apollo-require-preflight': 'true' };
    const answer = await get(hub, { extensions: JSON.stringify(extensions) }, headers);
    expect(answer.data).toMatchObject({ hub: {} });

    const costly =
      '{ knowledgeItems(first: 100) { nodes { related(first: 20) { related(first: 20) { title } } } } }';
    for (const query of [costly, undefined]) {
      const refused = await post(hub, { query, extensions: remembered(costly) });
      expect(refused.data).toBeUndefined();
      expect(refused.errors?.[0]?.extensions.code).toBe(
        query ? 'OPERATION_TOO_COMPLEX' : 'PERSISTED_QUERY_NOT_FOUND',
      );
    }
  });

  it('with another digest than its own is refused', async () => {
    const answer = await post(hub, { query: DRAFT, extensions });

    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
  });

  it('does not become a stored document', async () => {
    await post(hub, { query: FREE, extensions });

    const key = withKey(partner.secretKey);
    expect(codeOf(await post(hub, { documentId: idOf(FREE) }, key))).toEqual(NOT_FOUND);
  });

  it('is not what a partner has stored', async () => {
    const answer = await post(hub, { variables: { slug: 'a' }, extensions: remembered(DOCUMENT) });

    expect(answer.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});
