import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { ErrorCode, HubError } from '../errors.js';
import type { KnownOperation } from '../graphql/known-operation.js';
import type { FormattedResult, Operations } from '../graphql/operations.js';
import { ownCaller } from '../http/caller.js';
import type { Locale } from '../locale.js';
import type { DataVersion } from '../mongo/data-version.js';
import { VersionedCache } from '../mongo/versioned-cache.js';
import { type Asker, askerOf } from './asker.js';
import type { EmbedAccess, Permit } from './embed-access.js';
import type { EmbedQuery } from './embed-query.js';
import { type EmbedTask, EmbedTasks } from './embed-tasks.js';
import { LastGood } from './last-good.js';
import type { KnownKey } from './partner-keys.js';
import type { PartnerUsage } from './partner-usage.js';
import type { Quotas } from './quotas.js';
import { ReadyAnswer } from './ready-answer.js';

const MIB = 1_048_576;
/** Of an answer from memory, and of a refusal. */
const LEAST_COST = 1;
/** It is away, or it does not answer in time. */
const SEARCH_FAILED: ReadonlySet<string> = new Set([
  ErrorCode.SEARCH_UNAVAILABLE,
  ErrorCode.DEADLINE_EXCEEDED,
]);

/** What an embedding site asks, through whichever door. */
export interface EmbedQuestion {
  /** Of a ready-made or of a stored query. */
  readonly id: string;
  /** Everything behind the question mark: variables by their names, `lang`, `key`. */
  readonly parameters: URLSearchParams;
  /** Taken when no `lang` is given. */
  readonly acceptedLocale: Locale;
  readonly asker: Asker;
  readonly requestId: string;
}

/** A document that was stored, asked by its identifier. */
export interface DocumentQuestion extends Omit<EmbedQuestion, 'id'> {
  readonly documentId: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Asking = Pick<EmbedQuestion, 'asker' | 'requestId'>;

/** The answer, and what a door has to know to send it. */
export interface EmbeddedAnswer {
  readonly answer: ReadyAnswer;
  readonly locale: Locale;
  /** Whose key was shown; null: anybody may ask this. */
  readonly key: KnownKey | null;
}

export interface EmbeddedAnswersParts {
  readonly access: EmbedAccess;
  readonly quotas: Quotas;
  readonly usage: PartnerUsage;
  readonly operations: Operations;
  readonly dataVersion: DataVersion;
  readonly cacheMegabytes: number;
  readonly trustedProxies: number;
}

/** Answers questions of other sites: from memory when it can, and each question once at a time. */
export class EmbeddedAnswers {
  private readonly kept: VersionedCache<ReadyAnswer>;
  private readonly lastGood: LastGood;
  private readonly tasks = new EmbedTasks();
  private readonly underWay = new Map<string, Promise<ReadyAnswer>>();
  /** Questions that somebody is paying for at this moment. */
  private readonly claimed = new Set<string>();

  constructor(private readonly parts: EmbeddedAnswersParts) {
    const { dataVersion, cacheMegabytes } = parts;
    const sizeOf = ({ size }: ReadyAnswer, key: string) => size + key.length;
    const half = (cacheMegabytes * MIB) / 2;
    this.kept = new VersionedCache(dataVersion, half, sizeOf);
    this.lastGood = new LastGood(dataVersion, half);
  }

  /** Who sends a request, for a question. */
  askerOf(request: IncomingMessage, parameters: URLSearchParams): Asker {
    return askerOf(request, parameters, this.parts.trustedProxies);
  }

  /** Rejects with a `HubError`; `argument` names the parameter that is wrong. */
  async answer(question: EmbedQuestion): Promise<EmbeddedAnswer> {
    try {
      const permitting = this.parts.access.permit(question.id, question.asker);
      const permit = permitting instanceof Promise ? await permitting : permitting;
      return await this.give(permit, this.tasks.of(permit.query, question), question);
    } catch (error) {
      throw await this.charged(question.asker, error);
    }
  }

  /** As `answer`, for a document. */
  async answerDocument(question: DocumentQuestion): Promise<EmbeddedAnswer> {
    const { documentId, operationName, asker, variables } = question;
    try {
      const permit = await this.parts.access.permitDocument(documentId, operationName, asker);
      return await this.give(permit, this.tasks.with(permit.query, question, variables), question);
    } catch (error) {
      throw await this.charged(asker, error);
    }
  }

  private async give(
    permit: Permit,
    task: EmbedTask,
    { asker, requestId }: Asking,
  ): Promise<EmbeddedAnswer> {
    const found = this.kept.get(task.key) ?? this.lastGood.standIn(task.key);
    if (found) await this.pay(permit, asker, LEAST_COST);
    const answer = found ?? (await this.fresh(permit, task, { asker, requestId }));
    return { answer, locale: task.locale, key: permit.key };
  }

  /** Takes the cost from the quota before anything is done for it. */
  private async fresh(
    permit: Permit,
    task: EmbedTask,
    { asker, requestId }: Asking,
  ): Promise<ReadyAnswer> {
    if (this.claimed.has(task.key) || this.underWay.has(this.asked(task))) {
      await this.pay(permit, asker, LEAST_COST);
      return this.once(task, requestId);
    }
    const cost = this.operationOf(task).costWith(task.variables);
    this.claimed.add(task.key);
    try {
      await this.pay(permit, asker, cost);
      return await this.once(task, requestId);
    } finally {
      this.claimed.delete(task.key);
    }
  }

  private async pay({ payer, key, query }: Permit, asker: Asker, cost: number): Promise<void> {
    await this.parts.quotas.take(payer, cost);
    if (!key) return;
    const origin = asker.origin ?? asker.referrer;
    this.parts.usage.note({ partner: key.partner.id, query: query.id, origin, cost });
  }

  /** Those who ask the same while it is being answered wait for that answer. */
  private once(task: EmbedTask, requestId: string): Promise<ReadyAnswer> {
    const asked = this.asked(task);
    const shared = this.kept.get(task.key) ?? this.underWay.get(asked);
    if (shared) return Promise.resolve(shared);
    const computed = this.compute(task, requestId).finally(() => this.underWay.delete(asked));
    this.underWay.set(asked, computed);
    return computed;
  }

  /** After a change, nobody waits for an answer from before it. */
  private asked({ key }: EmbedTask): string {
    return `${this.parts.dataVersion.generation}\n${key}`;
  }

  private async compute(task: EmbedTask, requestId: string): Promise<ReadyAnswer> {
    const { operations, dataVersion } = this.parts;
    const { query, variables, locale } = task;
    const { generation: asOf, current } = dataVersion;
    const caller = { ...ownCaller(requestId, locale), variables };
    const result = await operations.run(this.operationOf(task), caller);
    const refusal = refusalIn(result, query);
    if (refusal) return this.fallBack(task, refusal);
    const answer = await ReadyAnswer.of(JSON.stringify(result));
    this.kept.keep(task.key, answer, asOf);
    this.lastGood.keep(task.key, answer, current.departures);
    return answer;
  }

  /** While search is down, what it found last is better than nothing. */
  private async fallBack({ key }: EmbedTask, refusal: HubError): Promise<ReadyAnswer> {
    const last = SEARCH_FAILED.has(refusal.code) ? await this.lastGood.fallBack(key) : undefined;
    if (last) return last;
    throw refusal;
  }

  private operationOf({ query }: EmbedTask): KnownOperation {
    const { source, operationName, document } = query;
    return this.parts.operations.learn(source, operationName, document);
  }

  /** What is refused costs its address something as well: keys are not for guessing. */
  private async charged(asker: Asker, error: unknown): Promise<unknown> {
    const refusal = error instanceof GraphQLError ? asHubError(error) : error;
    if (!(refusal instanceof HubError) || refusal.more.retryAfter !== undefined) return refusal;
    return this.parts.quotas.take(asker, LEAST_COST).then(
      () => refusal,
      (overQuota: unknown) => overQuota,
    );
  }
}

/** The first thing that went wrong, in the words of who asked. */
function refusalIn({ data, errors }: FormattedResult, query: EmbedQuery): HubError | null {
  const [error] = errors ?? [];
  if (!error) return data ? null : new HubError(ErrorCode.INTERNAL_SERVER_ERROR, 'No answer.');
  const { code, argument } = error.extensions ?? {};
  if (typeof argument !== 'string') return new HubError(code as ErrorCode, error.message);
  const parameter = query.parameters.parameterOf(argument);
  const own = argument.slice(argument.lastIndexOf('.') + 1);
  const message = error.message.replace(`"${own}"`, `"${parameter}"`);
  return new HubError(code as ErrorCode, message, parameter);
}

/** Of variables and costs. */
const asHubError = ({ message, extensions }: GraphQLError): HubError =>
  new HubError((extensions.code as ErrorCode) ?? ErrorCode.BAD_USER_INPUT, message);
