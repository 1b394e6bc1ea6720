import { GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { PartnerKeyKind, StoredQueryStatus } from '../../schema/partner-enums.js';
import { ErrorCode, HubError } from '../errors.js';
import { AllowedSites } from './allowed-sites.js';
import type { Asker } from './asker.js';
import { EmbedQuery } from './embed-query.js';
import type { KnownKey, PartnerKeys } from './partner-keys.js';
import type { Payer, Quotas } from './quotas.js';
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
  readonly guesses: Pick<Quotas, 'refuseGuesses' | 'noteGuess'>;
  readonly publicUrl: () => string;
}

/** Decides who may ask which query. What is unknown and what is another partner's look the same. */
export class EmbedAccess {
  /** Or why it cannot be answered: a page goes on asking, and the contract stays as it is. */
  private readonly stored = new LRUCache<string, EmbedQuery | HubError>({ max: MOST_QUERIES });
  /** The same by what was read, as long as that is believed. */
  private readonly ofStored = new WeakMap<StoredQuery, EmbedQuery>();
  private readonly sites = new AllowedSites();

  constructor(private readonly parts: EmbedAccessParts) {}

  /** At once when key and query are known; throws or rejects with a `HubError`. */
  permit(id: string, asker: Asker): Permit | Promise<Permit> {
    const readyMade = this.parts.readyMade.find(id);
    const key = this.keyOf(asker);
    if (key instanceof Promise)
      return key.then((found) => this.permitWith(id, readyMade, found, asker));
    return this.permitWith(id, readyMade, key, asker);
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
    const own = (await this.ownBy(digest, key, asker)).filter((stored) => isFor(stored, key));
    const current = own.filter(({ status }) => status !== StoredQueryStatus.RETIRED);
    const prepared = current.map((stored) => this.prepared(stored));
    const query = prepared.find((one) => isNamed(one, operationName));
    if (query) return { query, payer: payerOf(key), key };
    const [retired] = current.length === 0 ? own : [];
    throw retired ? queryRetired(retired.id) : documentNotFound();
  }

  private async ownBy(digest: string, { partner }: KnownKey, asker: Asker) {
    const { queries } = this.parts;
    const find = () => queries.findByDocument(digest, partner.id);
    const isKnown = queries.wasDocumentOf(partner.id, digest);
    return (await (isKnown ? find() : this.lookUp(asker, find))) ?? [];
  }

  /** What is another partner's is looked up and counted as what there is not. */
  private ownById(id: string, { partner }: KnownKey, asker: Asker) {
    const { queries } = this.parts;
    if (queries.wasOf(partner.id, id)) return queries.find(id);
    return this.lookUp(asker, async () => {
      const found = await queries.find(id);
      return found?.partner === partner.id ? found : null;
    });
  }

  /** The key that somebody shows, when it holds here; null without one. */
  keyOf(asker: Asker): KnownKey | null | Promise<KnownKey | null> {
    const shown = asker.keyInHeader ?? asker.keyInAddress;
    if (shown === null) return null;
    if (asker.keyInHeader === null && shown.startsWith(SECRET_PREFIX)) throw secretInAddress();
    const { keys } = this.parts;
    const found = keys.isNew(shown)
      ? this.lookUp(asker, async () => keys.find(shown))
      : keys.find(shown);
    if (found instanceof Promise) return found.then((key) => this.checked(key, asker));
    return this.checked(found, asker);
  }

  /** However many keys or queries somebody makes up, the store is asked for few of them. */
  private async lookUp<Found>(
    asker: Asker,
    find: () => Promise<Found | null>,
  ): Promise<Found | null> {
    const { guesses } = this.parts;
    await guesses.refuseGuesses(asker);
    const found = await find();
    if (found === null) await guesses.noteGuess(asker);
    return found;
  }

  private checked(key: KnownKey | null, asker: Asker): KnownKey {
    if (!key) throw keyInvalid();
    if (key.kind === PartnerKeyKind.SECRET) refuseBrowsers(asker);
    else this.refuseOtherSites(key, asker);
    return key;
  }

  private permitWith(
    id: string,
    readyMade: EmbedQuery | null,
    key: KnownKey | null,
    asker: Asker,
  ): Permit | Promise<Permit> {
    if (!key) {
      if (!readyMade) throw keyMissing(id);
      return { query: readyMade, payer: asker, key };
    }
    const payer = payerOf(key);
    if (readyMade) return { query: readyMade, payer, key };
    const found = this.ownById(id, key, asker);
    const permitted = (stored: StoredQuery | null): Permit => ({
      query: this.prepared(currentFor(id, stored, key)),
      payer,
      key,
    });
    return found instanceof Promise ? found.then(permitted) : permitted(found);
  }

  private refuseOtherSites(key: KnownKey, asker: Asker): void {
    if (asker.isBoundByDoor) return;
    const origin = asker.origin ?? asker.referrer;
    if (this.sites.has(key, origin)) return;
    // The hub's own pages show partners what they will get.
    if (origin === null || origin !== new URL(this.parts.publicUrl()).origin)
      throw otherSite(origin);
  }

  private prepared(stored: StoredQuery): EmbedQuery {
    const read = this.ofStored.get(stored);
    if (read) return read;
    const made = this.remembered(stored);
    this.ofStored.set(stored, made);
    return made;
  }

  private remembered(stored: StoredQuery): EmbedQuery {
    // An id is free again when its partner has gone.
    const mark = `${stored.partner} ${stored.id} ${stored.version} ${stored.documentId}`;
    const known = this.stored.get(mark) ?? this.prepare(stored, mark);
    this.stored.set(mark, known);
    if (known instanceof HubError) throw known;
    return known;
  }

  private prepare(stored: StoredQuery, mark: string): EmbedQuery | HubError {
    const { id, document: source, operationName, variables } = stored;
    const rules = Object.fromEntries(
      variables.map(({ name, value, isOpen }) => [name, { value, isOpen }]),
    );
    try {
      return new EmbedQuery(this.parts.schema, { id, mark, source, operationName, rules });
    } catch (error) {
      if (error instanceof GraphQLError) return queryOutdated(id);
      throw error;
    }
  }
}

function currentFor(id: string, stored: StoredQuery | null, key: KnownKey): StoredQuery {
  if (!stored || !isFor(stored, key)) throw queryNotFound(id);
  if (stored.status === StoredQueryStatus.RETIRED) throw queryRetired(id);
  return stored;
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
