import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ItemStatus } from '../schema/knowledge-enums.js';
import { openPage } from './support/page.js';
import { describeOnEveryStore } from './support/platforms.js';
import type { TestHub } from './support/start-test-hub.js';

const TOMBSTONE = `query ($slug: String, $id: ID, $language: Locale!) @inContext(language: $language) {
  tombstone(slug: $slug, id: $id) { slug withdrawnAt reason reasonLocale }
}`;
const CANARY = 'zyxcanary';
const texts = {
  es: { title: CANARY, summary: CANARY, body: CANARY, context: CANARY },
  en: { title: CANARY, summary: CANARY },
};
const REASON = { es: 'Se fusionó con otro registro.', en: 'It was merged into another record.' };

describeOnEveryStore('A withdrawn record', (startHub) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
    const at = new Date('2022-03-04T10:00:00.000Z');
    const status = ItemStatus.WITHDRAWN;
    await hub.build.items([
      { slug: 'gone', status, texts, withdrawal: { at, reason: REASON } },
      { slug: 'silent', status, texts },
      {
        slug: 'never-public',
        status,
        texts,
        publishedAt: null,
        withdrawal: { at, reason: REASON },
      },
      { slug: 'draft', status: ItemStatus.DRAFT, texts, withdrawal: { at, reason: REASON } },
      { slug: 'shown', status: ItemStatus.PUBLISHED, texts: { es: {} } },
    ]);
  });
  afterAll(() => hub.stop());

  const ask = (variables: object, language = 'ES') =>
    hub.query<{ tombstone: unknown }>(TOMBSTONE, { ...variables, language });

  it.each([{ slug: 'gone' }, { id: 'itm_gone' }])(
    'leaves day and reason behind: %j',
    async (key) => {
      expect(await ask(key)).toEqual({
        tombstone: {
          slug: 'gone',
          withdrawnAt: '2022-03-04T10:00:00.000Z',
          reason: REASON.es,
          reasonLocale: 'ES',
        },
      });
    },
  );

  it('gives its reason in the reader’s language, or the nearest there is', async () => {
    const reason = { reason: REASON.en, reasonLocale: 'EN' };
    expect(await ask({ slug: 'gone' }, 'EN')).toMatchObject({ tombstone: reason });
    expect(await ask({ slug: 'gone' }, 'FR')).toMatchObject({ tombstone: { reasonLocale: 'ES' } });
  });

  it('needs no reason', async () => {
    const { tombstone } = await ask({ slug: 'silent' });
    expect(tombstone).toMatchObject({ slug: 'silent', reason: null, reasonLocale: null });
  });

  it.each(['never-public', 'draft', 'shown', 'nowhere'])(
    'is the only one that leaves something behind, unlike "%s"',
    async (slug) => {
      expect(await ask({ slug })).toEqual({ tombstone: null });
    },
  );

  it.each([{}, { slug: 'gone', id: 'itm_gone' }])(
    'has to be asked for by one key: %j',
    async (key) => {
      const { errors } = await hub.ask(TOMBSTONE, { ...key, language: 'ES' });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );

  it('shows nothing of its texts, whatever is asked of it', async () => {
    for (const slug of ['gone', 'silent', 'never-public', 'draft']) {
      const answer = await hub.ask(TOMBSTONE, { slug, language: 'EN' });
      expect(answer.text).not.toContain(CANARY);
      for (const path of ['', '/cite.bib', '/cite.ris']) {
        for (const locale of ['es', 'en', 'pt', 'fr']) {
          const page = await openPage(hub, `/${locale}/items/${slug}${path}`);
          expect(page.status).toBe(slug === 'gone' || slug === 'silent' ? 410 : 404);
          expect(page.html).not.toContain(CANARY);
        }
      }
    }
  });

  it('has a page that says when and why it went', async () => {
    const page = await openPage(hub, '/fr/items/gone');
    const silent = await openPage(hub, '/en/items/silent');

    expect(page.status).toBe(410);
    expect(page.text('h1')).toBe('Cette fiche a été retirée');
    expect(page.text('.lead')).toContain('4 mars 2022');
    expect(page.text('main [lang=es]')).toBe(REASON.es);
    expect(page.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe(
      'noindex',
    );
    expect(silent.text('main')).toContain('No reason was given.');
  });

  it('is as any other again once it is back', async () => {
    const withdrawal = { at: new Date('2022-03-04'), reason: REASON };
    await hub.build.item({ slug: 'back', status: ItemStatus.WITHDRAWN, withdrawal });
    const gone = await openPage(hub, '/es/items/back');
    await hub.build.item({ slug: 'back', status: ItemStatus.PUBLISHED, withdrawal });

    expect(gone.status).toBe(410);
    expect(await ask({ slug: 'back' })).toEqual({ tombstone: null });
    expect((await openPage(hub, '/es/items/back')).status).toBe(200);
  });
});
