import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ItemStatus } from '../schema/knowledge-enums.js';
import { AttachmentTexts } from '../server/attachment/attachment-texts.js';
import { systemClock } from '../server/clock.js';
import type { StoredAttachment } from '../server/knowledge/knowledge.document.js';
import { hrefs, openPage } from './support/page.js';
import { describeOnEveryStore } from './support/platforms.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

let count = 0;
const attachment = (parts: Partial<StoredAttachment> = {}): StoredAttachment => {
  const id = `att_test${++count}`;
  const hash = createHash('sha256').update(id).digest('hex');
  return { id, hash, name: 'informe.pdf', type: 'application/pdf', bytes: 1_234_567, ...parts };
};

const ATTACHMENTS =
  'query ($slug: String!) { knowledgeItem(slug: $slug) { attachments { id name mediaType bytes url } } }';

describe('Attachments of a record', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    await hub.build.item({ slug: 'plain' });
    await hub.build.item({
      slug: 'with-files',
      attachments: [
        attachment({ id: 'att_one', name: 'Informe año 2020.pdf' }),
        attachment({ id: 'att_two', name: '‹script›alert.docx', bytes: 900 }),
      ],
    });
  });
  afterAll(() => hub.stop());

  it('are in the contract, each with its address', async () => {
    const [first, second] = (
      await hub.query<{ knowledgeItem: { attachments: object[] } }>(ATTACHMENTS, {
        slug: 'with-files',
      })
    ).knowledgeItem.attachments;

    expect(first).toEqual({
      id: 'att_one',
      name: 'Informe año 2020.pdf',
      mediaType: 'application/pdf',
      bytes: 1_234_567,
      url: `${hub.hub.url}/attachments/att_one/Informe%20a%C3%B1o%202020.pdf`,
    });
    expect(second).toMatchObject({ id: 'att_two' });
  });

  it('are none for a record without', async () => {
    expect(await hub.query(ATTACHMENTS, { slug: 'plain' })).toEqual({
      knowledgeItem: { attachments: [] },
    });
  });

  it.each([
    ['es', 'Documentos adjuntos', 'Informe año 2020.pdf (PDF, 1,2 MB)', '(DOCX, 1 kB)'],
    ['en', 'Attachments', 'Informe año 2020.pdf (PDF, 1.2 MB)', '(DOCX, 1 kB)'],
    ['pt', 'Anexos', 'Informe año 2020.pdf (PDF, 1,2 MB)', '(DOCX, 1 kB)'],
    ['fr', 'Pièces jointes', 'Informe año 2020.pdf (PDF, 1,2 Mo)', '(DOCX, 1 ko)'],
  ])('are on its page in %s', async (locale, title, first, second) => {
    const page = await openPage(hub, `/${locale}/items/with-files`);

    expect(page.text('.attachments h2')).toBe(title);
    expect(page.texts('.attachments li')).toEqual([first, `‹script›alert.docx ${second}`]);
    expect(hrefs(page, '.attachments a')[0]).toMatch(/\/attachments\/att_one\/Informe%20a/);
  });

  it('leave no trace on the page of a record without', async () => {
    expect((await openPage(hub, '/es/items/plain')).texts('.attachments')).toEqual([]);
  });
});

describeOnEveryStore('Words in an attachment', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    const texts = new AttachmentTexts(hub.hub.models.attachmentText, systemClock);
    const [shown, hidden] = [attachment(), attachment()];
    const type = 'application/pdf';
    await texts.put(shown.hash, { type, text: 'Cadena de frío para quinua', failure: null });
    await texts.put(hidden.hash, { type, text: 'zyxcanary', failure: null });
    await hub.build.items([
      { slug: 'by-file', attachments: [shown] },
      { slug: 'by-title', texts: { es: { title: 'Cadena de frío para quinua' } } },
      { slug: 'hidden', status: ItemStatus.WITHDRAWN, attachments: [hidden] },
    ]);
  });
  afterAll(() => hub.stop());

  const found = async (query: string): Promise<readonly string[]> => {
    const { search } = await hub.query<{ search: { nodes: { slug: string }[] } }>(
      'query ($query: String!) { search(query: $query) { nodes { slug } } }',
      { query },
    );
    return search.nodes.map(({ slug }) => slug);
  };

  it('find the record, behind one that has them in its title', async () => {
    expect(await found('cadena de frio')).toEqual(['by-title', 'by-file']);
  });

  it('find it after the index was built anew', async () => {
    await hub.hub.builder.rebuild();

    expect(await found('quinua')).toEqual(['by-title', 'by-file']);
  });

  it('find nothing of a record that is not public', async () => {
    expect(await found('zyxcanary')).toEqual([]);
  });

  it('are gone with the attachment', async () => {
    await hub.build.item({ slug: 'by-file', attachments: [] });

    expect(await found('quinua')).toEqual(['by-title']);
  });
});
