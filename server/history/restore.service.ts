import { ItemStatus } from '../../schema/knowledge-enums.js';
import { RevisionAction } from '../../schema/revision.js';
import { authorizeFor } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import { wrongStatus } from '../errors.js';
import type { KnowledgeDocument, StoredContent } from '../knowledge/knowledge.document.js';
import { LOCALES } from '../locale.js';
import type { DraftingService } from '../publishing/drafting.service.js';
import { checkVersion, type RecordLedger } from '../publishing/record-ledger.js';
import type { HistoryService } from './history.service.js';

/** Makes an earlier revision the draft; nothing of the history is undone. */
export class RestoreService {
  constructor(
    private readonly ledger: RecordLedger,
    private readonly history: HistoryService,
    private readonly drafting: DraftingService,
  ) {}

  async restore(
    viewer: Viewer,
    id: string,
    number: number,
    expectedVersion: number,
  ): Promise<KnowledgeDocument> {
    const record = await this.ledger.read(id);
    authorizeFor(viewer, 'restoreRevision', record);
    checkVersion(record, expectedVersion);
    if (record.draft?.status === ItemStatus.IN_REVIEW) {
      throw wrongStatus('It is being reviewed. Recall it first.');
    }
    if (record.status === ItemStatus.WITHDRAWN && record.publishedAt) {
      throw wrongStatus('A withdrawn record stays withdrawn. Begin a new one from its content.');
    }
    const revision = await this.history.one(viewer, 'restoreRevision', id, number);
    const present = (record.draft?.content ?? record).textVersion;
    const content = asNewest(revision.content, present + 1);
    const change = { action: RevisionAction.RESTORED, content, note: `#${number}` };
    return this.drafting.write(viewer, record, expectedVersion, change);
  }
}

/** Translations that were up to date then are so again. */
function asNewest(content: StoredContent, textVersion: number): StoredContent {
  const texts: StoredContent['texts'] = {};
  for (const locale of LOCALES) {
    const own = content.texts[locale];
    if (!own) continue;
    texts[locale] = own.madeFrom >= content.textVersion ? { ...own, madeFrom: textVersion } : own;
  }
  return { ...content, texts, textVersion };
}
