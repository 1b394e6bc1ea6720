import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTIVE_TEXTS, activeIn } from './support/active-content.js';
import { RecordSteps } from './support/editorial.js';
import { KnownMembers } from './support/members.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';
import { PageMember } from './support/workspace-page.js';

let hub: TestHub;
const members = new KnownMembers();
let institute: string;
let rosa: PageMember;
beforeAll(async () => {
  hub = await startTestHub({ authenticator: members });
  institute = (await hub.build.actor({ slug: 'instituto' }))._id;
  members.editor('rosa', institute);
  rosa = new PageMember(hub, 'rosa');
});
afterAll(() => hub.stop());

/** The hub takes no control characters. */
const STORED = ACTIVE_TEXTS.filter(
  (text) => !Array.from(text).some((letter) => letter < ' ' && letter !== '\n'),
);

const recordOf = (text: string) => ({
  originalLocale: 'ES',
  texts: [
    { locale: 'ES', title: text, summary: text, purpose: text, scope: text, body: text },
    { locale: 'PT', title: text, summary: text, changeNote: text, edition: text },
  ],
  sources: [{ title: text, locator: text }],
  steps: [{ texts: [{ locale: 'ES', text, responsible: text, tool: text, timeLimit: text }] }],
});

describe('Active content in a draft', () => {
  it.each(STORED)('stays text on the pages of those who work on it: %j', async (text) => {
    const steps = await RecordSteps.create(hub, 'rosa', institute, recordOf(text), 'PROTOCOL');
    await steps.take('rosa', 'saveDraft', {
      content: { texts: [{ locale: 'ES', title: 'x', summary: text }], sources: [], steps: [] },
      note: text.slice(0, 400),
    });
    const pages = ['', '/preview', '/translations/pt', '/history?from=1&to=2', '/steps/submit'];

    for (const rest of pages) {
      const page = await rosa.open(`/es/workspace/${steps.id}${rest}`);
      expect([rest, page.status, activeIn(page)]).toEqual([rest, 200, []]);
    }
    expect(activeIn(await rosa.open('/es/workspace?all=yes'))).toEqual([]);
  });

  it.each(ACTIVE_TEXTS)('stays text when a form comes back: %j', async (text) => {
    const steps = await RecordSteps.create(hub, 'rosa', institute, { originalLocale: 'ES' });
    const form = new URLSearchParams({ do: 'add:sources', title: text, 'sources.0.title': text });
    form.append('themes', text);
    form.append('modality', text);

    const again = await rosa.send(`/es/workspace/${steps.id}`, form);
    const ended = await new PageMember(hub, 'nadie').send(`/es/workspace/${steps.id}`, form);

    expect([again.status, activeIn(again)]).toEqual([200, []]);
    expect([ended.status, activeIn(ended)]).toEqual([401, []]);
  });
});
