import { mongo } from 'mongoose';
import { HubRole } from '../../schema/member-enums.js';
import type { Clock } from '../clock.js';
import { forbidden, invalid, notFound } from '../errors.js';
import { decodeCursor, encodeCursor, listFingerprint, pageSize, toPage } from '../graphql/page.js';
import { newId } from '../ids.js';
import type { Locale } from '../locale.js';
import { normalizeEmail } from './email-address.js';
import { requireText } from './given-text.js';
import type { MemberDocument, MemberModel } from './member.model.js';
import type { ViewerCache } from './viewer-cache.js';

const MAX_NAME = 200;
const DUPLICATE_KEY = 11_000;
const MAX_TRIES = 20;

type Changeable = Pick<MemberDocument, 'memberships' | 'hubRoles' | 'isDisabled' | 'identities'>;

export type NewMember = Pick<MemberDocument, 'email' | 'name'> &
  Partial<Changeable & Pick<MemberDocument, 'passwordHash'>> & { readonly locale: Locale };

/** Who works with the hub. */
export class MemberService {
  constructor(
    private readonly model: MemberModel,
    private readonly cache: ViewerCache,
    private readonly clock: Clock,
  ) {}

  /** Throws `INVALID` for an address that is none, or that a member has already. */
  async create({ email, name, ...parts }: NewMember): Promise<MemberDocument> {
    const now = this.clock.now();
    const member: MemberDocument = {
      passwordHash: null,
      memberships: [],
      hubRoles: [],
      isDisabled: false,
      identities: [],
      ...parts,
      _id: newId('member', now),
      version: 1,
      email: requireEmail(email),
      name: requireName(name),
      createdAt: now,
    };
    try {
      await this.model.create(member);
      return member;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw invalid('email', 'There is a member with this e-mail address already.');
    }
  }

  findByEmail(email: string): Promise<MemberDocument | null> {
    return this.model.findOne({ email: requireEmail(email) }).lean();
  }

  findById(id: string): Promise<MemberDocument | null> {
    return this.model.findById(id).lean();
  }

  findByIdentity(identity: string): Promise<MemberDocument | null> {
    return this.model.findOne({ identities: identity }).lean();
  }

  /**
   * Changes what is there now, whatever others change meanwhile; null from `change` leaves it.
   * Throws `NOT_FOUND`, and `FORBIDDEN` when the hub would be left without an administrator.
   */
  async change(
    id: string,
    change: (member: MemberDocument) => Partial<Changeable> | null,
  ): Promise<MemberDocument> {
    const { before, after } = await this.write(id, change);
    if (!isActingAdministrator(before) || isActingAdministrator(after)) return after;
    if (await this.hasAdministrator()) return after;
    const { hubRoles, isDisabled } = before;
    await this.write(id, () => ({ hubRoles, isDisabled }));
    throw forbidden('This is the last administrator; appoint another one first.');
  }

  /** Whether anybody keeps the hub. */
  async hasAdministrator(): Promise<boolean> {
    const query = { hubRoles: HubRole.ADMINISTRATOR, isDisabled: false };
    return (await this.model.exists(query)) !== null;
  }

  /** Members by name: of an institution, or of the whole hub. */
  async page(institution: string | null, first: number, after: string | null) {
    const size = pageSize(first);
    const list = listFingerprint('members', institution);
    const of = institution === null ? {} : { 'memberships.institution': institution };
    const query = { ...of, ...(after ? behind(decodeCursor(list, after)) : {}) };
    const [found, totalCount] = await Promise.all([
      this.model.find(query, null, { sort: { name: 1, _id: 1 }, limit: size + 1 }).lean(),
      this.model.countDocuments(of),
    ]);
    const edges = found.slice(0, size).map((node) => ({
      node: node as MemberDocument,
      cursor: encodeCursor(list, { key: node.name, id: node._id }),
    }));
    const pages = { hasNextPage: found.length > size, hasPreviousPage: after !== null };
    return { ...toPage(edges, pages), totalCount };
  }

  private async write(id: string, change: (member: MemberDocument) => Partial<Changeable> | null) {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const before = await this.findById(id);
      if (!before) throw notFound();
      const parts = change(before);
      if (!parts) return { before, after: before };
      const version = before.version + 1;
      const asRead = { _id: id, version: before.version };
      const { matchedCount } = await this.model.updateOne(asRead, { $set: { ...parts, version } });
      this.cache.clear();
      if (matchedCount > 0) return { before, after: { ...before, ...parts, version } };
    }
    throw new Error('A member changes faster than it can be written.');
  }
}

const behind = ({ key, id }: { readonly key: string | number; readonly id: string }) => ({
  $or: [{ name: { $gt: String(key) } }, { name: String(key), _id: { $gt: id } }],
});

const isActingAdministrator = ({ hubRoles, isDisabled }: MemberDocument): boolean =>
  hubRoles.includes(HubRole.ADMINISTRATOR) && !isDisabled;

export const requireName = (text: string): string => requireText('name', text, MAX_NAME);

/** The normalised address; throws `INVALID`. */
export function requireEmail(text: string): string {
  const email = normalizeEmail(text);
  if (email === null) throw invalid('email', 'This is not an e-mail address.');
  return email;
}

const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
