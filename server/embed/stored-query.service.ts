import { createHash } from 'node:crypto';
import { mongo } from 'mongoose';
import { StoredQueryStatus } from '../../schema/partner-enums.js';
import { ProblemCode } from '../../schema/problem-code.js';
import type { AuditTrail } from '../auth/audit-trail.js';
import type { Actor } from '../auth/role.service.js';
import type { Clock } from '../clock.js';
import { conflict, HubError, HubProblems, invalid, notFound, wrongStatus } from '../errors.js';
import type { PartnerService } from './partner.service.js';
import { MOST_QUERIES, type StoredQueries } from './stored-queries.js';
import type { StoredQueryDocument, StoredQueryModel } from './stored-query.model.js';
import type { GivenQuery, StoredQueryCheck } from './stored-query-check.js';
import { problemsOfName } from './stored-query-name.js';

const DUPLICATE_KEY = 11_000;

export interface StoredQueryParts {
  readonly model: StoredQueryModel;
  readonly partners: PartnerService;
  readonly queries: StoredQueries;
  readonly check: StoredQueryCheck;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

export interface SavedQuery extends GivenQuery {
  readonly partner: string;
  readonly id: string;
  readonly title: string;
  /** Null for a new one. */
  readonly expectedVersion: number | null;
}

interface StatusChange {
  readonly id: string;
  readonly expectedVersion: number;
  readonly status: StoredQueryStatus;
}

/** Keeps the queries that partners' pages ask for by name. */
export class StoredQueryService {
  constructor(private readonly parts: StoredQueryParts) {}

  list(partner: string): Promise<readonly StoredQueryDocument[]> {
    return this.parts.model
      .find({ partner }, null, { sort: { _id: 1 }, limit: MOST_QUERIES })
      .lean();
  }

  /** Throws `HubProblems` for everything that is wrong, `CONFLICT` when it has moved on. */
  async save(by: Actor, given: SavedQuery): Promise<StoredQueryDocument> {
    const { partner, id, expectedVersion } = given;
    await this.parts.partners.find(by.viewer, 'saveStoredQuery', partner);
    const content = this.checked(given);
    const saved = expectedVersion
      ? await this.update({ _id: id, partner }, expectedVersion, content)
      : await this.insert({ _id: id, partner }, content);
    await this.note(by, 'query.save', saved);
    return saved;
  }

  /** What is activated is checked once more: the contract may have changed since it was saved. */
  async setStatus(by: Actor, { id, expectedVersion, status }: StatusChange) {
    const found = await this.parts.model.findById(id).lean();
    // An unknown query is looked for with the rights of an unknown partner.
    await this.parts.partners.find(by.viewer, 'changeStoredQueryStatus', found?.partner ?? '');
    if (!found) throw notFound();
    if (status === StoredQueryStatus.ACTIVE) this.parts.check.recheck(found);
    const { partner } = found;
    const saved = await this.update({ _id: id, partner }, expectedVersion, { status });
    await this.note(by, 'query.status', saved);
    return saved;
  }

  private checked(given: SavedQuery) {
    const { document, operationName } = given;
    const { title, problems } = problemsOfName(given);
    const query = this.parts.check.check(given);
    const all = [...problems, ...query.problems];
    if (all.length > 0) throw new HubProblems(all);
    const documentId = createHash('sha256').update(document).digest('hex');
    return { title, document, documentId, operationName, variables: query.variables };
  }

  private async insert(
    key: Pick<StoredQueryDocument, '_id' | 'partner'>,
    content: Content,
  ): Promise<StoredQueryDocument> {
    const { model, queries, clock } = this.parts;
    if ((await model.countDocuments({ partner: key.partner })) >= MOST_QUERIES) throw tooMany();
    const now = clock.now();
    const status = StoredQueryStatus.DRAFT;
    const dates = { createdAt: now, updatedAt: now, lastUsedAt: null };
    const query: StoredQueryDocument = { ...key, ...content, status, version: 1, ...dates };
    try {
      await model.create(query);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const own = await model.findOne(key).lean();
      throw own ? conflict(own.version) : invalid('id', 'This id is taken; choose another one.');
    }
    queries.forget();
    return query;
  }

  private async update(
    key: Pick<StoredQueryDocument, '_id' | 'partner'>,
    version: number,
    changes: Partial<StoredQueryDocument>,
  ): Promise<StoredQueryDocument> {
    const { model, queries, clock } = this.parts;
    const isEdit = changes.status === undefined;
    const open = isEdit ? { status: { $ne: StoredQueryStatus.RETIRED } } : {};
    const saved = await model
      .findOneAndUpdate(
        { ...key, version, ...open },
        { $set: { ...changes, updatedAt: clock.now() }, $inc: { version: 1 } },
        { returnDocument: 'after' },
      )
      .lean();
    queries.forget();
    if (saved) return saved;
    const present = await model.findOne(key).lean();
    if (!present) throw notFound();
    throw present.version === version ? wrongStatus(RETIRED) : conflict(present.version);
  }

  private note(
    { viewer: { memberId }, address }: Actor,
    action: string,
    query: StoredQueryDocument,
  ) {
    const { _id: target, partner, status } = query;
    return this.parts.audit.record({
      memberId,
      action,
      target,
      address,
      note: `${status} ${partner}`,
    });
  }
}

type Content = Omit<
  StoredQueryDocument,
  '_id' | 'partner' | 'status' | 'version' | 'createdAt' | 'updatedAt' | 'lastUsedAt'
>;

const RETIRED = 'This query is retired. Make it a draft again, then change it.';

const tooMany = () =>
  new HubError(ProblemCode.LIMIT_REACHED, `A partner has at most ${MOST_QUERIES} stored queries.`);

const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
