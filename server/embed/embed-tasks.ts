import { ErrorCode, HubError } from '../errors.js';
import type { Variables } from '../graphql/known-operation.js';
import { LOCALES, type Locale } from '../locale.js';
import type { EmbedQuery } from './embed-query.js';

/** A question as it is kept, and asked once for all who ask it. */
export interface EmbedTask {
  readonly query: EmbedQuery;
  readonly variables: Variables;
  readonly locale: Locale;
  /** The same for the same question, however it was asked. */
  readonly key: string;
}

/** How a question says in which language it wants its answer. */
export interface Language {
  readonly parameters: URLSearchParams;
  readonly acceptedLocale: Locale;
}

/** Turns questions into tasks; what was read of the same parameters before is not read again. */
export class EmbedTasks {
  private readonly read = new WeakMap<URLSearchParams, EmbedTask>();

  /** Throws `BAD_USER_INPUT` that names the parameter. */
  of(query: EmbedQuery, language: Language): EmbedTask {
    const { parameters } = language;
    const known = this.read.get(parameters);
    if (known?.query === query && known.locale === localeOf(language)) return known;
    const task = taskOf(query, localeOf(language), query.parameters.read(parameters));
    this.read.set(parameters, task);
    return task;
  }

  /** The same for variables that came as JSON. */
  with(query: EmbedQuery, language: Language, values: Variables): EmbedTask {
    return taskOf(query, localeOf(language), query.parameters.take(values));
  }
}

const taskOf = (query: EmbedQuery, locale: Locale, variables: Variables): EmbedTask => {
  const key = `${query.mark}\n${locale}\n${JSON.stringify(variables)}`;
  return { query, variables, locale, key };
};

function localeOf({ parameters, acceptedLocale }: Language): Locale {
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
