import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { embedded, refusal } from './support/embed.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('The door for embedded answers', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    await hub.build.country({ code: 'PE', name: 'Perú' });
    await hub.build.country({ code: 'CL', name: 'Chile' });
    await hub.build.item({
      slug: 'a',
      countries: ['PE', 'CL'],
      texts: { es: { title: 'Uno' }, en: { title: 'One' } },
    });
  });
  afterAll(() => hub.stop());

  const etagOf = async (what: string, headers?: Readonly<Record<string, string>>) =>
    (await embedded(hub, what, headers)).headers.get('etag');

  it('gives one question one answer, however its address is written', async () => {
    const etag = await etagOf('newest?country=PE&country=CL&limit=5&lang=es');

    expect(await etagOf('newest?lang=ES&limit=5&country=CL%2CPE')).toBe(etag);
    expect(await etagOf('newest?country=cl,%20pe,PE&limit=05&lang=es&theme=&kind=')).toBe(etag);
  });

  it.each<Readonly<Record<string, string>>>([
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' },
    { 'x-original-url': '/embed/item.json?slug=b', 'x-rewrite-url': '/graphql' },
    { 'x-http-method-override': 'POST' },
    { 'ACCEPT-LANGUAGE': 'es', origin: 'https://evil.example', referer: 'https://evil.example/' },
    { 'content-type': 'text/html', accept: 'text/html', cookie: 'saberes=forged' },
  ])('lets no header change or poison what others get: %j', async (tricks) => {
    await hub.hub.dataVersion.bump();
    const tricked = await embedded(hub, 'item?slug=a', tricks);
    const plain = await embedded(hub, 'item?slug=a');

    expect(plain.text).toBe(tricked.text);
    expect(plain.text).not.toMatch(/evil/);
    expect(plain.headers.get('etag')).toBe(tricked.headers.get('etag'));
    expect(plain.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('keeps languages apart, whichever was asked first', async () => {
    await hub.hub.dataVersion.bump();
    const english = await embedded(hub, 'item?slug=a', { 'accept-language': 'en' });
    const spanish = await embedded(hub, 'item?slug=a', { 'accept-language': 'es' });

    expect(english.data.item?.title).toBe('One');
    expect(spanish.data.item?.title).toBe('Uno');
  });

  it('takes neither variables nor languages from anywhere but their parameters', async () => {
    const variables = encodeURIComponent('{"limit":50}');

    expect(refusal(await embedded(hub, `newest?variables=${variables}`))).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      argument: 'variables',
    });
  });

  it('answers HEAD with the head of the answer', async () => {
    const whole = await embedded(hub, 'newest');
    const head = await embedded(hub, 'newest', {}, 'HEAD');

    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'));
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(whole.text)));
    expect((await embedded(hub, 'newest?limit=0', {}, 'HEAD')).status).toBe(400);
  });

  it('lets browsers send a key in a header', async () => {
    const asked = {
      origin: 'https://partner.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    };
    const { status, headers } = await embedded(hub, 'newest', asked, 'OPTIONS');

    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    for (const name of ['allow', 'access-control-allow-methods'])
      expect(headers.get(name)).toBe('GET, HEAD, OPTIONS');
    expect(headers.get('access-control-allow-headers')).toMatch(/authorization/);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('does nothing for %s', async (method) => {
    const { status, headers } = await embedded(hub, 'newest', {}, method);

    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });

  it('refuses addresses that nobody writes', async () => {
    expect(refusal(await embedded(hub, `search?query=${'a'.repeat(5_000)}`))).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
    });
    const countries = Array.from({ length: 200 }, (_one, at) => `C${at}`).join();
    expect(refusal(await embedded(hub, `search?country=${countries}`))).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      argument: 'country',
    });
  });

  it.each([
    '/embed/%2e%2e/graphql.json',
    '/embed/../graphql.json',
    '/embed/newest%00.json',
    '/embed/constructor.json',
    '/embed/__proto__.json',
    '/embed/.json',
    '/embed/NEWEST.json',
    '/embed/newest.json.json',
    '/embed/a/b.json',
    '/embed/%ff.json',
  ])('finds no query at %s', async (path) => {
    const { status, body } = await rawly(hub, path);

    expect(status).toBeGreaterThanOrEqual(401);
    expect(status).toBeLessThanOrEqual(404);
    expect(body).not.toMatch(/"data"/);
  });

  it('survives escapes that are none', async () => {
    const { status } = await rawly(hub, '/embed/search.json?query=%E0%A4%A&limit=%');

    expect(status).toBe(400);
    expect((await embedded(hub, 'newest')).status).toBe(200);
  });

  it('gives two hubs caches of their own', async () => {
    const other = await startTestHub();
    try {
      await other.build.item({ slug: 'a', texts: { es: { title: 'Ajeno' } } });
      await embedded(hub, 'item?slug=a');

      expect((await embedded(other, 'item?slug=a')).data.item?.title).toBe('Ajeno');
      expect((await embedded(hub, 'item?slug=a')).data.item?.title).toBe('Uno');
    } finally {
      await other.stop();
    }
  });
});

/** Sends an address as it is, without a client that tidies it up. */
function rawly(hub: TestHub, path: string): Promise<{ status: number; body: string }> {
  const { port } = new URL(hub.url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
