import type { DocumentNode, ExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { ErrorCode, HubError } from '../errors.js';
import { type Caller, type ContextSources, HubContext } from './context.js';
import { KnownOperation, type Variables } from './known-operation.js';
import { maskError } from './mask-errors.js';

const MAX_KNOWN = 500;

/** Who asks, and with what. */
export interface OperationRequest extends Caller {
  readonly variables: Variables;
}

export interface FormattedResult {
  readonly data?: ExecutionResult['data'];
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Runs operations, with a deadline, and remembers those that were valid. */
export class Operations {
  private readonly known = new LRUCache<string, KnownOperation>({ max: MAX_KNOWN });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly sources: ContextSources,
    private readonly limits: Pick<Config, 'MAX_COST' | 'OPERATION_TIMEOUT_MS'>,
    private readonly log: Logger,
  ) {}

  find(query: string, operationName: string | undefined): KnownOperation | undefined {
    return this.known.get(keyOf(query, operationName));
  }

  /** To be called with documents that passed validation. */
  learn(query: string, operationName: string | undefined, document: DocumentNode): KnownOperation {
    const key = keyOf(query, operationName);
    const found = this.known.get(key);
    if (found) return found;
    const made = new KnownOperation(this.schema, document, operationName, this.limits.MAX_COST);
    this.known.set(key, made);
    return made;
  }

  /** Never rejects: what goes wrong is in `errors`, as clients may see it. */
  async run(operation: KnownOperation, request: OperationRequest): Promise<FormattedResult> {
    const stop = new AbortController();
    const { requestId, variables } = request;
    const context = new HubContext(this.sources, request, stop.signal);
    try {
      const result = await this.withDeadline(operation.run(context, variables), stop);
      if (!result.errors) return result;
      if (result.data === undefined) return { errors: result.errors.map(asBadInput) };
      return { ...result, errors: this.mask(result.errors, requestId) };
    } catch (error) {
      return { errors: this.mask([asGraphQLError(error)], requestId) };
    }
  }

  /** What a client sees of errors that happened anywhere around an operation. */
  mask(errors: readonly GraphQLError[], requestId: string): readonly GraphQLFormattedError[] {
    return errors.map((error) => maskError(error.toJSON(), error, requestId, this.log));
  }

  private withDeadline<T>(answer: Promise<T>, stop: AbortController): Promise<T> {
    const { OPERATION_TIMEOUT_MS: limit } = this.limits;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop.abort();
        const message = `This operation took longer than ${limit} ms. Ask for less at a time.`;
        reject(new HubError(ErrorCode.DEADLINE_EXCEEDED, message));
      }, limit);
      answer.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}

const keyOf = (query: string, operationName = ''): string => `${operationName}\n${query}`;

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(cause.message, { originalError: cause });
}

/** Errors without any data are about the variables: nothing was run. */
const asBadInput = ({ message, locations }: GraphQLError): GraphQLFormattedError => ({
  message,
  ...(locations ? { locations } : {}),
  extensions: { code: ErrorCode.BAD_USER_INPUT },
});
