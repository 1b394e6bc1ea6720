import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionRole } from '../schema/member-enums.js';
import { LOCAL_CLIENT } from '../server/auth/client-address.js';
import { sessionCookieName } from '../server/auth/session-carrier.js';
import { readConfig } from '../server/config.js';
import { createHub } from '../server/hub.js';
import { CANARY, holdsCanary } from './support/canary.js';
import { createFolders } from './support/cli.js';
import { ServingHub } from './support/cli-process.js';
import {
  type EditorialAnswer,
  type EditorialStep,
  LESSON,
  stepDocument,
} from './support/editorial.js';
import { Factories } from './support/factories.js';

/** Written by a hub in a process of its own: Jest cannot load the library. */
describe('A withdrawn record', () => {
  let folders: Awaited<ReturnType<typeof createFolders>>;
  let served: ServingHub;
  let institution: string;
  let secret: string;
  beforeAll(async () => {
    folders = await createFolders();
    const settings = { DATA_DIR: folders.path('hub'), SEED: 'never' };
    const hub = await createHub(readConfig({ ...settings, LOG_LEVEL: 'silent' }));
    await hub.prepare();
    const build = new Factories(hub);
    institution = (await build.actor({ slug: 'instituto' }))._id;
    await build.theme({ code: 'salud' });
    const memberships = [{ institution, role: InstitutionRole.EDITOR }];
    const editor = await build.member({ memberships });
    secret = (await hub.auth.sessions.start(editor._id, LOCAL_CLIENT)).secret;
    await hub.stop();
    served = await ServingHub.start(settings);
  });
  afterAll(async () => {
    await served.stop();
    await folders.remove();
  });

  const text = async (address: string) => (await fetch(served.url + address)).text();
  const status = async (address: string) => (await fetch(served.url + address)).status;

  async function take(step: EditorialStep, variables: object) {
    const response = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: `${sessionCookieName(served.url)}=${secret}`,
      },
      body: JSON.stringify({ query: stepDocument(step), variables }),
    });
    const { data } = (await response.json()) as { data: Record<string, EditorialAnswer> };
    expect(data[step]?.problems).toEqual([]);
    return data[step]?.record as NonNullable<EditorialAnswer['record']>;
  }

  it('is cited nowhere, in any format, from the moment on', async () => {
    const texts = LESSON.texts.map((one) => ({ ...one, title: `Se va ${CANARY}` }));
    const content = { ...LESSON, themes: ['salud'], texts };
    const draft = await take('createDraft', { institution, kind: 'LESSON_LEARNED', content });
    const { id } = draft;
    const sent = await take('submitDraft', { id, expectedVersion: draft.version });
    const shown = await take('publishDraft', { id, expectedVersion: sent.version });
    const ofOne = ['bib', 'ris', 'csl.json'].map(
      (ending) => `/es/items/${shown.slug}/cite.${ending}`,
    );
    const ofAll = ['bib', 'ris', 'csl.json'].map((ending) => `/es/search.${ending}`);
    // Its slug, which is made of its title, stays in addresses.
    const read = async () =>
      (await Promise.all([...ofOne, ...ofAll].map(text))).map((one) =>
        one.replaceAll(shown.slug, ''),
      );
    const before = await read();
    expect(before.map(holdsCanary)).toEqual(before.map(() => true));

    const reason = [{ locale: 'ES', text: 'Se fue.' }];
    await take('withdrawItem', { id, expectedVersion: shown.version, reason });

    expect((await read()).filter(holdsCanary)).toEqual([]);
    expect(await Promise.all(ofOne.map(status))).toEqual([410, 410, 410]);
  });
});
