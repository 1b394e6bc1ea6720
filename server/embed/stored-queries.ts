import type { Clock } from '../clock.js';
import { BriefCache } from './brief-cache.js';
import type { StoredQueryDocument, StoredQueryModel } from './stored-query.model.js';

/** An operation of a partner, as it is answered. */
export type StoredQuery = Omit<
  StoredQueryDocument,
  '_id' | 'createdAt' | 'updatedAt' | 'lastUsedAt'
> & { readonly id: string };

const DOCUMENT_ID = /^[0-9a-f]{64}$/;
export const MOST_ID_LENGTH = 60;
/** Of one partner. */
export const MOST_QUERIES = 100;

/** Stored queries as the doors ask for them, whatever their status: whoever asks decides. */
export class StoredQueries {
  private readonly byId: BriefCache<StoredQuery>;
  private readonly byDocument: BriefCache<readonly StoredQuery[]>;

  constructor(
    private readonly model: StoredQueryModel,
    clock: Clock,
  ) {
    this.byId = new BriefCache(clock);
    this.byDocument = new BriefCache(clock);
  }

  find(id: string): Promise<StoredQuery | null> | StoredQuery | null {
    if (id === '' || id.length > MOST_ID_LENGTH) return null;
    return this.byId.get(id, async () => {
      const found = await this.model.findById(id).lean();
      return found ? toStoredQuery(found) : null;
    });
  }

  /** Whether it was this partner's when it was read last. */
  wasOf(partner: string, id: string): boolean {
    return this.byId.last(id)?.partner === partner;
  }

  /** Whether the partner had such a document when it was read last. */
  wasDocumentOf(partner: string, documentId: string): boolean {
    return this.byDocument.last(`${documentId} ${partner}`) !== undefined;
  }

  /** All of a partner that hold a document, by the hexadecimal SHA-256 of its text; null: none. */
  async findByDocument(
    documentId: string,
    partner: string,
  ): Promise<readonly StoredQuery[] | null> {
    if (!DOCUMENT_ID.test(documentId)) return null;
    return this.byDocument.get(`${documentId} ${partner}`, async () => {
      const all = await this.model
        .find({ documentId, partner }, null, { sort: { _id: 1 }, limit: MOST_QUERIES })
        .lean();
      return all.length > 0 ? all.map(toStoredQuery) : null;
    });
  }

  /** To be called after each change of a stored query. */
  forget(): void {
    this.byId.clear();
    this.byDocument.clear();
  }
}

function toStoredQuery(stored: StoredQueryDocument): StoredQuery {
  const { _id: id, partner, title, document, documentId, operationName, ...rest } = stored;
  const { variables, status, version } = rest;
  return { id, partner, title, document, documentId, operationName, variables, status, version };
}
