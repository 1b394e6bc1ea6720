import { ErrorCode, HubError } from '../errors.js';
import type { FormattedResult, Operations } from '../graphql/operations.js';
import { ownCaller } from '../http/caller.js';
import { LOCALES, type Locale } from '../locale.js';
import type { DataVersion } from '../mongo/data-version.js';
import { VersionedCache } from '../mongo/versioned-cache.js';
import type { EmbedQuery } from './embed-query.js';
import { ReadyAnswer } from './ready-answer.js';
import { READY_MADE_IDS, type ReadyMadeQueries } from './ready-made.js';

const MIB = 1_048_576;

/** What an embedding site asks, through whichever door. */
export interface EmbedQuestion {
  /** Of a ready-made or of a stored query. */
  readonly id: string;
  /** Everything behind the question mark: variables by their names, `lang`, `key`. */
  readonly parameters: URLSearchParams;
  /** Taken when no `lang` is given. */
  readonly acceptedLocale: Locale;
  readonly requestId: string;
}

/** The answer, and what a door has to know to send it. */
export interface EmbeddedAnswer {
  readonly answer: ReadyAnswer;
  readonly locale: Locale;
}

export interface EmbeddedAnswersParts {
  readonly readyMade: ReadyMadeQueries;
  readonly operations: Operations;
  readonly dataVersion: DataVersion;
  readonly cacheMegabytes: number;
}

/** Answers questions of other sites: from memory when it can, and each question once at a time. */
export class EmbeddedAnswers {
  private readonly kept: VersionedCache<ReadyAnswer>;
  private readonly underWay = new Map<string, Promise<ReadyAnswer>>();

  constructor(private readonly parts: EmbeddedAnswersParts) {
    const { dataVersion, cacheMegabytes } = parts;
    this.kept = new VersionedCache(
      dataVersion,
      cacheMegabytes * MIB,
      ({ bytes }, key) => bytes.length + key.length,
    );
  }

  /** Rejects with a `HubError`; `argument` names the parameter that is wrong. */
  async answer(question: EmbedQuestion): Promise<EmbeddedAnswer> {
    const query = this.queryOf(question);
    const locale = localeOf(question);
    const { variables, key: chosen } = query.parameters.read(question.parameters);
    const key = `${query.mark}\n${locale}\n${chosen}`;
    const answer =
      this.kept.get(key) ??
      (await this.once(key, () => this.compute(query, variables, locale, question.requestId)));
    return { answer, locale };
  }

  private queryOf({ id }: EmbedQuestion): EmbedQuery {
    const query = this.parts.readyMade.find(id);
    if (!query) throw queryNotFound(id);
    return query;
  }

  /** Those who ask the same while it is being answered wait for that answer. */
  private once(key: string, compute: () => Promise<ReadyAnswer>): Promise<ReadyAnswer> {
    const { generation } = this.parts.dataVersion;
    const asked = `${generation}\n${key}`;
    const shared = this.underWay.get(asked);
    if (shared) return shared;
    const computed = compute()
      .then((answer) => {
        this.kept.keep(key, answer, generation);
        return answer;
      })
      .finally(() => this.underWay.delete(asked));
    this.underWay.set(asked, computed);
    return computed;
  }

  private async compute(
    query: EmbedQuery,
    variables: Record<string, unknown>,
    locale: Locale,
    requestId: string,
  ): Promise<ReadyAnswer> {
    const { operations } = this.parts;
    const { source, operationName, document } = query;
    const known = operations.learn(source, operationName, document);
    const result = await operations.run(known, { ...ownCaller(requestId, locale), variables });
    const refusal = refusalIn(result, query);
    if (refusal) throw refusal;
    return new ReadyAnswer(JSON.stringify(result));
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

function localeOf({ parameters, acceptedLocale }: EmbedQuestion): Locale {
  const given = parameters.get('lang');
  if (!given) return acceptedLocale;
  const base = given.split('-', 1)[0]?.toLowerCase();
  const locale = LOCALES.find((known) => known === base);
  if (locale) return locale;
  const shown = given.slice(0, 20);
  throw new HubError(
    ErrorCode.BAD_USER_INPUT,
    `"lang" takes ${LOCALES.join(', ')}, not "${shown}".`,
    'lang',
  );
}

export const queryNotFound = (id: string) =>
  new HubError(
    ErrorCode.QUERY_NOT_FOUND,
    `There is no query "${id.slice(0, 60)}" for you to ask. Ready-made ones are: ${READY_MADE_IDS.join(', ')}.`,
  );
