import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askOai, readOai } from './support/oai.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const LIST = 'verb=ListRecords&metadataPrefix=oai_dc';
const GET = 'verb=GetRecord&metadataPrefix=oai_dc';

/** What is asked, and the protocol's word for what is wrong with it. */
const FAULTS: readonly (readonly [query: string, code: string])[] = [
  ['', 'badVerb'],
  ['verb=', 'badVerb'],
  ['verb=Nothing', 'badVerb'],
  ['verb=identify', 'badVerb'],
  ['verb=constructor', 'badVerb'],
  ['verb=Identify&verb=Identify', 'badVerb'],
  ['verb=Identify&set=kind', 'badArgument'],
  ['verb=Identify&colour=red', 'badArgument'],
  ['verb=GetRecord', 'badArgument'],
  ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=GetRecord&identifier=oai:localhost:itm_one', 'badArgument'],
  [`${GET}&identifier=`, 'badArgument'],
  [`${GET}&identifier=not%20a%20name`, 'badArgument'],
  [`${GET}&identifier=http://a:b/`, 'badArgument'],
  [`${GET}&identifier=oai:x:%25zz`, 'badArgument'],
  ['verb=ListRecords', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai%20dc', 'badArgument'],
  [`${LIST}&metadataPrefix=oai_dc`, 'badArgument'],
  [`${LIST}&set=kind&set=kind`, 'badArgument'],
  [`${LIST}&set=`, 'badArgument'],
  [`${LIST}&set=kind:`, 'badArgument'],
  [`${LIST}&set=%3Cscript%3E`, 'badArgument'],
  [`${LIST}&from=`, 'badArgument'],
  [`${LIST}&from=yesterday`, 'badArgument'],
  [`${LIST}&from=2026-02-30`, 'badArgument'],
  [`${LIST}&from=2026-13-01`, 'badArgument'],
  [`${LIST}&from=0000-01-01`, 'badArgument'],
  [`${LIST}&from=2026-3-1`, 'badArgument'],
  [`${LIST}&from=2026`, 'badArgument'],
  [`${LIST}&from=2026-03-01T10:00Z`, 'badArgument'],
  [`${LIST}&from=2026-03-01T10:00:00`, 'badArgument'],
  [`${LIST}&from=2026-03-01T24:00:00Z`, 'badArgument'],
  [`${LIST}&from=2026-03-01T10:00:00.000Z`, 'badArgument'],
  [`${LIST}&from=2026-03-01T10:00:00%2B01:00`, 'badArgument'],
  [`${LIST}&from=2026-03-01&until=2026-03-02T00:00:00Z`, 'badArgument'],
  [`${LIST}&from=2026-03-02&until=2026-03-01`, 'badArgument'],
  [`${LIST}&resumptionToken=x`, 'badArgument'],
  ['verb=ListRecords&resumptionToken=x&resumptionToken=x', 'badArgument'],
  ['verb=ListRecords&resumptionToken=', 'badResumptionToken'],
  ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
  ['verb=ListIdentifiers&resumptionToken=a.b', 'badResumptionToken'],
  ['verb=ListIdentifiers&resumptionToken=%00%ff', 'badResumptionToken'],
  ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
  ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
  ['verb=ListIdentifiers&metadataPrefix=constructor', 'cannotDisseminateFormat'],
  ['verb=GetRecord&metadataPrefix=marc21&identifier=oai:x:y', 'cannotDisseminateFormat'],
  [`${GET}&identifier=oai:localhost:itm_none`, 'idDoesNotExist'],
  [`${GET}&identifier=oai:elsewhere.org:itm_one`, 'idDoesNotExist'],
  [`${GET}&identifier=oai:localhost:%2500`, 'idDoesNotExist'],
  [`${GET}&identifier=oai:localhost:%25C3`, 'idDoesNotExist'],
  [`${GET}&identifier=http://example.org/1`, 'idDoesNotExist'],
  ['verb=ListMetadataFormats&identifier=oai:localhost:itm_none', 'idDoesNotExist'],
  [`${LIST}&set=kind:NONE`, 'noRecordsMatch'],
  [`${LIST}&set=colour:red`, 'noRecordsMatch'],
  [`${LIST}&set=kind:PROTOCOL`, 'noRecordsMatch'],
  [`${LIST}&from=2999-01-01`, 'noRecordsMatch'],
  [`${LIST}&until=1999-12-31`, 'noRecordsMatch'],
];

describe('A request that cannot be answered', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    await hub.build.item({ slug: 'one' });
  });
  afterAll(() => hub.stop());

  it.each(FAULTS)('is refused in the words of the protocol: %s', async (query, code) => {
    const { status, errors, request, body } = await askOai(hub, query);

    expect([status, errors]).toEqual([200, [code]]);
    expect(body.text.length).toBeGreaterThan(10);
    const isUnderstood = code !== 'badVerb' && code !== 'badArgument';
    const given = isUnderstood ? Object.fromEntries(new URLSearchParams(query)) : {};
    expect(Object.keys(request.attributes)).toEqual(Object.keys(given));
    expect(request.text).toBe(`${hub.hub.url}/oai`);
  });

  it('is refused the same when it is a form', async () => {
    for (const [query, code] of FAULTS) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const init = { method: 'POST', body: query, headers };
      expect((await readOai(await fetch(`${hub.url}/oai`, init))).errors).toEqual([code]);
    }
  });

  it('counts what stands in the address and in the form as given twice', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', body: 'metadataPrefix=oai_dc', headers };
    const { errors } = await readOai(await fetch(`${hub.url}/oai?${LIST}`, init));

    expect(errors).toEqual(['badArgument']);
  });

  it.each([
    ['another method', 405, { method: 'PUT' }],
    [
      'a body of another type',
      415,
      { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
    ],
    [
      'a body without end',
      413,
      {
        method: 'POST',
        body: `verb=Identify&x=${'y'.repeat(20_000)}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    ],
  ])('is refused in the words of HTTP: %s', async (_what, status, init) => {
    expect((await fetch(`${hub.url}/oai`, init)).status).toBe(status);
  });

  it('leaves no line in the log that says something broke', () => {
    expect(hub.log.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

describe('A harvester that asks for too much', () => {
  let hub: TestHub;
  beforeAll(async () => {
    const config = { QUOTA_STRANGERS: 2_500, OAI_PAGE_SIZE: 100, TRUSTED_PROXIES: 1 };
    hub = await startTestHub({ config });
    await hub.build.item({ slug: 'one' });
  });
  afterAll(() => hub.stop());

  const ask = (query: string, from: string) =>
    fetch(`${hub.url}/oai?${query}`, { headers: { 'x-forwarded-for': from } });

  it('is told when to come back, as the protocol has it, and others are served', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 3; round += 1) statuses.push((await ask(LIST, '192.0.2.1')).status);
    expect(statuses).toEqual([200, 200, 503]);

    const refused = await ask(LIST, '192.0.2.1');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await ask(LIST, '192.0.2.2')).status).toBe(200);
  });
});

describe('A harvester while the store is away', () => {
  it('is told to come back', async () => {
    const hub = await startTestHub();
    await hub.build.item({ slug: 'one' });
    expect((await fetch(`${hub.url}/oai?${LIST}`)).status).toBe(200);
    await hub.hub.store.connection.getClient().close();

    const { status, headers } = await fetch(`${hub.url}/oai?${LIST}`);

    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('10');
    await hub.stop();
  });
});
