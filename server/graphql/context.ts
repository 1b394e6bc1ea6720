import type DataLoader from 'dataloader';
import type { KnowledgeItemConnection } from '../../schema/knowledge-item-connection.js';
import type { AuditTrail } from '../auth/audit-trail.js';
import type { SessionCarrier } from '../auth/session-carrier.js';
import type { Viewer } from '../auth/viewer.js';
import { storeUnavailable } from '../errors.js';
import { KnowledgeLoaders } from '../knowledge/knowledge.loader.js';
import type { KnowledgeModel } from '../knowledge/knowledge.model.js';
import type { KnowledgeService, Reader } from '../knowledge/knowledge.service.js';
import { createRelationLoader, type RelationRequest } from '../knowledge/knowledge-relations.js';
import { createRelatedLoader, type RelatedKey } from '../knowledge/related-items.js';
import type { Locale } from '../locale.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { ReferenceCache } from '../reference/reference-cache.js';

/** What contexts are made from; one per hub. */
export interface ContextSources {
  readonly references: ReferenceCache;
  readonly knowledge: KnowledgeService;
  readonly model: KnowledgeModel;
  readonly dataVersion: DataVersion;
  readonly publicUrl: () => string;
  readonly isStoreConnected: () => boolean;
  readonly audit: AuditTrail;
}

/** Who asks, and how. */
export interface Caller {
  readonly requestId: string;
  /** From Accept-Language, until the operation says otherwise. */
  readonly acceptedLocale: Locale;
  readonly viewer: Viewer;
  /** Takes a session that begins or ends here to the answer's headers. */
  readonly session: SessionCarrier;
  /** As far as it is known, for limits and the audit trail. */
  readonly address: string;
  readonly userAgent: string;
  /** Takes the cost of an operation that somebody wrote; the hub's own cost nothing. */
  readonly admit?: (operation: {
    readonly isQuery: boolean;
    readonly cost: number;
  }) => Promise<void>;
}

/** What one operation carries along: who reads in which language, and its own loaders. */
export class HubContext {
  private ofReader: Reader | null = null;
  private ofItems: KnowledgeLoaders | null = null;
  private ofRelations: DataLoader<RelationRequest, KnowledgeItemConnection, string> | null = null;
  private ofRelated: DataLoader<RelatedKey, readonly string[], string> | null = null;

  constructor(
    private readonly sources: ContextSources,
    readonly caller: Caller,
    readonly signal?: AbortSignal,
  ) {}

  /** Puts on record that a member tried what they may not do; strangers could fill the trail. */
  async noteRefusal(action: string, code: string): Promise<void> {
    const { viewer, address } = this.caller;
    const { memberId } = viewer;
    if (memberId === null) return;
    await this.sources.audit.record({ memberId, action, outcome: 'REFUSED', address, note: code });
  }

  get viewer(): Viewer {
    return this.caller.viewer;
  }

  get acceptedLocale(): Locale {
    return this.caller.acceptedLocale;
  }

  /** Has to be called once the operation's language is known, before anything resolves. */
  async readIn(locale: Locale): Promise<void> {
    if (!this.sources.isStoreConnected()) throw storeUnavailable();
    const { generation } = this.sources.dataVersion;
    const held = this.sources.references.get();
    const all = held instanceof Promise ? await held : held;
    const publicUrl = this.sources.publicUrl();
    this.ofReader = { locale, all, reference: all.in(locale), publicUrl, generation };
  }

  get reader(): Reader {
    if (!this.ofReader) throw new Error('The language of the operation is not known yet.');
    return this.ofReader;
  }

  get items(): KnowledgeLoaders {
    this.ofItems ??= new KnowledgeLoaders(this.sources.knowledge, this.reader);
    return this.ofItems;
  }

  get relations() {
    const { model, knowledge } = this.sources;
    this.ofRelations ??= createRelationLoader(model, knowledge, this.reader);
    return this.ofRelations;
  }

  get related() {
    this.ofRelated ??= createRelatedLoader(this.sources.model);
    return this.ofRelated;
  }
}
