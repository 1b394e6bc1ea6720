import type { KnowledgeDocument, StoredAttachment } from './knowledge.document.js';
import type { KnowledgeModel } from './knowledge.model.js';
import { GONE_FROM_PUBLIC, PUBLIC_ONLY } from './knowledge.policy.js';

/** An attachment of a draft, and the institution whose members may see it. */
export interface DraftedAttachment {
  readonly attachment: StoredAttachment;
  readonly record: Pick<KnowledgeDocument, 'institution'>;
}

/** Which record holds an attachment, and who may therefore have it. */
export class AttachmentHolders {
  constructor(private readonly model: KnowledgeModel) {}

  /** Of a record that the public may see. */
  async shown(id: string): Promise<StoredAttachment | null> {
    const found = await this.find({ 'attachments.id': id, ...PUBLIC_ONLY }, { attachments: 1 });
    return named(id, found?.attachments);
  }

  /** Whether it was public with a record that has been withdrawn. */
  async isGone(id: string): Promise<boolean> {
    return (await this.find({ 'attachments.id': id, ...GONE_FROM_PUBLIC }, { _id: 1 })) !== null;
  }

  async drafted(id: string): Promise<DraftedAttachment | null> {
    const path = 'draft.content.attachments';
    const record = await this.find({ [`${path}.id`]: id }, { institution: 1, [path]: 1 });
    const attachment = named(id, record?.draft?.content.attachments);
    return record && attachment && { attachment, record };
  }

  private async find(conditions: object, projection: object): Promise<KnowledgeDocument | null> {
    const found = await this.model.collection.findOne(conditions, { projection });
    return found as unknown as KnowledgeDocument | null;
  }
}

const named = (id: string, attachments: readonly StoredAttachment[] = []) =>
  attachments.find((attachment) => attachment.id === id) ?? null;
