import { createReadStream } from 'node:fs';
import type { Logger } from 'pino';
import { ProblemCode } from '../../schema/problem-code.js';
import { RevisionAction } from '../../schema/revision.js';
import { authorizeFor } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import type { Clock } from '../clock.js';
import { conflict, HubError, invalid, notFound } from '../errors.js';
import { newId } from '../ids.js';
import type { KnowledgeDocument, StoredAttachment } from '../knowledge/knowledge.document.js';
import { type DraftingService, openDraft } from '../publishing/drafting.service.js';
import type { RecordLedger } from '../publishing/record-ledger.js';
import type { AttachmentTexts } from './attachment-texts.js';
import { cleanFileName } from './reading/file-name.js';
import type { FileReader } from './reading/file-reader.js';
import type { ReadFile } from './reading/reading-thread.js';
import type { ReceivedFile } from './reading/upload.js';
import type { FileStorage } from './storage/file-storage.js';

export interface AttachmentServiceParts {
  readonly ledger: RecordLedger;
  readonly drafting: DraftingService;
  readonly texts: AttachmentTexts;
  readonly reader: FileReader;
  readonly files: FileStorage;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The record after a file was attached to its draft. */
export interface Attached {
  readonly record: KnowledgeDocument;
  readonly attachment: StoredAttachment;
  /** Why its words cannot be searched although it may have some; null when they can. */
  readonly failure: string | null;
}

const MOST_ATTACHMENTS = 20;

/** Attaches files to drafts and takes them away; both are steps in the history of the record. */
export class AttachmentService {
  constructor(private readonly parts: AttachmentServiceParts) {}

  /** To be asked before a file is read: whether it may be attached at all. */
  async target(viewer: Viewer, item: string, expectedVersion: number): Promise<KnowledgeDocument> {
    const record = await this.parts.ledger.read(item);
    authorizeFor(viewer, 'saveDraft', record);
    const attachments = attachmentsOf(record);
    const present = record.revision ?? 0;
    if (present !== expectedVersion) throw conflict(present);
    if (attachments.length >= MOST_ATTACHMENTS) throw tooMany();
    return record;
  }

  /** What is stored stays also when the record moves on meanwhile: others may hold the same. */
  async attach(viewer: Viewer, record: KnowledgeDocument, file: ReceivedFile): Promise<Attached> {
    const attachments = attachmentsOf(record);
    if (attachments.some(({ hash }) => hash === file.hash)) {
      throw invalid('file', 'This file is attached to the record already.');
    }
    const { type, failure } = await this.store(file);
    const attachment = {
      id: newId('attachment', this.parts.clock.now()),
      hash: file.hash,
      name: cleanFileName(file.declaredName, type),
      type,
      bytes: file.bytes,
    };
    const changed = await this.write(viewer, record, [...attachments, attachment]);
    return { record: changed, attachment, failure };
  }

  async remove(
    viewer: Viewer,
    item: string,
    attachment: string,
    expectedVersion: number,
  ): Promise<KnowledgeDocument> {
    const record = await this.parts.ledger.read(item);
    authorizeFor(viewer, 'removeAttachment', record);
    const attachments = attachmentsOf(record);
    const others = attachments.filter(({ id }) => id !== attachment);
    if (others.length === attachments.length) throw notFound();
    return this.write(viewer, record, others, expectedVersion);
  }

  /** First the file and its words, so that no record ever names what is not there. */
  private async store({ hash, bytes, path }: ReceivedFile): Promise<ReadFile> {
    const { texts, reader, files, log } = this.parts;
    const known = await texts.find(hash);
    const read = known ?? (await reader.read(path));
    await files.put({ hash, bytes }, createReadStream(path));
    if (!known) await texts.put(hash, read);
    if (read.failure) log.info({ hash, reason: read.failure }, 'an attachment has no words');
    return read;
  }

  private write(
    viewer: Viewer,
    record: KnowledgeDocument,
    attachments: readonly StoredAttachment[],
    expectedVersion = record.revision ?? 0,
  ): Promise<KnowledgeDocument> {
    const content = { ...openDraft(record).content, attachments };
    const change = { action: RevisionAction.SAVED, content };
    return this.parts.drafting.write(viewer, record, expectedVersion, change);
  }
}

const attachmentsOf = (record: KnowledgeDocument): readonly StoredAttachment[] =>
  openDraft(record).content.attachments ?? [];

const tooMany = () =>
  new HubError(
    ProblemCode.LIMIT_REACHED,
    `A record has at most ${MOST_ATTACHMENTS} attachments. Remove one first.`,
    'file',
  );
