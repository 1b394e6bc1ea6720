import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { createPages } from '../web/pages.js';
import { FaultyServer } from './support/faulty-engine.js';
import { hrefs, openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

describe('A page that cannot be shown', () => {
  const server = new FaultyServer();
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ engine: server.engine() });
    server.isDown = true;
  });
  afterAll(() => hub.stop());

  it.each([
    ['es', 'Página no encontrada', 'Volver al inicio'],
    ['en', 'Page not found', 'Back to the home page'],
    ['pt', 'Página não encontrada', 'Voltar ao início'],
    ['fr', 'Page introuvable', 'Revenir à l’accueil'],
  ])('because there is none offers a search and the way home, in %s', async (...expected) => {
    const [locale, title, home] = expected;
    const page = await openPage(hub, `/${locale}/nowhere/at-all`);

    expect(page.status).toBe(404);
    expect(page.text('h1')).toBe(title);
    expect(page.document.querySelector('main form input[name=q]')).not.toBeNull();
    expect(page.texts('main a')).toEqual([home]);
    expect(page.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe(
      'noindex',
    );
  });

  it.each([
    ['es', 'Esta página no está disponible por el momento', 'Intentarlo de nuevo'],
    ['en', 'This page is not available at the moment', 'Try again'],
    ['pt', 'Esta página não está disponível no momento', 'Tentar de novo'],
    ['fr', 'Cette page est indisponible pour le moment', 'Réessayer'],
  ])('because a part is down can be tried again, in %s', async (...expected) => {
    const [locale, title, again] = expected;
    const address = `/${locale}/feed.atom?q=agua`;
    const page = await openPage(hub, address);

    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('30');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text('h1')).toBe(title);
    expect(page.text('main p a')).toBe(again);
    expect(hrefs(page, 'main p a')[0]).toBe(address);
  });

  it.each([
    ['es', 'La dirección pide algo que no existe'],
    ['en', 'The address asks for something that does not exist'],
    ['pt', 'O endereço pede algo que não existe'],
    ['fr', 'L’adresse demande quelque chose qui n’existe pas'],
  ])('because it is unknown says so, in %s', async (locale, title) => {
    const page = await openPage(hub, `/${locale}/emergency?hazard=unheard-of`);

    expect(page.status).toBe(400);
    expect(page.text('h1')).toBe(title);
  });

  it.each([
    ['es', 'Se produjo un error en el sitio'],
    ['en', 'Something went wrong on this site'],
    ['pt', 'Ocorreu um erro no site'],
    ['fr', 'Une erreur s’est produite sur le site'],
  ])('because of a fault of ours gives a number to quote, in %s', (locale, title) => {
    const request = { path: `/${locale}/about`, search: '', acceptLanguage: undefined };
    const { status, body } = createPages(hub.hub).fault(request, 'fault-4711');

    const { document } = parseHTML(body);
    expect(status).toBe(500);
    expect(document.documentElement.lang).toBe(locale);
    expect(document.querySelector('h1')?.textContent).toBe(title);
    expect(document.querySelector('.lead')?.textContent).toContain('fault-4711');
    expect(body).not.toMatch(/\bat .*\.js/);
  });
});

describe('A page behind which a bug is', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.stop());

  it('says so with an id that is in the log, and nothing of the bug', async () => {
    const broken = async () => {
      throw new Error('inside');
    };
    Object.assign(hub.hub.knowledge, { find: broken });

    const page = await openPage(hub, '/en/items/some');

    expect(page.status).toBe(500);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.html).not.toContain('inside');
    const ids = hub.log.filter(({ level }) => level >= 50).map(({ requestId }) => requestId);
    expect(ids.some((id) => page.text('main').includes(String(id)))).toBe(true);
  });
});
