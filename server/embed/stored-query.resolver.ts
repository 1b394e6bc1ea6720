import { Arg, Ctx, Mutation, Resolver, UseMiddleware } from 'type-graphql';
import {
  ChangeStoredQueryStatusInput,
  SaveStoredQueryInput,
  StoredQueryPayload,
} from '../../schema/stored-query.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import type { Embedding } from './embedding.js';
import { toStoredQuery } from './partner.view.js';

/** What partners keep here to be asked for by name. */
@Resolver()
export class StoredQueryResolver {
  constructor(private readonly embedding: Embedding) {}

  @Mutation(() => StoredQueryPayload, {
    description: 'Saves a query of a partner: a new one as a draft, a known one in its status.',
  })
  @UseMiddleware(ReturnProblems)
  async saveStoredQuery(
    @Arg('input', () => SaveStoredQueryInput) input: SaveStoredQueryInput,
    @Ctx() { caller }: HubContext,
  ) {
    const { operationName = null, expectedVersion = null, ...rest } = input;
    const variables = (input.variables ?? []).map(({ name, values, isOpen }) => ({
      name,
      values: values ?? [],
      isOpen: isOpen ?? false,
    }));
    const given = { ...rest, variables, operationName, expectedVersion };
    return { storedQuery: toStoredQuery(await this.embedding.saving.save(caller, given)) };
  }

  @Mutation(() => StoredQueryPayload, {
    description: 'Activates a query, retires it, or makes it a draft again.',
  })
  @UseMiddleware(ReturnProblems)
  async changeStoredQueryStatus(
    @Arg('input', () => ChangeStoredQueryStatusInput) input: ChangeStoredQueryStatusInput,
    @Ctx() { caller }: HubContext,
  ) {
    return { storedQuery: toStoredQuery(await this.embedding.saving.setStatus(caller, input)) };
  }
}
