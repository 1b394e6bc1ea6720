import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Assistant } from './support/assistant.js';
import { FaultyServer } from './support/faulty-engine.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const CONTROL = 'Uno\u0000\u0007 "dos"\u2028 </script>';
const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  },
};

describe('The door for assistants', () => {
  let hub: TestHub;
  let assistant: Assistant;
  beforeAll(async () => {
    hub = await startTestHub({ seeds: true });
    await hub.build.item({
      slug: 'whole',
      countries: ['PE'],
      texts: { es: { title: CONTROL, body: 'Cuerpo.' }, pt: { title: 'Um' } },
    });
    assistant = await Assistant.of(hub);
  });
  afterAll(async () => {
    await assistant.close();
    await hub.stop();
  });

  const send = (body: string, headers: Record<string, string> = {}, method = 'POST') =>
    fetch(`${hub.url}/mcp`, {
      method,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      ...(method === 'POST' && { body }),
    });

  it('says what it is and offers tools that only read', async () => {
    const { tools } = await assistant.client.listTools();

    expect(assistant.client.getServerVersion()).toMatchObject({ name: 'saberes' });
    expect(assistant.client.getInstructions()).toContain('Search first');
    expect(tools.map(({ name }) => name)).toEqual([
      'search_experiences',
      'get_record',
      'list_challenges',
      'list_themes',
    ]);
    for (const { description, annotations, inputSchema } of tools) {
      expect(description).not.toBe('');
      expect(annotations).toMatchObject({ readOnlyHint: true });
      expect(inputSchema.properties).toHaveProperty('language');
    }
    expect(tools[0]?.inputSchema.properties?.limit).toMatchObject({ minimum: 1, maximum: 20 });
  });

  it('finds records in the asked language, within filters, page by page', async () => {
    const first = await assistant.use('search_experiences', {
      query: 'desastres',
      countries: ['mx', 'CR'],
      limit: 1,
      language: 'pt',
    });
    const data = first.data as {
      totalCount: number;
      nodes: { slug: string; url: string; countries: { code: string }[] }[];
      pageInfo: { endCursor: string };
    };
    const next = await assistant.use('search_experiences', {
      query: 'desastres',
      countries: ['MX', 'CR'],
      limit: 1,
      language: 'pt',
      after: data.pageInfo.endCursor,
    });

    expect(first.isError).toBe(false);
    expect(first.structured).toEqual(first.data);
    expect(data.nodes).toHaveLength(1);
    expect(data.totalCount).toBeGreaterThan(1);
    expect(data.nodes[0]?.url).toContain('/pt/items/');
    expect(JSON.stringify(data.nodes[0]?.countries)).toMatch(/"(MX|CR)"/);
    expect(next.data.nodes).not.toEqual(data.nodes);
  });

  it('gives a record whole, whatever stands in it', async () => {
    const es = await assistant.use('get_record', { slug: 'whole' });
    const pt = await assistant.use('get_record', { slug: 'whole', language: 'pt' });

    expect(es.data).toMatchObject({
      title: CONTROL,
      body: 'Cuerpo.',
      countries: [{ code: 'PE', name: 'Perú' }],
      rights: 'OPEN',
    });
    expect(pt.data).toMatchObject({ title: 'Um', shownIn: { isFallback: false } });
  });

  it('lists challenges and themes with the codes that a search takes', async () => {
    const { challenges } = (await assistant.use('list_challenges', { language: 'fr' })).data as {
      challenges: { code: string; name: string; description: string }[];
    };
    const { thematicAreas } = (await assistant.use('list_themes', { language: 'en' })).data as {
      thematicAreas: { code: string; name: string }[];
    };
    const { isError } = await assistant.use('search_experiences', {
      challenges: [challenges[0]?.code],
      themes: ['health'],
    });

    expect(challenges).toHaveLength(25);
    expect(challenges[0]?.name).toBe('Participation citoyenne face à la pandémie');
    expect(thematicAreas).toContainEqual(
      expect.objectContaining({ code: 'health', name: 'Health' }),
    );
    expect(isError).toBe(false);
  });

  it.each([
    ['get_record', { slug: 'nowhere' }, 'NOT_FOUND'],
    ['search_experiences', { countries: ['ZZ'] }, 'BAD_USER_INPUT'],
    ['search_experiences', { themes: ['nothing'] }, 'BAD_USER_INPUT'],
    ['search_experiences', { after: 'forged' }, 'BAD_CURSOR'],
  ])('refuses in the words and codes of the hub: %s %j', async (tool, given, code) => {
    const { isError, data } = await assistant.use(tool, given);

    expect([isError, data.code]).toEqual([true, code]);
    expect(data.message).not.toBe('');
  });

  it.each([
    ['search_experiences', { limit: 1_000 }],
    ['search_experiences', { query: 'x'.repeat(501) }],
    ['search_experiences', { kinds: ['RECIPE'] }],
    ['search_experiences', { countries: [{ $ne: 'PE' }] }],
    ['get_record', { slug: 'whole', language: 'de' }],
    ['get_record', {}],
    ['publish_draft', { slug: 'whole' }],
  ])('takes nothing that its tools do not declare: %s %j', async (tool, given) => {
    const { isError, text } = await assistant.use(tool, given);

    expect(isError).toBe(true);
    expect(text).toMatch(/Invalid arguments|not found/);
  });

  it('answers one message at a time, by POST, in JSON', async () => {
    const answer = await send(JSON.stringify(INITIALIZE));

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('mcp-session-id')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    for (const method of ['GET', 'DELETE', 'PUT']) {
      const refused = await send('', {}, method);
      expect([method, refused.status, refused.headers.get('allow')]).toEqual([method, 405, 'POST']);
    }
    expect((await send(JSON.stringify([INITIALIZE, INITIALIZE]))).status).toBe(400);
    expect((await send('{"jsonrpc"')).status).toBe(400);
    expect((await send('{}')).status).toBe(400);
    expect((await send(JSON.stringify(INITIALIZE), { accept: 'text/html' })).status).toBe(406);
  });

  it('refuses pages of other sites, and those that took over its name', async () => {
    const own = new URL(hub.hub.url).origin;
    const asked = (origin: string) => send(JSON.stringify(INITIALIZE), { origin });

    expect((await asked('https://evil.example')).status).toBe(403);
    expect((await asked('null')).status).toBe(403);
    expect((await asked(own)).status).toBe(200);
  });

  it('refuses a body that is too large without reading on', async () => {
    const message = { ...INITIALIZE, padding: 'x'.repeat(70_000) };
    const answer = await send(JSON.stringify(message));

    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32_600 } });
  });

  it('logs nothing of all that as a fault', () => {
    expect(hub.log.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

describe('An assistant while search is down', () => {
  it('is told so, and goes on reading records', async () => {
    const server = new FaultyServer();
    const hub = await startTestHub({ engine: server.engine() });
    await hub.build.item({ slug: 'read' });
    const assistant = await Assistant.of(hub);
    server.isDown = true;
    try {
      const found = await assistant.use('search_experiences', { query: 'x' });
      const read = await assistant.use('get_record', { slug: 'read' });

      expect([found.isError, found.data.code]).toEqual([true, 'SEARCH_UNAVAILABLE']);
      expect(read.data).toMatchObject({ slug: 'read' });
    } finally {
      await assistant.close();
      await hub.stop();
    }
  });
});

describe('An assistant that asks too much', () => {
  it('is told to wait', async () => {
    const hub = await startTestHub({ config: { QUOTA_STRANGERS: 50 } });
    const assistant = await Assistant.of(hub);
    try {
      const answers = [];
      for (let times = 0; times < 5; times++)
        answers.push(await assistant.use('search_experiences').catch((error: unknown) => error));
      expect(JSON.stringify(answers)).toContain('RATE_LIMITED');
    } finally {
      await assistant.close();
      await hub.stop();
    }
  });
});
