import {
  OPERATION_NAMES,
  type OperationName,
  readOperation,
} from '../schema/operations/operation-file.js';
import type { OperationTypes } from '../schema/operations/operation-types.js';
import type { Locale } from './locales.js';
import type { PageCaller } from './page-answer.js';

/** All that pages know of the hub: operations of its contract, run in-process. */
export interface HubPort {
  /** The address that people reach the hub at, without a slash at the end. */
  readonly url: string;
  /** What a partner calls its query, by its public key; null for all else. */
  storedTitle(id: string, key: string): Promise<string | null>;
  /** Rejects with `Refusal` when the answer has errors. */
  ask<Name extends OperationName>(
    name: Name,
    variables: OperationTypes[Name]['variables'],
    locale: Locale,
    caller?: PageCaller,
  ): Promise<OperationTypes[Name]['data']>;
}

/** The hub refused an operation; `code` is one of those in docs/api.md. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    message: string,
    /** The argument that was refused, where one was. */
    readonly argument: string | null = null,
  ) {
    super(message);
  }
}

/** A hub as it hands itself to the pages. */
export interface HubToAsk {
  readonly url: string;
  readonly embedding: { titleFor(id: string, key: string): Promise<string | null> };
  execute(
    source: string,
    variables: Readonly<Record<string, unknown>>,
    locale: Locale,
    caller?: PageCaller,
  ): Promise<{ readonly data?: unknown; readonly errors?: readonly AnswerError[] }>;
}

interface AnswerError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Makes the port: the operations are read once, answers with errors become `Refusal`s. */
export function askingHub(hub: HubToAsk): HubPort {
  const sources = new Map(OPERATION_NAMES.map((name) => [name, readOperation(name)]));
  return {
    get url() {
      return hub.url;
    },
    storedTitle: (id, key) => hub.embedding.titleFor(id, key),
    async ask<Name extends OperationName>(
      name: Name,
      variables: OperationTypes[Name]['variables'],
      locale: Locale,
      caller?: PageCaller,
    ) {
      const source = sources.get(name) ?? '';
      const { data, errors = [] } = await hub.execute(source, variables, locale, caller);
      const [error] = errors;
      if (error) throw toRefusal(error);
      return data as OperationTypes[Name]['data'];
    },
  };
}

function toRefusal({ message, extensions = {} }: AnswerError): Refusal {
  const { code, argument } = extensions;
  return new Refusal(String(code), message, typeof argument === 'string' ? argument : null);
}
