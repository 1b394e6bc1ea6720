import { GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { PartnerKeyKind, StoredQueryStatus } from '../../schema/partner-enums.js';
import { ErrorCode, HubError } from '../errors.js';
import { isAllowedOrigin } from './allowed-origin.js';
import type { Asker } from './asker.js';
import { EmbedQuery } from './embed-query.js';
import type { KnownKey, PartnerKeys } from './partner-keys.js';
import type { Payer } from './quotas.js';
import { READY_MADE_IDS, type ReadyMadeQueries } from './ready-made.js';
import type { StoredQueries, StoredQuery } from './stored-queries.js';

const SECRET_PREFIX = 'sabs_';
const SHA256 = 'sha256:';
const MOST_QUERIES = 500;

/** What somebody may ask, who pays for it, and with which key. */
export interface Permit {
  readonly query: EmbedQuery;
  readonly payer: Payer;
  /** Null for strangers, who have none. */
  readonly key: KnownKey | null;
}

export interface EmbedAccessParts {
  readonly schema: GraphQLSchema;
  readonly readyMade: ReadyMadeQueries;
  readonly keys: PartnerKeys;
  readonly queries: StoredQueries;
  readonly publicUrl: () => string;
}

/** Decides who may ask which query. What is unknown and what is another partner's look the same. */
export class EmbedAccess {
  private readonly stored = new LRUCache<string, EmbedQuery>({ max: MOST_QUERIES });

  constructor(private readonly parts: EmbedAccessParts) {}

  /** Rejects with a `HubError`. */
  async permit(id: string, asker: Asker): Promise<Permit> {
    const readyMade = this.parts.readyMade.find(id);
    const key = await this.keyOf(asker);
    if (!key) {
      if (!readyMade) throw keyMissing(id);
      return { query: readyMade, payer: asker, key };
    }
    const query = readyMade ?? this.prepared(await this.storedFor(id, key));
    return { query, payer: payerOf(key), key };
  }

  /**
   * The same for a document identifier: `sha256:` with the digest of a document that the partner has
   * stored, or the id of a query. With several alike, the one whose operation is named.
   */
  async permitDocument(
    documentId: string,
    operationName: string | null,
    asker: Asker,
  ): Promise<Permit> {
    if (!documentId.includes(':')) {
      const permit = await this.permit(documentId, asker);
      if (!isNamed(permit.query, operationName)) throw documentNotFound();
      return permit;
    }
    const key = await this.keyOf(asker);
    if (!key) throw keyMissing(documentId);
    const digest = documentId.startsWith(SHA256) ? documentId.slice(SHA256.length) : '';
    const all = await this.parts.queries.findByDocument(digest);
    const own = all.filter((stored) => isFor(stored, key));
    const current = own.filter(({ status }) => status !== StoredQueryStatus.RETIRED);
    const prepared = current.map((stored) => this.prepared(stored));
    const query = prepared.find((one) => isNamed(one, operationName));
    if (query) return { query, payer: payerOf(key), key };
    const [retired] = current.length === 0 ? own : [];
    throw retired ? queryRetired(retired.id) : documentNotFound();
  }

  /** The key that somebody shows, when it holds here; null without one. */
  async keyOf(asker: Asker): Promise<KnownKey | null> {
    const shown = asker.keyInHeader ?? asker.keyInAddress;
    if (shown === null) return null;
    if (shown === asker.keyInAddress && shown.startsWith(SECRET_PREFIX)) throw secretInAddress();
    const key = await this.parts.keys.find(shown);
    if (!key) throw keyInvalid();
    if (key.kind === PartnerKeyKind.SECRET) refuseBrowsers(asker);
    else this.refuseOtherSites(key, asker);
    return key;
  }

  private async storedFor(id: string, key: KnownKey): Promise<StoredQuery> {
    const stored = await this.parts.queries.find(id);
    if (!stored || !isFor(stored, key)) throw queryNotFound(id);
    if (stored.status === StoredQueryStatus.RETIRED) throw queryRetired(id);
    return stored;
  }

  private refuseOtherSites({ partner }: KnownKey, asker: Asker): void {
    if (asker.isBoundByDoor) return;
    const origin = asker.origin ?? asker.referrer;
    if (isAllowedOrigin(partner.origins, origin)) return;
    // The hub's own pages show partners what they will get.
    if (origin === null || origin !== new URL(this.parts.publicUrl()).origin)
      throw otherSite(origin);
  }

  private prepared(stored: StoredQuery): EmbedQuery {
    // An id is free again when its partner has gone.
    const mark = `${stored.partner} ${stored.id} ${stored.version} ${stored.documentId}`;
    const known = this.stored.get(mark);
    if (known) return known;
    const made = this.prepare(stored, mark);
    this.stored.set(mark, made);
    return made;
  }

  private prepare(stored: StoredQuery, mark: string): EmbedQuery {
    const { id, document: source, operationName, variables } = stored;
    const rules = Object.fromEntries(
      variables.map(({ name, value, isOpen }) => [name, { value, isOpen }]),
    );
    try {
      return new EmbedQuery(this.parts.schema, { id, mark, source, operationName, rules });
    } catch (error) {
      if (error instanceof GraphQLError) throw queryOutdated(id);
      throw error;
    }
  }
}

/** Drafts are tried out by the partner's own programs, and by nobody else. */
const isFor = ({ partner, status }: StoredQuery, key: KnownKey): boolean =>
  partner === key.partner.id &&
  (status !== StoredQueryStatus.DRAFT || key.kind === PartnerKeyKind.SECRET);

const isNamed = ({ ownName }: EmbedQuery, operationName: string | null): boolean =>
  operationName === null || operationName === ownName;

export const payerOf = ({ partner, kind }: KnownKey): Payer => ({ partner: partner.id, kind });

function refuseBrowsers({ origin }: Asker): void {
  if (origin === null) return;
  throw new HubError(
    ErrorCode.ORIGIN_NOT_ALLOWED,
    'A secret key does not belong in a page, where everybody can read it: use a public key there, and make a new secret one.',
  );
}

const SHOWN = 60;
const readyMadeOnes = `Ready-made ones are: ${READY_MADE_IDS.join(', ')}.`;

const keyMissing = (id: string) =>
  new HubError(
    ErrorCode.KEY_MISSING,
    `"${id.slice(0, SHOWN)}" is no ready-made query; a stored one is asked with its partner's key. ${readyMadeOnes}`,
  );

const keyInvalid = () =>
  new HubError(
    ErrorCode.KEY_INVALID,
    'This key is unknown or was revoked. Make a new one among the partners of the hub.',
  );

const secretInAddress = () =>
  new HubError(
    ErrorCode.KEY_INVALID,
    'Addresses end up in logs: send a secret key in the header "Authorization: Bearer …".',
  );

const otherSite = (origin: string | null) =>
  new HubError(
    ErrorCode.ORIGIN_NOT_ALLOWED,
    origin === null
      ? 'A public key works on the sites of its partner only, and this request names none. Servers use a secret key.'
      : 'A public key works on the sites of its partner only. Add this origin to the partner, or ask from one of its sites.',
  );

const queryNotFound = (id: string) =>
  new HubError(
    ErrorCode.QUERY_NOT_FOUND,
    `There is no query "${id.slice(0, SHOWN)}" that you may ask. ${readyMadeOnes}`,
  );

const queryRetired = (id: string) =>
  new HubError(ErrorCode.QUERY_RETIRED, `The query "${id}" was retired by its partner.`);

const queryOutdated = (id: string) =>
  new HubError(
    ErrorCode.QUERY_RETIRED,
    `The query "${id}" asks for something that the hub no longer has. Its partner has to save it anew.`,
  );

const documentNotFound = () =>
  new HubError(
    ErrorCode.PERSISTED_DOCUMENT_NOT_FOUND,
    'You have stored no document with this id. Store it as a query first.',
  );
