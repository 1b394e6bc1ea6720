import type { Logger } from 'pino';
import { RevisionAction } from '../../schema/revision.js';
import type { AuditTrail } from '../auth/audit-trail.js';
import type { Clock } from '../clock.js';
import { HistoryService } from '../history/history.service.js';
import { RestoreService } from '../history/restore.service.js';
import { RevisionFiler } from '../history/revision-filer.js';
import type { Indexer } from '../indexing/indexer.js';
import type { StoredRevision } from '../knowledge/knowledge.document.js';
import type { KnowledgeWriter } from '../knowledge/knowledge-writer.js';
import type { DataVersion, PublicChange } from '../mongo/data-version.js';
import type { Models } from '../mongo/models.js';
import { ThesaurusService } from '../thesaurus/thesaurus.service.js';
import { DraftingService } from './drafting.service.js';
import { EditionService } from './edition.service.js';
import { EditionsInForce } from './editions-in-force.js';
import { EditorialService } from './editorial.service.js';
import { InstitutionRules } from './institution-rules.js';
import { PublicationService } from './publication.service.js';
import { RecordLedger } from './record-ledger.js';
import { type Reviewers, ReviewService } from './review.service.js';
import { type TextTranslator, TranslationDraftingService } from './translation-drafting.service.js';

export interface PublishingParts {
  readonly models: Models;
  readonly dataVersion: DataVersion;
  readonly indexer: Indexer;
  readonly translator: TextTranslator;
  readonly reviewers: Reviewers;
  readonly audit: AuditTrail;
  readonly writer: KnowledgeWriter;
  readonly clock: Clock;
  readonly log: Logger;
}

const JUST_WRITTEN: ReadonlySet<RevisionAction> = new Set([
  RevisionAction.SAVED,
  RevisionAction.TRANSLATED,
]);

/** How often editions are looked for whose day has come. */
const LOOK_MS = 60_000;

/** All that institutions do with their records, put together. */
export class Publishing {
  readonly ledger: RecordLedger;
  readonly editorial: EditorialService;
  readonly drafting: DraftingService;
  readonly review: ReviewService;
  readonly publication: PublicationService;
  readonly editions: EditionService;
  readonly translations: TranslationDraftingService;
  readonly history: HistoryService;
  readonly restoring: RestoreService;
  readonly rules: InstitutionRules;
  readonly thesaurus: ThesaurusService;
  readonly filer: RevisionFiler;
  private readonly inForce: EditionsInForce;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly parts: PublishingParts) {
    const { models, clock, log, translator } = parts;
    const { knowledge, revision } = models;
    this.filer = new RevisionFiler(knowledge, revision, log);
    this.ledger = new RecordLedger(knowledge, clock, (id, step) => this.stepTaken(id, step));
    this.inForce = new EditionsInForce(knowledge, this.ledger);
    this.rules = new InstitutionRules(models.institutionRules);
    this.thesaurus = new ThesaurusService({
      model: models.concept,
      audit: parts.audit,
      changed: () => this.renamed(),
    });
    this.editorial = new EditorialService(knowledge, this.ledger);
    this.drafting = new DraftingService(this.ledger);
    this.review = new ReviewService(this.ledger, parts.reviewers);
    const published = (change?: PublicChange) => this.published(change);
    this.publication = new PublicationService(this.ledger, this.rules, this.inForce, published);
    this.editions = new EditionService(this.ledger, this.drafting);
    this.translations = new TranslationDraftingService(this.ledger, this.drafting, translator);
    this.history = new HistoryService(knowledge, revision);
    this.restoring = new RestoreService(this.ledger, this.history, this.drafting);
  }

  /** Makes good what an end in between left, and looks for editions whose day has come. */
  start(): void {
    this.filer.wake();
    this.look();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
    await this.filer.stop();
  }

  /** Brings every edition into force whose day has come. */
  async settleEditions(): Promise<void> {
    let hasChanged = false;
    for (const family of await this.inForce.due()) {
      hasChanged = (await this.inForce.settle(family)) || hasChanged;
    }
    if (hasChanged) await this.published({ departure: true });
  }

  private look(): void {
    this.running = this.settleEditions()
      .catch((error: Error) => {
        this.parts.log.warn({ reason: error.message }, 'editions have to wait');
      })
      .finally(() => {
        if (!this.isStopped) this.timer = setTimeout(() => this.look(), LOOK_MS).unref();
      });
  }

  /** What was only written is in the history; what was decided is on record as well. */
  private async stepTaken(id: string, { action, by, note }: StoredRevision): Promise<void> {
    this.filer.wake();
    if (JUST_WRITTEN.has(action)) return;
    const entry = { memberId: by?.id ?? null, action: `record.${action.toLowerCase()}` };
    await this.parts.audit.record({ ...entry, target: id, note }).catch((error: Error) => {
      this.parts.log.warn(
        { reason: error.message, record: id },
        'a step is not in the audit trail',
      );
    });
  }

  /** Names are shown and indexed with every record. In this order: who sees a mark must see the names. */
  private async renamed(): Promise<void> {
    await this.parts.dataVersion.bump({ reference: true });
    await this.parts.writer.markAll();
    this.parts.indexer.wake();
  }

  private async published(change?: PublicChange): Promise<void> {
    await this.parts.dataVersion.bump(change);
    this.parts.indexer.wake();
  }
}
