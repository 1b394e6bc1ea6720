import type { Attachment } from '../../schema/attachment.js';
import type { StoredAttachment } from '../knowledge/knowledge.document.js';

/** Where attachments are served, below the hub's address. */
export const ATTACHMENTS_PATH = '/attachments';

export const toAttachment = (
  { id, name, type, bytes }: StoredAttachment,
  publicUrl: string,
): Attachment => ({
  id,
  name,
  mediaType: type,
  bytes,
  url: `${publicUrl}${ATTACHMENTS_PATH}/${id}/${encodeURIComponent(name)}`,
});
