import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { administratorOf } from './support/administrator.js';
import type { BrowserSession } from './support/browser-session.js';
import { eventually } from './support/eventually.js';
import {
  CHANGE_STATUS,
  CREATE_KEY,
  PARTNER,
  type PartnerAnswer,
  REGISTER,
  REMOVE_PARTNER,
  REVOKE_KEY,
  SAVE_QUERY,
} from './support/partner-operations.js';
import { ORIGIN } from './support/partners.js';
import { describeOnEveryStore, realMongo } from './support/platforms.js';
import { withDatabase } from './support/real-mongo.js';
import { freshDatabase } from './support/running-mongo.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const DOCUMENT = `query ($country: [CountryCode!], $first: Int) {
  knowledgeItems(filter: { countries: $country }, first: $first) { nodes { title url } }
}`;

const AS_PARTNER = { headers: { origin: ORIGIN } };

interface Answer {
  readonly data?: { readonly knowledgeItems: { readonly nodes: readonly { title: string }[] } };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** As a page of the partner asks. */
async function ask(hub: TestHub, id: string, key: string, more = '') {
  const address = `${hub.url}/embed/${id}.json?lang=es&key=${key}${more}`;
  const response = await fetch(address, { headers: { origin: ORIGIN } });
  const { data, errors = [] } = (await response.json()) as Answer;
  return {
    status: response.status,
    titles: data?.knowledgeItems.nodes.map(({ title }) => title),
    codes: errors.map(({ extensions }) => extensions.code),
  };
}

/** What an administrator does for a partner, step by step. */
class Steps {
  constructor(private readonly session: BrowserSession) {}

  async register(name: string): Promise<string> {
    const input = { name, contact: 'web@partner.example', origins: [ORIGIN] };
    const { partner } = await this.take('registerPartner', REGISTER, input);
    return partner?.id ?? '';
  }

  async createKey(id: string) {
    const { secret, key } = await this.take('createPartnerKey', CREATE_KEY, { id, kind: 'PUBLIC' });
    return { secret: secret ?? '', id: key?.id ?? '' };
  }

  save = (partner: string, id: string, country: string) =>
    this.take('saveStoredQuery', SAVE_QUERY, {
      partner,
      id,
      title: 'Agua',
      document: DOCUMENT,
      variables: [
        { name: 'country', values: [country], isOpen: true },
        { name: 'first', values: ['5'] },
      ],
    });

  setStatus = (id: string, expectedVersion: number, status: string) =>
    this.take('changeStoredQueryStatus', CHANGE_STATUS, { id, expectedVersion, status });

  revokeKey = (id: string, key: string) => this.take('revokePartnerKey', REVOKE_KEY, { id, key });

  remove = (id: string, expectedVersion: number) =>
    this.take('removePartner', REMOVE_PARTNER, { id, expectedVersion });

  async usageOf(id: string) {
    const { usage } = await this.session.get<{ usage: object }>('partner', PARTNER, { id });
    return usage;
  }

  private async take(field: string, document: string, input: object): Promise<PartnerAnswer> {
    const answer = await this.session.get<PartnerAnswer>(field, document, { input });
    if (answer.problems.length > 0) throw new Error(JSON.stringify(answer.problems));
    return answer;
  }
}

describeOnEveryStore('A partner', (startHub) => {
  let hub: TestHub;
  let steps: Steps;
  beforeAll(async () => {
    hub = await startHub();
    await hub.build.country({ code: 'GT' });
    await hub.build.country({ code: 'HN' });
    steps = new Steps(await administratorOf(hub));
  });
  afterAll(() => hub.stop());

  it('registers, saves a query, shows new lessons, rotates its key and retires the query', async () => {
    const id = await steps.register('Portal');
    const first = await steps.createKey(id);
    await steps.save(id, 'journey', 'GT');
    expect(await ask(hub, 'journey', first.secret)).toMatchObject({ codes: ['QUERY_NOT_FOUND'] });

    await steps.setStatus('journey', 1, 'ACTIVE');
    expect(await ask(hub, 'journey', first.secret)).toMatchObject({ status: 200, titles: [] });
    await hub.build.lesson({ countries: ['GT'], texts: { es: { title: 'Cosechar lluvia' } } });
    await hub.build.lesson({ countries: ['HN'], texts: { es: { title: 'Guardar semillas' } } });
    expect((await ask(hub, 'journey', first.secret)).titles).toEqual(['Cosechar lluvia']);
    expect((await ask(hub, 'journey', first.secret, '&country=HN')).titles).toEqual([
      'Guardar semillas',
    ]);
    expect(await ask(hub, 'journey', first.secret, '&first=50')).toMatchObject({
      codes: ['BAD_USER_INPUT'],
    });

    const second = await steps.createKey(id);
    expect((await ask(hub, 'journey', first.secret)).status).toBe(200);
    await steps.revokeKey(id, first.id);
    expect(await ask(hub, 'journey', first.secret)).toMatchObject({ codes: ['KEY_INVALID'] });
    expect((await ask(hub, 'journey', second.secret)).status).toBe(200);

    await steps.setStatus('journey', 2, 'RETIRED');
    expect(await ask(hub, 'journey', second.secret)).toMatchObject({ status: 410 });
    expect(await steps.usageOf(id)).toMatchObject({
      queries: [{ query: 'journey' }],
      origins: [{ origin: ORIGIN }],
    });
  });

  it('that takes the id of one that has gone is answered by its own values', async () => {
    const gone = await steps.register('Antes');
    await steps.save(gone, 'inherited', 'GT');
    await steps.setStatus('inherited', 1, 'ACTIVE');
    const { secret } = await steps.createKey(gone);
    expect((await ask(hub, 'inherited', secret)).titles).toEqual(['Cosechar lluvia']);
    await steps.remove(gone, 2);
    expect(await ask(hub, 'inherited', secret)).toMatchObject({ codes: ['KEY_INVALID'] });

    const heir = await steps.register('Después');
    await steps.save(heir, 'inherited', 'HN');
    await steps.setStatus('inherited', 1, 'ACTIVE');
    const own = await steps.createKey(heir);

    expect((await ask(hub, 'inherited', own.secret)).titles).toEqual(['Guardar semillas']);
  });
});

const describeWithMongo = realMongo ? describe : describe.skip;

describeWithMongo('A key that is revoked at one hub', () => {
  let one: TestHub;
  let other: TestHub;
  beforeAll(async () => {
    const MONGODB_URI = withDatabase(realMongo?.mongoUri ?? '', freshDatabase('revoked'));
    one = await startTestHub({ config: { MONGODB_URI } });
    other = await startTestHub({ config: { MONGODB_URI } });
  });
  afterAll(async () => {
    await other.stop();
    await one.stop();
  });

  it('opens no door of another one after five seconds', async () => {
    const steps = new Steps(await administratorOf(one));
    const id = await steps.register('Portal');
    const key = await steps.createKey(id);
    const ofNewest = () => fetch(`${other.url}/embed/newest.json?key=${key.secret}`, AS_PARTNER);
    expect((await ofNewest()).status).toBe(200);

    await steps.revokeKey(id, key.id);

    await eventually(async () => expect((await ofNewest()).status).toBe(401), 5_000);
  });
});
