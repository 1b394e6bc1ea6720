import { KnowledgeKind } from '../../schema/knowledge-enums.js';
import { authorizeFor } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import { invalid, wrongStatus } from '../errors.js';
import type { KnowledgeDocument, StoredTexts } from '../knowledge/knowledge.document.js';
import { LOCALES } from '../locale.js';
import type { Reference } from '../reference/reference.js';
import { contentOf } from './content-fields.js';
import type { DraftingService } from './drafting.service.js';
import type { RecordLedger } from './record-ledger.js';

/** New editions of protocols, each a record of its own in the family of the old one. */
export class EditionService {
  constructor(
    private readonly ledger: RecordLedger,
    private readonly drafting: DraftingService,
  ) {}

  /** The old edition stays in force until the new one is published and its day has come. */
  async create(
    viewer: Viewer,
    from: string,
    institution: string | null,
    reference: Reference,
  ): Promise<KnowledgeDocument> {
    const old = await this.ledger.read(from);
    authorizeFor(viewer, 'createEdition', old);
    if (old.kind !== KnowledgeKind.PROTOCOL || !old.public) {
      throw wrongStatus('Only a published protocol can have a new edition.');
    }
    if (institution && old.institution && institution !== old.institution) {
      // Its editors alone decide what takes the place of their protocol.
      throw invalid('institution', 'A new edition belongs to the institution of the old one.');
    }
    const { edition: _label, inForceFrom: _day, reviewBy: _due, ...content } = contentOf(old);
    const texts: KnowledgeDocument['texts'] = {};
    for (const locale of LOCALES) {
      const own = content.texts[locale];
      // What was new in the old edition is not new in this one.
      if (own) texts[locale] = withoutChangeNote(own);
    }
    const start = { ...content, texts };
    return this.drafting.create(
      viewer,
      {
        institution: old.institution ?? institution ?? '',
        kind: old.kind,
        locale: old.originalLocale,
        content: null,
        externalId: null,
        family: old.family ?? old.slug,
        start,
      },
      reference,
    );
  }
}

function withoutChangeNote({ changeNote: _old, ...texts }: StoredTexts): StoredTexts {
  return texts;
}
