import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPage } from './support/page.js';
import { openPartnerDesk } from './support/partner-desk.js';

const DOCUMENT = `query ($country: [CountryCode!], $first: Int) {
  knowledgeItems(filter: { countries: $country }, first: $first) { nodes { title url } }
}`;

let desk: Awaited<ReturnType<typeof openPartnerDesk>>;
beforeAll(async () => {
  desk = await openPartnerDesk();
});
afterAll(() => desk.hub.stop());

describe('The stored queries on the page of a partner', () => {
  it('are saved once their variables are known, activated and retired', async () => {
    const { address, _id } = await desk.partnerOfSolar();
    const fields = { do: 'query', id: 'page-water', title: 'Agua', document: DOCUMENT };
    const asked = await desk.editor.post(address, { ...fields, version: '' });
    expect(asked.status).toBe(422);
    expect(asked.texts('fieldset legend')).toEqual(['Variable country', 'Variable first']);
    expect(asked.text('[role="alert"]')).toContain('Say what value the variable country has');

    const values = { 'values.country': 'gt, HN', 'open.country': 'yes', 'values.first': '5' };
    const saved = await desk.editor.post(address, { ...fields, ...values, version: '' });
    expect(saved.headers.get('location')).toBe(`${address}?done=query#done`);
    expect(await desk.hub.hub.embedding.queries.find('page-water')).toMatchObject({
      partner: _id,
      status: 'DRAFT',
      variables: [
        { name: 'country', value: ['GT', 'HN'], isOpen: true },
        { name: 'first', value: 5, isOpen: false },
      ],
    });

    const list = 'section[aria-labelledby="queries"]';
    const draft = await desk.editor.open(address);
    expect(draft.text(`${list} .tag`)).toBe('Draft');
    expect(draft.document.querySelector('a[href*="embed-this"]')).toBeNull();
    const status = { do: 'status', id: 'page-water' };
    await desk.editor.post(address, { ...status, version: '1', status: 'ACTIVE' });
    const active = await desk.editor.open(address);
    expect(active.text(`${list} .tag`)).toBe('Active');
    const link = active.document.querySelector('a[href*="embed-this"]');
    const embedThis = await openPage(desk.hub, link?.getAttribute('href') ?? '');
    const frame = embedThis.document.querySelector('#preview-frame');
    expect(frame?.getAttribute('src')).toBe('/en/embed/page-water');

    await desk.editor.post(address, { ...status, version: '2', status: 'RETIRED' });
    const retired = await desk.editor.open(address);
    expect(retired.text(`${list} .tag`)).toBe('Retired');
    expect(retired.texts(`${list} button`)).toEqual(['Make it a draft again']);
  });

  it('are opened to be changed', async () => {
    const { address, _id: partner } = await desk.partnerOfSolar();
    const { _id: query } = await desk.hub.build.storedQuery({
      partner,
      document: DOCUMENT,
      variables: [
        { name: 'country', value: ['GT'], isOpen: true },
        { name: 'first', value: null, isOpen: false },
      ],
    });

    const page = await desk.editor.open(`${address}?query=${query}`);
    expect(page.text('#query')).toBe('Change “Newest”');
    const input = (name: string) => page.document.querySelector(`input[name="${name}"]`);
    expect(input('values.country')?.getAttribute('value')).toBe('GT');
    expect(input('open.country')?.hasAttribute('checked')).toBe(true);
    expect(input('open.first')?.hasAttribute('checked')).toBe(false);
    expect(input('id')?.getAttribute('type')).toBe('hidden');

    const form = 'section[aria-labelledby="query"] form';
    const saved = await desk.editor.submit(page, form, { document: DOCUMENT, title: 'Otra' });
    expect(saved.status).toBe(303);
    expect(await desk.hub.hub.embedding.queries.find(query)).toMatchObject({
      title: 'Otra',
      version: 2,
      variables: [
        { name: 'country', value: ['GT'], isOpen: true },
        { name: 'first', value: null, isOpen: false },
      ],
    });
  });

  it('asks for the variables of the operation that is named, where there are several', async () => {
    const { address } = await desk.partnerOfSolar();
    const document = `query A ($a: Int) { knowledgeItems(first: $a) { nodes { title url } } }
      query B ($b: Int) { knowledgeItems(first: $b) { nodes { title url } } }`;
    const fields = { do: 'query', id: 'page-two', title: 'Dos', document, operationName: 'B' };

    const asked = await desk.editor.post(address, fields);
    expect(asked.texts('fieldset legend')).toEqual(['Variable b']);
    const saved = await desk.editor.post(address, { ...fields, 'values.b': '3' });

    expect(saved.status).toBe(303);
    expect(await desk.hub.hub.embedding.queries.find('page-two')).toMatchObject({
      operationName: 'B',
      variables: [{ name: 'b', value: 3, isOpen: false }],
    });
  });

  it.each([
    [{ id: 'search', document: '{ hub { version } }' }, '#id-fault', 'Choose another id'],
    [
      { id: 'page-a', document: '{ me { scopes } }' },
      '#document-fault',
      '"me" depends on who asks',
    ],
    [
      { id: 'page-b', document: 'mutation { signOut { problems { code } } }' },
      '#document-fault',
      'no mutation',
    ],
    [
      { id: 'page-c', document: DOCUMENT, 'values.country': '', 'values.first': 'many' },
      '#values\\.first-fault',
      'whole number',
    ],
  ])('are refused with the reason beside the field: %j', async (given, place, words) => {
    const { address } = await desk.partnerOfSolar();

    const fields = { do: 'query', title: 'Agua', version: '', ...given };
    const refused = await desk.editor.post(address, fields as Record<string, string>);

    expect(refused.status).toBe(422);
    expect(refused.text(place)).toContain(words);
    expect(refused.text('textarea[name="document"]')).toBe(given.document.replace(/\s+/g, ' '));
  });
});
