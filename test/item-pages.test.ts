import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorRole } from '../schema/actor-enums.js';
import {
  EvidenceLevel,
  ItemStatus,
  Modality,
  Rights,
  Stage,
  TranslationStatus,
} from '../schema/knowledge-enums.js';
import { Locale } from '../server/locale.js';
import { hrefs, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('The page of a record', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.stop());

  it('leads to everything that the record is linked to', async () => {
    const { build } = hub;
    await build.country({ code: 'DM', name: 'Dominica' });
    const agency = await build.actor({ slug: 'agency', name: 'Agencia', acronym: { es: 'AG' } });
    await build.theme({ code: 'vaccines', name: 'Vacunas' });
    await build.challenge({ code: 'H7', name: 'Escasez', position: 7 });
    await build.hazard({ code: 'flood', name: 'Inundación' });
    await build.sdg({ code: '3.8', name: 'Cobertura' });
    const event = await build.event({ slug: 'meeting', name: 'Reunión' });
    await build.item({
      slug: 'neighbour',
      themes: ['vaccines'],
      texts: { es: { title: 'Vecino' } },
    });
    await build.item({
      slug: 'linked',
      countries: ['DM'],
      actors: [{ role: ActorRole.PROVIDER, actor: agency._id }],
      themes: ['vaccines'],
      challenges: ['H7'],
      stages: [Stage.RESPONSE],
      hazards: ['flood'],
      sdgs: ['3.8'],
      modality: Modality.TRIANGULAR,
      event: event._id,
      evidence: EvidenceLevel.MONITORED,
      rights: Rights.LINK_ONLY,
      verifiedAt: '2024-05-06',
      sources: [
        { title: 'Rapport', url: 'https://example.org/r', locator: 'p. 7', language: Locale.FR },
        { title: 'Acta' },
      ],
    });

    const page = await openPage(hub, '/es/items/linked');

    expect(hrefs(page, '.facts a')).toEqual([
      '/es/actors/agency',
      '/es/countries/DM',
      '/es/events/meeting',
      '/es/themes/vaccines',
      '/es/challenges/H7',
      '/es/search?stage=RESPONSE',
      '/es/search?hazard=flood',
      '/es/search?modality=TRIANGULAR',
      '/es/search?sdg=3.8',
      '/es/items/linked',
    ]);
    expect(page.text('.facts')).toContain('Agencia (AG) · Oferente');
    expect(page.text('.facts')).toContain('Con seguimientoSe hace un seguimiento de indicadores');
    expect(page.text('.facts')).toContain('6 de mayo de 2024');
    expect(page.texts('.sources li')).toEqual(['Rapport (en francés)p. 7', 'Acta']);
    expect(page.document.querySelector('.sources a')?.getAttribute('lang')).toBe('fr');
    expect(page.texts('.item__related .card__title')).toEqual(['Vecino']);
  });

  it('names the language that it falls back to, and marks its texts', async () => {
    await hub.build.item({
      slug: 'spanish',
      texts: { es: { title: 'Solo aquí', body: 'Cuerpo' } },
    });

    const page = await openPage(hub, '/en/items/spanish');

    expect(page.text('.notice')).toBe(
      'This record does not exist in English. It is shown in Spanish.',
    );
    for (const selector of ['h1', '.lead', '.prose']) {
      expect(page.document.querySelector(selector)?.getAttribute('lang')).toBe('es');
    }
  });

  it('offers its languages and says how each came about', async () => {
    await hub.build.item({
      slug: 'many',
      originalLocale: Locale.PT,
      textVersion: 2,
      texts: {
        pt: { title: 'Um', madeFrom: 2 },
        es: { title: 'Uno', madeFrom: 1 },
        en: { title: 'One', madeFrom: 2, status: TranslationStatus.MACHINE },
        fr: { title: 'Un', madeFrom: 2, status: TranslationStatus.MACHINE_REVIEWED },
      },
    });

    const page = await openPage(hub, '/en/items/many');
    const stale = await openPage(hub, '/es/items/many');
    const reviewed = await openPage(hub, '/fr/items/many');
    const original = await openPage(hub, '/pt/items/many');

    expect(page.texts('.facts dl > div:last-child li')).toEqual([
      'Português · original',
      'Español · human translation; older than the latest change to the original',
      'English · machine translation, not reviewed',
      'Français · machine translation, reviewed',
    ]);
    expect(page.text('.notice')).toContain('a machine translation into English that nobody has');
    expect(hrefs(page, '.notice a')).toEqual(['/pt/items/many']);
    expect(stale.text('.notice')).toContain('El original ha cambiado');
    expect(reviewed.text('.notice')).toContain('relue par une personne');
    expect(original.document.querySelector('.notice')).toBeNull();
  });

  it('has an address only in the languages that it is written in', async () => {
    await hub.build.item({ slug: 'two', texts: { es: {}, fr: {} } });
    const addresses = async (locale: string) => {
      const page = await openPage(hub, `/${locale}/items/two`);
      const paths = (rel: string) =>
        hrefs(page, `link[rel=${rel}][hreflang], link[rel=${rel}]:not([type])`).map(
          (href) => new URL(href ?? '').pathname,
        );
      return [paths('canonical'), paths('alternate')];
    };

    const alternates = ['/es/items/two', '/fr/items/two', '/items/two'];
    expect(await addresses('es')).toEqual([['/es/items/two'], alternates]);
    expect(await addresses('en')).toEqual([['/es/items/two'], alternates]);
  });

  it('says where the body comes from another language', async () => {
    await hub.build.item({
      slug: 'short',
      texts: { es: { title: 'T', body: 'Cuerpo' }, fr: { title: 'Titre' } },
    });

    const page = await openPage(hub, '/fr/items/short');

    expect(page.text('h1')).toBe('Titre');
    expect(page.document.querySelector('h1')?.hasAttribute('lang')).toBe(false);
    expect(page.document.querySelector('.prose')?.getAttribute('lang')).toBe('es');
    expect(page.text('.notice')).toContain('il est présenté en espagnol');
  });

  it('marks each text that another language lends', async () => {
    await hub.build.item({
      slug: 'lent',
      texts: { es: { body: 'C', context: 'Uno', approach: 'Dos' }, fr: { approach: 'Deux' } },
      results: [{ indicator: { pt: 'Países' }, value: '8' }],
    });

    const page = await openPage(hub, '/fr/items/lent');

    const langs = [...page.document.querySelectorAll('.part div, tbody th')].map((text) => [
      text.textContent,
      text.getAttribute('lang'),
    ]);
    expect(langs).toEqual([
      ['Uno', 'es'],
      ['Deux', null],
      ['Países', 'pt'],
    ]);
  });

  it('keeps its headings in order', async () => {
    await hub.build.lesson({
      slug: 'ordered',
      texts: { es: { lesson: 'L', body: '# A\n\n## B\n\n### C\n\n###### D' } },
    });

    const page = await openPage(hub, '/es/items/ordered');

    const levels = [...page.document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
      ({ tagName }) => Number(tagName[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
    });
  });

  it.each([ItemStatus.DRAFT, ItemStatus.IN_REVIEW, ItemStatus.CHANGES_REQUESTED])(
    'is not there for one that is %s',
    async (status) => {
      await hub.build.item({ slug: 'unseen', status, texts: { es: { title: 'zyxcanary' } } });

      const page = await openPage(hub, '/es/items/unseen');

      expect(page.status).toBe(404);
      expect(page.html).not.toContain('zyxcanary');
    },
  );
});
