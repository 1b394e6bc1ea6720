import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { mongo } from 'mongoose';
import { ItemStatus, KnowledgeKind } from '../schema/knowledge-enums.js';
import { DAY, HOUR, ManualClock, MINUTE } from './support/manual-clock.js';
import { askOai, harvest, slugsOf, tokenOf } from './support/oai.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const LIST = { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' } as const;
const name = (at: number) => `n${String(at).padStart(2, '0')}`;

describeOnEveryStore('A list in pages', (startHub) => {
  const clock = new ManualClock();
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ clock, config: { OAI_PAGE_SIZE: 3 } });
    // Seven of the same moment: only their ids tell them apart.
    await hub.build.items(Array.from({ length: 7 }, (_, at) => ({ slug: name(at) })));
    clock.pass(MINUTE);
    await hub.build.item({ slug: name(7), status: ItemStatus.WITHDRAWN });
  });
  afterAll(() => hub.stop());

  const resume = (resumptionToken: string, verb: string = LIST.verb) =>
    askOai(hub, { verb, resumptionToken });
  const firstToken = async (more: object = {}) =>
    tokenOf(await askOai(hub, { ...LIST, ...more })) ?? '';

  it('gives every record once, also those of the same moment', async () => {
    const pages = await harvest(hub, LIST);

    expect(pages.map(slugsOf)).toEqual([
      ['n00', 'n01', 'n02'],
      ['n03', 'n04', 'n05'],
      ['n06', 'n07'],
    ]);
    const tokens = pages.map(({ body }) => body.child('resumptionToken'));
    expect(tokens.map(({ attributes }) => attributes)).toEqual([
      { completeListSize: '8', cursor: '0', expirationDate: '2026-03-03T12:01:00Z' },
      { completeListSize: '8', cursor: '3', expirationDate: '2026-03-03T12:01:00Z' },
      { completeListSize: '8', cursor: '6' },
    ]);
    expect(tokens.at(-1)?.text).toBe('');
  });

  it('ends without a token when it fits into one page', async () => {
    const { body } = await askOai(hub, { ...LIST, from: '2026-03-02T12:01:00Z' });

    expect(body.all('header')).toHaveLength(1);
    expect(body.all('resumptionToken')).toEqual([]);
  });

  it('keeps to its set, its stretch of time and its format', async () => {
    await hub.build.items(
      Array.from({ length: 4 }, (_, at) => ({ slug: `p${at}`, kind: KnowledgeKind.PROTOCOL })),
    );
    const selection = { set: 'kind:PROTOCOL', from: '2026-03-02', until: '2026-03-02' };
    const whole = { verb: 'ListRecords', metadataPrefix: 'oai_openaire', ...selection };

    const pages = await harvest(hub, whole);

    expect(pages.map(slugsOf)).toEqual([['p0', 'p1', 'p2'], ['p3']]);
    expect(pages.at(-1)?.text).toContain('<oaire:resource');
    expect((await harvest(hub, { ...LIST, ...selection })).flatMap(slugsOf)).toHaveLength(4);
  });

  it('gives the same page again for the same token', async () => {
    const token = await firstToken();
    const [one, other] = [await resume(token), await resume(token)];

    expect(slugsOf(one)).toEqual(['n03', 'n04', 'n05']);
    expect(slugsOf(other)).toEqual(slugsOf(one));
  });

  it('tells what changes meanwhile at its end, and leaves nothing out', async () => {
    const token = await firstToken();
    clock.pass(MINUTE);
    await hub.build.item({ slug: name(0) });
    await hub.build.item({ slug: name(5), status: ItemStatus.WITHDRAWN });
    await hub.build.item({ slug: 'z-new' });

    const rest: string[] = [];
    for (let next: string | undefined = token; next; ) {
      const page = await resume(next);
      rest.push(...slugsOf(page));
      next = tokenOf(page);
    }

    const unchanged = ['n03', 'n04', 'n06', 'n07', 'p0', 'p1', 'p2', 'p3'];
    expect(rest).toEqual([...unchanged, 'n00', 'n05', 'z-new']);
  });

  it('ends in peace when all that was left has moved out of its stretch of time', async () => {
    const until = '2026-03-02T12:00:00Z';
    const token = await firstToken({ until });
    clock.pass(MINUTE);
    await hub.build.items([1, 2, 3, 4, 6].map((at) => ({ slug: name(at) })));

    expect((await resume(token)).errors).toEqual(['noRecordsMatch']);
  });

  it('refuses tokens that were changed anywhere', async () => {
    const token = await firstToken();
    const place = fc.nat({ max: token.length - 1 });
    const letter = fc.constantFrom('A', 'Z', 'a', '0', '9', '-', '_', '.', '~', ' ');
    await fc.assert(
      fc.asyncProperty(place, letter, async (at, other) => {
        fc.pre(token[at] !== other);
        const { errors } = await resume(token.slice(0, at) + other + token.slice(at + 1));
        expect(errors).toEqual(['badResumptionToken']);
      }),
      {
        numRuns: 40,
        examples: [
          [token.length - 1, 'A'],
          [0, '.'],
        ],
      },
    );
    for (const one of [token.slice(1), `${token}A`, `${token}.`, `${token}.${token}`]) {
      expect((await resume(one)).errors).toEqual(['badResumptionToken']);
    }
  });

  it('refuses a token of another verb, and one with other arguments beside it', async () => {
    const token = await firstToken();

    expect((await resume(token, 'ListRecords')).errors).toEqual(['badResumptionToken']);
    expect((await resume(token, 'ListSets')).errors).toEqual(['badResumptionToken']);
    const { errors } = await askOai(hub, { ...LIST, resumptionToken: token });
    expect(errors).toEqual(['badArgument']);
  });

  it('refuses tokens of another hub', async () => {
    const other = await startHub({ clock, config: { OAI_PAGE_SIZE: 1 } });
    try {
      await other.build.items([{ slug: 'x' }, { slug: 'y' }]);
      const foreign = tokenOf(await askOai(other, LIST)) ?? '';

      expect(foreign.length).toBeGreaterThan(20);
      expect((await resume(foreign)).errors).toEqual(['badResumptionToken']);
    } finally {
      await other.stop();
    }
  });

  it('honours a token for a day', async () => {
    const token = await firstToken();
    clock.pass(DAY - HOUR);
    expect((await resume(token)).errors).toEqual([]);
    clock.pass(2 * HOUR);
    expect((await resume(token)).errors).toEqual(['badResumptionToken']);
  });

  it('costs the store two commands a page, each answered from an index in its order', async () => {
    const finds = await findsOf(hub, async () => {
      await resume(await firstToken({ from: '2026-03-02', until: '2026-03-09' }));
    });

    expect(finds).toHaveLength(4);
    for (const find of finds) {
      const stages = await stagesOf(hub, find);
      expect(stages).toContain('IXSCAN');
      expect(stages).not.toContain('SORT');
    }
  });
});

interface Find {
  readonly find: string;
  readonly filter: object;
  readonly sort: object;
  readonly limit: number;
}

/** What records were asked for meanwhile, by lists in order of their changes. */
async function findsOf({ hub }: TestHub, run: () => Promise<void>): Promise<readonly Find[]> {
  const seen: Find[] = [];
  const note = ({ command }: mongo.CommandStartedEvent) => {
    const { sort, limit } = command as Partial<Find>;
    if (sort && limit === 4) seen.push(command as unknown as Find);
  };
  const client = hub.store.connection.getClient();
  client.on('commandStarted', note);
  await run();
  client.off('commandStarted', note);
  return seen;
}

/** Names of the stages of the plan that the store chooses. */
async function stagesOf({ hub }: TestHub, find: Find): Promise<readonly string[]> {
  const { collection } = hub.models.knowledge;
  const { filter, sort, limit } = find;
  const plan = await collection
    .find(filter)
    .sort(sort as never)
    .limit(limit)
    .explain('queryPlanner');
  const { winningPlan } = (plan as unknown as { queryPlanner: { winningPlan: object } })
    .queryPlanner;
  return [...JSON.stringify(winningPlan).matchAll(/"stage":"(\w+)"/g)].map(
    ([, stage]) => stage ?? '',
  );
}
