import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { administratorOf } from './support/administrator.js';
import { AUDIT } from './support/auth-operations.js';
import type { BrowserSession } from './support/browser-session.js';
import {
  CHANGE_STATUS,
  PARTNER,
  type PartnerAnswer,
  SAVE_QUERY,
} from './support/partner-operations.js';
import { NEWEST } from './support/partners.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const SEARCH = `query ($words: String!, $countries: [CountryCode!], $kinds: [KnowledgeKind!], $first: Int! = 10) {
  search(query: $words, filter: { countries: $countries, kinds: $kinds }, first: $first) {
    nodes { title url }
  }
}`;
const VARIABLES = [
  { name: 'words', values: ['agua, luz'], isOpen: true },
  { name: 'countries', values: ['gt', 'HN'], isOpen: false },
  { name: 'kinds', values: ['LESSON_LEARNED'] },
  { name: 'first', values: ['5'] },
];

let count = 0;
const newId = () => `query-${++count}`;

describeOnEveryStore('A stored query', (startHub) => {
  let hub: TestHub;
  let session: BrowserSession;
  let partner: string;
  beforeAll(async () => {
    hub = await startHub();
    session = await administratorOf(hub);
    partner = (await hub.build.partner())._id;
  });
  afterAll(() => hub.stop());

  const save = (input: object) =>
    session.get<PartnerAnswer>('saveStoredQuery', SAVE_QUERY, {
      input: { partner, title: 'Agua', document: NEWEST, ...input },
    });
  const setStatus = (id: string, expectedVersion: number, status: string) =>
    session.get<PartnerAnswer>('changeStoredQueryStatus', CHANGE_STATUS, {
      input: { id, expectedVersion, status },
    });

  it('begins as a draft, with its values as the operation reads them', async () => {
    const id = newId();

    const saved = await save({ id, document: SEARCH, variables: VARIABLES });

    expect(saved).toEqual({
      storedQuery: {
        id,
        title: 'Agua',
        document: SEARCH,
        documentId: `sha256:${createHash('sha256').update(SEARCH).digest('hex')}`,
        operationName: null,
        status: 'DRAFT',
        version: 1,
        lastUsedAt: null,
        variables: [
          { name: 'words', values: ['agua, luz'], isOpen: true },
          { name: 'countries', values: ['GT', 'HN'], isOpen: false },
          { name: 'kinds', values: ['LESSON_LEARNED'], isOpen: false },
          { name: 'first', values: ['5'], isOpen: false },
        ],
      },
      problems: [],
    });
    expect((await hub.hub.embedding.queries.find(id))?.variables).toEqual([
      { name: 'words', value: 'agua, luz', isOpen: true },
      { name: 'countries', value: ['GT', 'HN'], isOpen: false },
      { name: 'kinds', value: ['LESSON_LEARNED'], isOpen: false },
      { name: 'first', value: 5, isOpen: false },
    ]);
  });

  it('is found by its id and by its document, of each partner that has saved it', async () => {
    const document = `# ${newId()}\n${NEWEST}`;
    const [first, second] = [newId(), newId()].sort() as [string, string];
    const other = (await hub.build.partner())._id;
    const { storedQuery } = await save({ id: first, document });
    await save({ id: second, document, partner: other });
    const { queries } = hub.hub.embedding;

    const digest = storedQuery?.documentId.slice(7) ?? '';

    expect(await queries.findByDocument(digest, partner)).toMatchObject([{ id: first, partner }]);
    expect(await queries.findByDocument(digest, other)).toMatchObject([
      { id: second, partner: other },
    ]);
    expect(await queries.findByDocument('0'.repeat(64), partner)).toBeNull();
    expect(await queries.findByDocument('{"$ne":""}', partner)).toBeNull();
    expect(await queries.find('no-such-query')).toBeNull();
  });

  it('is changed from the version that was read, and keeps its status', async () => {
    const id = newId();
    await save({ id });
    await setStatus(id, 1, 'ACTIVE');
    expect(await hub.hub.embedding.queries.find(id)).toMatchObject({ title: 'Agua' });

    expect(await save({ id, title: 'Otra', expectedVersion: 2 })).toMatchObject({
      storedQuery: { title: 'Otra', status: 'ACTIVE', version: 3 },
    });
    expect(await save({ id, title: 'Tarde', expectedVersion: 2 })).toMatchObject({
      problems: [{ code: 'CONFLICT', currentVersion: 3 }],
    });
    expect(await save({ id, title: 'Doble' })).toMatchObject({
      problems: [{ code: 'CONFLICT', currentVersion: 3 }],
    });
    expect(await hub.hub.embedding.queries.find(id)).toMatchObject({ title: 'Otra' });
  });

  it('is activated, retired and made a draft again; a retired one is not changed', async () => {
    const id = newId();
    await save({ id });

    expect(await setStatus(id, 1, 'ACTIVE')).toMatchObject({ storedQuery: { status: 'ACTIVE' } });
    expect(await setStatus(id, 1, 'RETIRED')).toMatchObject({ problems: [{ code: 'CONFLICT' }] });
    expect(await setStatus(id, 2, 'RETIRED')).toMatchObject({ storedQuery: { status: 'RETIRED' } });
    expect(await save({ id, expectedVersion: 3 })).toMatchObject({
      problems: [{ code: 'WRONG_STATUS' }],
    });
    expect(await setStatus(id, 3, 'DRAFT')).toMatchObject({ storedQuery: { status: 'DRAFT' } });
    expect(await save({ id, expectedVersion: 4 })).toMatchObject({ problems: [] });
  });

  it('is checked once more when it is activated', async () => {
    const document = '{ knowledgeItems(first: 5) { nodes { gone } } }';
    const { _id } = await hub.build.storedQuery({ partner, document });

    const { problems } = await setStatus(_id, 1, 'ACTIVE');

    expect(problems).toMatchObject([{ code: 'INVALID', field: 'document' }]);
    expect(problems[0]?.message).toMatch(/Cannot query field "gone".*line 1, column/);
  });

  it('is on record with who did what', async () => {
    const id = newId();
    await save({ id });
    await setStatus(id, 1, 'ACTIVE');

    const filter = { target: id };
    expect(await session.get('auditTrail', AUDIT, { filter })).toMatchObject({
      nodes: [
        { action: 'query.status', note: `ACTIVE ${partner}` },
        { action: 'query.save', note: `DRAFT ${partner}` },
      ],
    });
  });

  it('has an id that nobody else has, whatever else is wrong', async () => {
    const id = newId();
    await save({ id });
    const other = (await hub.build.partner())._id;

    expect(await save({ id, partner: other })).toMatchObject({
      problems: [{ code: 'INVALID', field: 'id', message: expect.stringContaining('taken') }],
    });
    expect(await save({ id, partner: other, expectedVersion: 1 })).toMatchObject({
      problems: [{ code: 'NOT_FOUND' }],
    });
  });

  it('is one of at most a hundred of its partner', async () => {
    const crowded = (await hub.build.partner())._id;
    for (let at = 0; at < 100; at += 1) await hub.build.storedQuery({ partner: crowded });

    expect(await save({ id: newId(), partner: crowded })).toMatchObject({
      problems: [{ code: 'LIMIT_REACHED' }],
    });
    const seen = await session.get<{ storedQueries: readonly object[] }>('partner', PARTNER, {
      id: crowded,
    });
    expect(seen.storedQueries).toHaveLength(100);
  });
});
