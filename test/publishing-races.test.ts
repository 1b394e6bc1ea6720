import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../schema/problem.js';
import { asMember, KnownMembers } from './support/members.js';
import { EMBEDDED, PLATFORMS } from './support/platforms.js';
import { RecordStages } from './support/record-stages.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const ROUNDS = 1_000;
/** A service takes longer, and has no code of ours in it that could lose a race. */
const ROUNDS_ELSEWHERE = 200;

const SAVE = `mutation ($id: ID!, $expectedVersion: Int!, $note: String!, $content: RecordContentInput!) {
  saveDraft(id: $id, expectedVersion: $expectedVersion, note: $note, content: $content) {
    record { version } problems { code currentVersion }
  }
}`;
const PUBLISH = `mutation ($id: ID!, $expectedVersion: Int!) {
  publishDraft(id: $id, expectedVersion: $expectedVersion) { record { status } problems { code } }
}`;
const GIVE_BACK = `mutation ($id: ID!, $expectedVersion: Int!) {
  requestChanges(id: $id, expectedVersion: $expectedVersion, note: "No.") { record { status } problems { code } }
}`;
const HISTORY = `query ($id: ID!, $after: String) {
  revisions(id: $id, first: 100, after: $after) {
    nodes { number note by { name } content { texts { title } } } pageInfo { hasNextPage endCursor }
  }
}`;

interface Saved {
  readonly record: { readonly version: number } | null;
  readonly problems: readonly Pick<Problem, 'code' | 'currentVersion'>[];
}

interface Line {
  readonly number: number;
  readonly note: string | null;
  readonly by: { readonly name: string };
  readonly content: { readonly texts: readonly { readonly title: string }[] };
}

interface Page {
  readonly revisions: {
    readonly nodes: readonly Line[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

describe.each(PLATFORMS)('Two editors of one record ($name)', (platform) => {
  const rounds = platform.name === EMBEDDED.name ? ROUNDS : ROUNDS_ELSEWHERE;
  let hub: TestHub;
  let records: RecordStages;
  const members = new KnownMembers();
  beforeAll(async () => {
    hub = await startTestHub({ authenticator: members, platform });
    const { _id } = await hub.build.actor({ slug: 'instituto' });
    const { code } = await hub.build.theme();
    members.editor('elena', _id);
    members.editor('rosa', _id);
    records = new RecordStages(hub, _id, code);
  });
  afterAll(() => hub.stop());

  async function save(member: string, id: string, expectedVersion: number): Promise<Saved> {
    const title = `${member} ${expectedVersion}`;
    const content = { texts: [{ locale: 'ES', title }] };
    const variables = { id, expectedVersion, note: title, content };
    const { saveDraft } = await asMember(hub, member)<{ saveDraft: Saved }>(SAVE, variables);
    return saveDraft;
  }

  async function history(id: string): Promise<readonly Line[]> {
    const lines: Line[] = [];
    for (let after: string | null = null; ; ) {
      const page: Page = await asMember(hub, 'rosa')(HISTORY, { id, after });
      const { nodes, pageInfo } = page.revisions;
      lines.push(...nodes);
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return lines;
    }
  }

  it(`have one winner in each of ${rounds} races, and a history without gaps`, async () => {
    const { id } = await records.draft();
    const winners: string[] = [];
    const wrong: unknown[] = [];
    for (let version = 1; version <= rounds; version++) {
      const both = await Promise.all(['elena', 'rosa'].map((name) => save(name, id, version)));
      const won = both.findIndex(({ record }) => record?.version === version + 1);
      const lost = both[1 - won];
      const [problem] = lost?.problems ?? [];
      const isRight = won >= 0 && !lost?.record && problem?.code === 'CONFLICT';
      if (!isRight || problem.currentVersion !== version + 1) wrong.push(both);
      winners.push(`${won === 0 ? 'elena' : 'rosa'} ${version}`);
    }

    const lines = await history(id);
    const [latest] = lines;
    expect(wrong).toEqual([]);
    expect(lines.map(({ number }) => number)).toEqual(
      Array.from({ length: rounds + 1 }, (_, index) => rounds + 1 - index),
    );
    const saved = [...lines].reverse().slice(1);
    expect(saved.map(({ note }) => note)).toEqual(winners);
    expect(saved.map(({ content }) => content.texts[0]?.title)).toEqual(winners);
    expect(saved.every(({ by, note }) => note?.startsWith(by.name))).toBe(true);
    expect(latest?.note).toBe(winners.at(-1));
  }, 240_000);

  it('cannot both decide on a submitted draft', async () => {
    const outcomes: string[] = [];
    for (let round = 0; round < 20; round++) {
      const at = await records.submitted();
      const both = await Promise.all([
        asMember(hub, 'elena')(PUBLISH, { ...at }),
        asMember(hub, 'rosa')(GIVE_BACK, { ...at }),
      ]);
      const codes = (both as Record<string, Saved>[])
        .flatMap((answer) => Object.values(answer))
        .map(({ record, problems }) => (record ? 'done' : (problems[0]?.code ?? '')));
      outcomes.push([...codes].sort().join(' '));
    }

    expect(new Set(outcomes)).toEqual(new Set(['CONFLICT done']));
  }, 60_000);
});
