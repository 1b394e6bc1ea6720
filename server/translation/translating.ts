import type { Logger } from 'pino';
import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { IndexLease } from '../indexing/index-lease.js';
import type { KnowledgeMarks } from '../indexing/knowledge-marks.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { Models } from '../mongo/models.js';
import type { Metrics } from '../observability/metrics.js';
import { BackgroundTranslator } from './background-translator.js';
import { createTranslationService } from './create-translation-service.js';
import { HubTranslation } from './hub-translation.js';
import { KeptMachineTexts } from './kept-machine-texts.js';
import { type MachineTexts, NO_MACHINE_TEXTS } from './machine-texts.js';
import type { TranslationService } from './translation-service.js';

/** Parts of a hub, and the indexer once it is asked for. */
export interface TranslatingParts {
  readonly config: Config;
  readonly models: Models;
  readonly marks: KnowledgeMarks;
  readonly dataVersion: DataVersion;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly indexer: { wake(): void };
}

/** All that a hub does with a translation service, and nothing where there is none. */
export interface Translating {
  /** For people who translate. */
  readonly drafts: HubTranslation;
  /** For the index. */
  readonly machineTexts: MachineTexts;
  /** Begins to translate in the background. */
  start(): void;
  stop(): Promise<void>;
}

export function createTranslating(
  hub: TranslatingParts,
  clock: Clock,
  service: TranslationService | null = createTranslationService(hub.config),
): Translating {
  const drafts = new HubTranslation(service);
  if (!service) {
    return { drafts, machineTexts: NO_MACHINE_TEXTS, start: () => {}, stop: async () => {} };
  }
  const { models, marks, dataVersion, metrics, log } = hub;
  const kept = new KeptMachineTexts(models.machineText, clock, () => background.wake());
  const lease = new IndexLease(models.state, clock, 'translating');
  const parts = { service, kept, marks, lease, dataVersion, log };
  const background = new BackgroundTranslator(parts, () => hub.indexer.wake());
  metrics.watchTranslations(() => kept.countWaiting());
  return {
    drafts,
    machineTexts: kept,
    start: () => background.start(),
    stop: () => background.stop(),
  };
}
