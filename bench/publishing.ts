import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { mongo } from 'mongoose';
import { KnowledgeKind } from '../schema/knowledge-enums.js';
import { HubRole } from '../schema/member-enums.js';
import { ANONYMOUS, type Viewer } from '../server/auth/viewer.js';
import type { Hub } from '../server/hub.js';
import { Locale } from '../server/locale.js';
import { prepareHub } from './prepared-hub.js';

const PUBLICATIONS = 100;
const SAVES = 300;
/** Editors who save at the same time. */
const TOGETHER = 8;
const PATIENCE_MS = 30_000;
const GOAL_MS = 2_000;
const SIZES = [0, 10_000] as const;

const EDITOR: Viewer = {
  ...ANONYMOUS,
  memberId: 'mem_bench',
  name: 'Bench',
  hubRoles: [HubRole.ADMINISTRATOR],
  via: 'CLI',
};

interface Spread {
  readonly median: number;
  readonly of95: number;
  readonly longest: number;
}

export interface PublishingFigures {
  readonly records: number;
  /** From the call that publishes until search finds the record. */
  readonly findable: Spread & { readonly within: number };
  readonly save: Spread;
  readonly saveTogether: Spread;
  /** Store commands of one save. */
  readonly commands: number;
}

/** What editors wait for, on the embedded store and search. */
export async function benchPublishing(): Promise<readonly PublishingFigures[]> {
  const figures: PublishingFigures[] = [];
  for (const records of SIZES) {
    const folder = await mkdtemp(path.join(tmpdir(), 'saberes-bench-'));
    const { hub } = await prepareHub(folder, records);
    figures.push(await measure(hub));
    await hub.stop();
    await rm(folder, { recursive: true });
  }
  return figures;
}

async function measure(hub: Hub): Promise<PublishingFigures> {
  const records = await hub.knowledge.countPublic({ generation: -1 });
  const alone = await savesOf(hub, SAVES);
  const together = await Promise.all(
    Array.from({ length: TOGETHER }, () => savesOf(hub, SAVES / TOGETHER)),
  );
  const commands = await commandsOfSave(hub);
  const times: number[] = [];
  for (let number = 0; number < PUBLICATIONS; number += 1) times.push(await publish(hub, number));
  return {
    records,
    findable: { ...spread(times), within: times.filter((ms) => ms <= GOAL_MS).length },
    save: spread(alone),
    saveTogether: spread(together.flat()),
    commands,
  };
}

function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] ?? 0;
  return { median: at(0.5), of95: at(0.95), longest: at(1) };
}

async function newDraft(hub: Hub, title: string) {
  const reference = await hub.references.get();
  const known = reference.in(Locale.ES);
  const [institution = ''] = known.actors.keys();
  const [theme = ''] = known.themes.keys();
  const texts = [{ locale: Locale.ES, title, summary: 'Resumen.', lesson: LESSON, body: BODY }];
  const given = {
    institution,
    kind: KnowledgeKind.LESSON_LEARNED,
    locale: Locale.ES,
    content: { texts, themes: [theme] },
    externalId: null,
  };
  return hub.publishing.drafting.create(EDITOR, given, reference);
}

const LESSON = 'Quien compra en común paga menos y espera menos. ';
const BODY = LESSON.repeat(200);

/** How long each save takes that an editor's page sends by itself. */
async function savesOf(hub: Hub, saves: number): Promise<readonly number[]> {
  const reference = await hub.references.get();
  const draft = await newDraft(hub, 'Un borrador');
  let revision = draft.revision ?? 1;
  const times: number[] = [];
  for (let number = 0; number < saves; number += 1) {
    const input = { texts: [{ locale: Locale.ES, summary: `Resumen ${number}.` }] };
    const change = { input, note: null };
    const began = performance.now();
    const saved = await hub.publishing.drafting.save(
      EDITOR,
      draft._id,
      revision,
      change,
      reference,
    );
    times.push(performance.now() - began);
    revision = saved.revision ?? 0;
  }
  return times;
}

/** Moving steps into the history goes on by itself and is not waited for. */
async function commandsOfSave(hub: Hub): Promise<number> {
  const reference = await hub.references.get();
  const { _id, revision = 1 } = await newDraft(hub, 'Otro borrador');
  await hub.publishing.filer.fileAll();
  let commands = 0;
  const count = ({ command }: mongo.CommandStartedEvent) => {
    const filter = (command.filter ?? command.query) as { readonly _id?: unknown } | undefined;
    if (filter?._id === _id) commands += 1;
  };
  const client = hub.store.connection.getClient();
  client.on('commandStarted', count);
  const input = { texts: [{ locale: Locale.ES, summary: 'Otro.' }] };
  const change = { input, note: null };
  await hub.publishing.drafting.save(EDITOR, _id, revision, change, reference);
  client.off('commandStarted', count);
  return commands;
}

async function publish(hub: Hub, number: number): Promise<number> {
  const word = `publicado${number}x`;
  const { review, publication } = hub.publishing;
  const { _id, revision = 1 } = await newDraft(hub, `Un registro ${word}`);
  const sent = await review.submit(EDITOR, _id, revision, null);
  const began = performance.now();
  await publication.publish(EDITOR, _id, sent.revision ?? 0, null);
  await untilFound(hub, word, began + PATIENCE_MS);
  return performance.now() - began;
}

async function untilFound(hub: Hub, word: string, deadline: number): Promise<void> {
  const query = `query ($query: String!) { search(query: $query) { totalCount } }`;
  for (;;) {
    const { data } = await hub.execute(query, { query: word });
    if ((data?.search as { totalCount: number } | undefined)?.totalCount === 1) return;
    if (performance.now() > deadline) throw new Error(`"${word}" was not found in time.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const publishingSection = (figures: readonly PublishingFigures[]): string[] => [
  '## Saving and publishing',
  '',
  `On the embedded store and search. ${PUBLICATIONS} records one after the other, from the call that publishes until search finds a word of it:`,
  `the goal is 95 of 100 within ${GOAL_MS / 1_000} s. ${SAVES} saves of a lesson of 10,000 characters by one editor, and by ${TOGETHER} at a time; each durable.`,
  '',
  `| records | findable within ${GOAL_MS / 1_000} s | findable, ms: median / 95 of 100 / longest | save, ms | save, ${TOGETHER} editors, ms | store commands a save |`,
  '| --- | --- | --- | --- | --- | --- |',
  ...figures.map(
    ({ records, findable, save, saveTogether, commands }) =>
      `| ${[
        records.toLocaleString('en'),
        `${findable.within} of ${PUBLICATIONS}`,
        shown(findable),
        shown(save),
        shown(saveTogether),
        commands,
      ].join(' | ')} |`,
  ),
  '',
];

const shown = ({ median, of95, longest }: Spread): string =>
  [median, of95, longest].map((ms) => ms.toFixed(ms < 10 ? 1 : 0)).join(' / ');
