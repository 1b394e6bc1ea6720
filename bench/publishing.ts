import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { mongo } from 'mongoose';
import type { Hub } from '../server/hub.js';
import { Locale } from '../server/locale.js';
import { EDITOR, newDraft, newSubmission } from './editor.js';
import { untilFound } from './findable.js';
import { prepareHub } from './prepared-hub.js';
import { type Spread, shownSpread, spreadOf } from './spread.js';

const PUBLICATIONS = 100;
const SAVES = 300;
/** Editors who save at the same time. */
const TOGETHER = 8;
const GOAL_MS = 2_000;
const SIZES = [0, 10_000] as const;

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
    findable: { ...spreadOf(times), within: times.filter((ms) => ms <= GOAL_MS).length },
    save: spreadOf(alone),
    saveTogether: spreadOf(together.flat()),
    commands,
  };
}

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
  const { _id, revision = 0 } = await newSubmission(hub, `Un registro ${word}`);
  const began = performance.now();
  await hub.publishing.publication.publish(EDITOR, _id, revision, null);
  await untilFound(hub, word);
  return performance.now() - began;
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
        shownSpread(findable),
        shownSpread(save),
        shownSpread(saveTogether),
        commands,
      ].join(' | ')} |`,
  ),
  '',
];
