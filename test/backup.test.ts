import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionRole } from '../schema/member-enums.js';
import { loadSeeds } from '../seeds/load.js';
import { ALL_SCOPES, ANONYMOUS, type Viewer } from '../server/auth/viewer.js';
import { readConfig } from '../server/config.js';
import { ownCaller } from '../server/http/caller.js';
import { createHub, type Hub } from '../server/hub.js';
import { Locale } from '../server/locale.js';
import { createFolders, saberes } from './support/cli.js';
import { LESSON, stepDocument } from './support/editorial.js';
import { buildPartner, buildStoredQuery } from './support/partners.js';

const INSTITUTE = 'act_imss';
const VARIABLES = [{ name: 'first', value: 5, isOpen: true }];

interface Stepped {
  readonly record: { readonly id: string; readonly version: number };
}

const QUESTIONS = `query ($id: ID!) {
  search(query: "comprar juntos", first: 5) { nodes { slug title } }
  editorialRecord(id: $id) { version status draft { status content { texts { locale title } } } }
  revisions(id: $id) { nodes { number action by { id } note content { themes } } }
}`;

/** What a hub with this folder answers to an editor; the work is done with the hub. */
async function withHubIn<T>(folder: string, work: (hub: Hub, ask: Ask) => Promise<T>): Promise<T> {
  const settings = { DATA_DIR: folder, LOG_LEVEL: 'silent' };
  const hub = await createHub(readConfig(settings), {
    loadContent: async (target) => void (await loadSeeds(target)),
  });
  try {
    await hub.prepare();
    await hub.indexer.settle();
    return await work(hub, async (document, variables) => {
      const caller = ownCaller('test', Locale.ES, EDITOR);
      const { data, errors } = await hub.execute(document, variables, Locale.ES, caller);
      expect(errors).toBeUndefined();
      return data as never;
    });
  } finally {
    await hub.stop();
  }
}

type Ask = <T>(document: string, variables: Record<string, unknown>) => Promise<T>;

const EDITOR: Viewer = {
  ...ANONYMOUS,
  memberId: 'mem_elena',
  name: 'Elena',
  memberships: [{ institution: INSTITUTE, role: InstitutionRole.EDITOR }],
  scopes: ALL_SCOPES,
  via: 'SESSION',
};

describe('A backup of a hub that people work in', () => {
  let folders: Awaited<ReturnType<typeof createFolders>>;
  beforeAll(async () => {
    folders = await createFolders();
  });
  afterAll(() => folders.remove());

  it('brings an empty hub to the same answers, drafts, histories and members and all', async () => {
    const [from, to, file] = ['from', 'to', 'backup.jsonl'].map((name) => folders.path(name));
    const { id, expected, secretKey, stored } = await withHubIn(from ?? '', async (hub, ask) => {
      const take = async (step: Parameters<typeof stepDocument>[0], variables: object) =>
        (await ask<Record<string, Stepped>>(stepDocument(step), { ...variables }))[step] as Stepped;
      const content = { ...LESSON, themes: ['health'] };
      const start = { institution: INSTITUTE, kind: 'LESSON_LEARNED', content };
      const { record } = await take('createDraft', start);
      const next = { id: record.id, expectedVersion: 1 };
      await take('submitDraft', next);
      await take('publishDraft', { ...next, expectedVersion: 2 });
      await take('editItem', { ...next, expectedVersion: 3 });
      await take('saveDraft', {
        ...next,
        expectedVersion: 4,
        content: { texts: [{ locale: 'ES', title: 'Otro título' }] },
      });
      await hub.auth.members.create({ email: 'e@example.org', name: 'E', locale: Locale.ES });
      const { _id: partner, secretKey } = await buildPartner(hub.models);
      const stored = await buildStoredQuery(hub.models, { partner, variables: VARIABLES });
      await hub.indexer.settle();
      const expected = await ask(QUESTIONS, { id: record.id });
      return { id: record.id, expected, secretKey, stored };
    });

    await saberes(['export', file ?? ''], { DATA_DIR: from ?? '' });
    const { code, stderr } = await saberes(['import', file ?? ''], {
      DATA_DIR: to ?? '',
      SEED: 'never',
    });

    expect({ code, stderr }).toMatchObject({ code: 0 });
    await withHubIn(to ?? '', async (hub, ask) => {
      expect(await ask(QUESTIONS, { id })).toEqual(expected);
      expect(await hub.auth.members.findByEmail('e@example.org')).toMatchObject({ name: 'E' });
      const { keys, queries } = hub.embedding;
      expect(await keys.find(secretKey)).toMatchObject({ partner: { id: stored.partner } });
      expect(await queries.find(stored._id)).toMatchObject({ variables: VARIABLES });
    });
  }, 180_000);
});
