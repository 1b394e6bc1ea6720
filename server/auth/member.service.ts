import { mongo } from 'mongoose';
import type { Clock } from '../clock.js';
import { invalid } from '../errors.js';
import { newId } from '../ids.js';
import type { Locale } from '../locale.js';
import { normalizeEmail } from './email-address.js';
import { requireText } from './given-text.js';
import type { MemberDocument, MemberModel } from './member.model.js';

const MAX_NAME = 200;
const DUPLICATE_KEY = 11_000;

export type NewMember = Pick<MemberDocument, 'email' | 'name'> &
  Partial<Omit<MemberDocument, '_id' | 'email' | 'name' | 'createdAt' | 'locale'>> & {
    readonly locale: Locale;
  };

/** Who works with the hub. */
export class MemberService {
  constructor(
    private readonly model: MemberModel,
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
      email: requireEmail(email),
      name: requireText('name', name, MAX_NAME),
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
}

/** The normalised address; throws `INVALID`. */
export function requireEmail(text: string): string {
  const email = normalizeEmail(text);
  if (email === null) throw invalid('email', 'This is not an e-mail address.');
  return email;
}

const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
