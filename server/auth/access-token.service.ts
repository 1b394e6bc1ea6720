import type { TokenScope } from '../../schema/member-enums.js';
import { ProblemCode } from '../../schema/problem-code.js';
import type { Clock } from '../clock.js';
import { HubError, invalid, notFound } from '../errors.js';
import { newId } from '../ids.js';
import type { AccessTokenDocument, AccessTokenModel } from './access-token.model.js';
import { requireText } from './given-text.js';
import { digestOf, newSecret } from './secret.js';
import type { ViewerCache } from './viewer-cache.js';

export const TOKEN_PREFIX = 'sab_';
const SHOWN_LENGTH = TOKEN_PREFIX.length + 6;
const DAY_MS = 86_400_000;
const MAX_DAYS = 365;
const MAX_TOKENS = 50;
const MAX_NAME = 100;

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly days: number;
}

/** Access tokens of members, for their programs. */
export class AccessTokenService {
  constructor(
    private readonly model: AccessTokenModel,
    private readonly cache: ViewerCache,
    private readonly clock: Clock,
  ) {}

  /** The token itself is told this once. */
  async create(member: string, { name, scopes, days }: NewToken) {
    const title = requireText('name', name, MAX_NAME);
    if (scopes.length === 0) throw invalid('scopes', 'Name at least one scope.');
    if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
      throw invalid('days', `A token lasts between 1 and ${MAX_DAYS} days.`);
    }
    const now = this.clock.now();
    await this.model.deleteMany({ expiresAt: { $lt: now } });
    if ((await this.model.countDocuments({ member })) >= MAX_TOKENS) throw tooMany();
    const secret = `${TOKEN_PREFIX}${newSecret()}`;
    const document: AccessTokenDocument = {
      _id: newId('token', now),
      hash: digestOf(secret),
      prefix: secret.slice(0, SHOWN_LENGTH),
      name: title,
      member,
      scopes: [...new Set(scopes)],
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * DAY_MS),
      lastUsedAt: null,
    };
    await this.model.create(document);
    return { secret, accessToken: document };
  }

  /** Those that still hold, newest first. */
  list(member: string): Promise<readonly AccessTokenDocument[]> {
    const query = { member, expiresAt: { $gt: this.clock.now() } };
    return this.model
      .find(query, null, { sort: { createdAt: -1, _id: 1 }, limit: MAX_TOKENS })
      .lean();
  }

  /** Throws `NOT_FOUND` when the member has no such token. */
  async revoke(id: string, member: string): Promise<void> {
    const { deletedCount } = await this.model.deleteOne({ _id: id, member });
    this.cache.clear();
    if (deletedCount === 0) throw notFound();
  }

  /** Says how many there were. */
  async revokeAll(member: string): Promise<number> {
    const { deletedCount } = await this.model.deleteMany({ member });
    this.cache.clear();
    return deletedCount;
  }
}

const tooMany = () =>
  new HubError(
    ProblemCode.LIMIT_REACHED,
    `A member has at most ${MAX_TOKENS} access tokens. Revoke one that is not used any more.`,
  );
