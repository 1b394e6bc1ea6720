import type { Clock } from '../clock.js';
import type { StoredAttachment } from '../knowledge/knowledge.document.js';
import type { AttachmentTextDocument, AttachmentTextModel } from './attachment-text.model.js';
import type { ReadFile } from './reading/reading-thread.js';

/** Of all attachments of one record together, in characters: an index is no archive. */
const MOST_INDEXED = 100_000;

interface WithAttachments {
  readonly _id: string;
  readonly attachments?: readonly StoredAttachment[];
}

/** The words of attachments, read once for each file whatever it is attached to. */
export class AttachmentTexts {
  constructor(
    private readonly model: AttachmentTextModel,
    private readonly clock: Clock,
  ) {}

  /** What was found in this file before; null when it is new or could not be read. */
  async find(hash: string): Promise<ReadFile | null> {
    const found = await this.model.collection.findOne({ _id: hash, failure: null } as object);
    return found as unknown as ReadFile | null;
  }

  async put(hash: string, { type, text, failure }: ReadFile): Promise<void> {
    const $set = { type, text, failure, readAt: this.clock.now() };
    await this.model.collection.updateOne({ _id: hash } as object, { $set }, { upsert: true });
  }

  /** By record, what is indexed with it; records without words in their attachments are absent. */
  async ofRecords(records: readonly WithAttachments[]): Promise<ReadonlyMap<string, string>> {
    const hashes = records.flatMap(({ attachments = [] }) => attachments.map(({ hash }) => hash));
    if (hashes.length === 0) return new Map();
    const found = await this.model.collection
      .find({ _id: { $in: [...new Set(hashes)] } } as object)
      .project({ text: 1 })
      .toArray();
    const texts = new Map(
      (found as unknown as AttachmentTextDocument[]).map(({ _id, text }) => [_id, text]),
    );
    return new Map(records.map((record) => [record._id, joined(record, texts)]));
  }
}

const joined = (
  { attachments = [] }: WithAttachments,
  texts: ReadonlyMap<string, string>,
): string =>
  attachments
    .map(({ hash }) => texts.get(hash) ?? '')
    .filter((text) => text !== '')
    .join('\n\n')
    .slice(0, MOST_INDEXED);
