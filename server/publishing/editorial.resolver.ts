import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { EditorialFilter } from '../../schema/editorial-inputs.js';
import { EditorialRecord, EditorialRecordConnection } from '../../schema/editorial-record.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { HubError } from '../errors.js';
import type { HubContext } from '../graphql/context.js';
import { selectedFields } from '../graphql/selection.js';
import type { EditorialService } from './editorial.service.js';
import { toEditorialRecord } from './editorial.view.js';

@Resolver()
export class EditorialResolver {
  constructor(private readonly editorial: EditorialService) {}

  @Query(() => EditorialRecord, {
    nullable: true,
    description:
      'A record as the members of its institution see it; null when there is none that you may see.',
  })
  async editorialRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() { viewer, reader }: HubContext,
  ): Promise<EditorialRecord | null> {
    const { today } = this.editorial;
    try {
      return toEditorialRecord(await this.editorial.find(viewer, id), viewer, reader, today);
    } catch (error) {
      if (error instanceof HubError && error.code === ProblemCode.NOT_FOUND) return null;
      throw error;
    }
  }

  @Query(() => EditorialRecordConnection, {
    description: 'Records of your institutions, last touched first.',
  })
  async editorialRecords(
    @Arg('filter', () => EditorialFilter, { nullable: true }) filter: EditorialFilter | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() { viewer, reader }: HubContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const withTotal = selectedFields(info, []).includes('totalCount');
    const page = { first: first ?? 20, after, withTotal };
    const { nodes, ...rest } = await this.editorial.list(viewer, filter ?? {}, page);
    const { today } = this.editorial;
    return { ...rest, nodes: nodes.map((node) => toEditorialRecord(node, viewer, reader, today)) };
  }
}
