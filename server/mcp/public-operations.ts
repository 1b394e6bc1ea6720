import { GraphQLError, type GraphQLSchema } from 'graphql';
import { type OperationName, readOperation } from '../../schema/operations/operation-file.js';
import type { OperationTypes } from '../../schema/operations/operation-types.js';
import type { Quotas } from '../embed/quotas.js';
import { ErrorCode, HubError } from '../errors.js';
import type { KnownOperation } from '../graphql/known-operation.js';
import type { Operations } from '../graphql/operations.js';
import { validDocument } from '../graphql/valid-document.js';
import { ownCaller } from '../http/caller.js';
import type { Locale } from '../locale.js';

export interface PublicOperationsParts {
  readonly schema: GraphQLSchema;
  readonly operations: Operations;
  readonly quotas: Quotas;
}

/** Who asks, as far as it matters for an answer that is everybody's. */
export interface Stranger {
  /** For quotas alone. */
  readonly address: string;
  readonly requestId: string;
}

/** Operations of the contract that the hub runs for strangers, each within their quota. */
export class PublicOperations {
  constructor(private readonly parts: PublicOperationsParts) {}

  /** Rejects with a `HubError`: what the hub refuses, and `RATE_LIMITED`. */
  async ask<Name extends OperationName>(
    name: Name,
    variables: OperationTypes[Name]['variables'],
    locale: Locale,
    { address, requestId }: Stranger,
  ): Promise<OperationTypes[Name]['data']> {
    const known = this.operation(name);
    await this.parts.quotas.take({ address }, costOf(known, variables));
    const request = { ...ownCaller(requestId, locale), variables };
    const { data, errors } = await this.parts.operations.run(known, request);
    const [error] = errors ?? [];
    if (error) throw new HubError(error.extensions?.code as ErrorCode, error.message);
    return data as OperationTypes[Name]['data'];
  }

  private operation(name: OperationName): KnownOperation {
    const { schema, operations } = this.parts;
    const source = readOperation(name);
    return (
      operations.find(source, undefined) ??
      operations.learn(source, undefined, validDocument(schema, source))
    );
  }
}

function costOf(known: KnownOperation, variables: object): number {
  try {
    return known.costWith(variables as Record<string, unknown>);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new HubError(ErrorCode.BAD_USER_INPUT, error.message);
  }
}
