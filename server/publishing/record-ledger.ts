import type { ItemStatus } from '../../schema/knowledge-enums.js';
import { RevisionAction } from '../../schema/revision.js';
import type { Viewer } from '../auth/viewer.js';
import type { Clock } from '../clock.js';
import { conflict, notFound } from '../errors.js';
import type {
  KnowledgeDocument,
  StoredContent,
  StoredMember,
  StoredRevision,
} from '../knowledge/knowledge.document.js';
import type { KnowledgeModel } from '../knowledge/knowledge.model.js';
import { contentOf } from './content-fields.js';

/** One step of a record's life: what it changes, and what the history says of it. */
export interface Step {
  readonly action: RevisionAction;
  readonly note?: string;
  /** Of what is worked on, after the step. */
  readonly status: ItemStatus;
  readonly content: StoredContent;
  readonly set: Readonly<Record<string, unknown>>;
  readonly unset?: Readonly<Record<string, ''>>;
  /** Whether readers see it: it counts the public version and has the record indexed again. */
  readonly isPublic?: boolean;
}

const LONGEST_ID = 100;
const WITHOUT_STEPS = { projection: { unfiled: 0 } } as const;

/** The person in the history; absent for what the hub does by itself. */
export const toStoredMember = ({ memberId, name }: Viewer): StoredMember | undefined =>
  memberId === null ? undefined : { id: memberId, name };

/** Throws `CONFLICT`: whoever came too late is told so, and not that the record is no longer in the right status. */
export function checkVersion({ revision = 0 }: KnowledgeDocument, expectedVersion: number): void {
  if (revision !== expectedVersion) throw conflict(revision);
}

/**
 * The only writer of records that people work on. Each step is one atomic update that checks the version it was made
 * from and holds its own line of the history, so neither can be without the other.
 */
export class RecordLedger {
  constructor(
    private readonly model: KnowledgeModel,
    private readonly clock: Clock,
    private readonly stepTaken: (id: string, revision: StoredRevision) => Promise<void>,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async read(id: string): Promise<KnowledgeDocument | null> {
    if (id.length > LONGEST_ID) return null;
    const found = await this.model.collection.findOne({ _id: id } as object, WITHOUT_STEPS);
    return found as unknown as KnowledgeDocument | null;
  }

  /** Rejects with the store's duplicate key error when the id or external id is taken. */
  async add(record: KnowledgeDocument, step: Omit<Step, 'set'>, viewer: Viewer): Promise<void> {
    const revision = this.revision(1, step, viewer);
    const whole = { ...record, revision: 1, touchedAt: this.now(), unfiled: [revision] };
    await this.model.collection.insertOne(whole as object);
    await this.stepTaken(record._id, revision);
  }

  /** Throws `CONFLICT` with the present version when the record has moved on. */
  async take(
    record: KnowledgeDocument,
    expectedVersion: number,
    step: Step,
    viewer: Viewer,
  ): Promise<KnowledgeDocument> {
    checkVersion(record, expectedVersion);
    const present = record.revision ?? 0;
    const revision = this.revision(present + 1, step, viewer);
    const found = await this.model.collection.findOneAndUpdate(
      { _id: record._id, revision: present === 0 ? null : present } as object,
      this.update(record, step, revision) as object,
      { returnDocument: 'after', ...WITHOUT_STEPS },
    );
    if (!found) throw await this.overtaken(record._id);
    await this.stepTaken(record._id, revision);
    return found as unknown as KnowledgeDocument;
  }

  private update(record: KnowledgeDocument, step: Step, revision: StoredRevision) {
    const now = this.now();
    const { number } = revision;
    const readersSee = step.isPublic ? { updatedAt: now, unindexedSince: now } : {};
    return {
      $set: { ...step.set, ...readersSee, touchedAt: now, revision: number },
      ...(step.unset && Object.keys(step.unset).length > 0 ? { $unset: step.unset } : {}),
      ...(step.isPublic ? { $inc: { version: 1 } } : {}),
      $push: { unfiled: { $each: number === 1 ? [this.shipped(record), revision] : [revision] } },
    };
  }

  private revision(number: number, step: Omit<Step, 'set'>, viewer: Viewer): StoredRevision {
    const { action, note, status, content } = step;
    const by = toStoredMember(viewer);
    return {
      number,
      action,
      at: this.now(),
      status,
      content,
      ...(by ? { by } : {}),
      ...(note ? { note } : {}),
    };
  }

  /** What a record held before people began to work on it: the beginning of its history. */
  private shipped(record: KnowledgeDocument): StoredRevision {
    return {
      number: 0,
      action: RevisionAction.SHIPPED,
      at: record.updatedAt,
      status: record.status,
      content: contentOf(record),
    };
  }

  private async overtaken(id: string): Promise<Error> {
    const present = await this.read(id);
    return present ? conflict(present.revision ?? 0) : notFound();
  }
}
