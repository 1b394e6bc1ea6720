import type { PartnerKeyKind } from '../../schema/partner-enums.js';
import { digestOf, isSecret, newSecret } from '../auth/secret.js';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { BriefCache } from './brief-cache.js';
import type { PartnerDocument, PartnerKeyDocument, PartnerModel } from './partner.model.js';

/** What keys begin with, so that people and secret scanners tell them apart. */
const PREFIX: Readonly<Record<PartnerKeyKind, string>> = { PUBLIC: 'sabp_', SECRET: 'sabs_' };
const SHOWN_LENGTH = PREFIX.PUBLIC.length + 6;
const LAST = 4;

/** When a key was last used is written so often at most. */
const SEEN_MS = 5 * 60_000;

/** A key that holds, and whose it is. */
export interface KnownKey {
  readonly partner: Pick<PartnerDocument, 'name' | 'origins'> & { readonly id: string };
  readonly kind: PartnerKeyKind;
  readonly keyId: string;
}

/** Knows partners by their keys. */
export class PartnerKeys {
  private readonly cache: BriefCache<KnownKey>;

  constructor(
    private readonly model: PartnerModel,
    private readonly clock: Clock,
  ) {
    this.cache = new BriefCache(clock);
  }

  /** Null for what is no key, for one that was revoked, and for one of a partner that has gone. */
  find(key: string): Promise<KnownKey | null> | KnownKey | null {
    if (!isKey(key)) return null;
    return this.cache.get(nameOf(key), () => this.read(digestOf(key)));
  }

  /** Whether nobody has shown this key lately, who had it from a partner: it may be made up. */
  isNew(key: string): boolean {
    return isKey(key) && this.cache.last(nameOf(key)) === undefined;
  }

  /** To be called after each change of a partner. */
  forget(): void {
    this.cache.clear();
  }

  private async read(hash: string): Promise<KnownKey | null> {
    const found = await this.model.findOne({ 'keys.hash': hash }).lean();
    const key = found?.keys.find((one) => one.hash === hash);
    if (!found || !key) return null;
    // A store that takes no writes at the moment still answers.
    await this.noteUse(key).catch(() => {});
    const { _id: id, name, origins } = found;
    return { partner: { id, name, origins }, kind: key.kind, keyId: key._id };
  }

  private async noteUse({ hash, lastUsedAt }: PartnerKeyDocument): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - (lastUsedAt?.getTime() ?? 0) < SEEN_MS) return;
    await this.model.updateOne({ 'keys.hash': hash }, { $set: { 'keys.$.lastUsedAt': now } });
  }
}

/** A new key, and what is stored of it. */
export function newPartnerKey(kind: PartnerKeyKind, now: Date) {
  const secret = `${PREFIX[kind]}${newSecret()}`;
  const document: PartnerKeyDocument = {
    _id: newId('partnerKey', now),
    kind,
    hash: digestOf(secret),
    prefix: secret.slice(0, SHOWN_LENGTH),
    lastFour: secret.slice(-LAST),
    createdAt: now,
    lastUsedAt: null,
  };
  return { secret, document };
}

/** Public keys are no secret, and asked for with every page: they are not digested each time. */
const nameOf = (key: string): string => (key.startsWith(PREFIX.PUBLIC) ? key : digestOf(key));

/** Nothing else is looked up. */
const isKey = (text: string): boolean =>
  Object.values(PREFIX).some(
    (prefix) => text.startsWith(prefix) && isSecret(text.slice(prefix.length)),
  );
