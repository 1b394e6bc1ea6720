import type { OperationTypes } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';

export type NamedActor = OperationTypes['editor-actors']['data']['actors']['nodes'][number];

/** More than these are too many for a list to choose from. */
const MOST_PAGES = 10;

/** Every actor by name, up to a thousand. */
export async function allActors(context: PageContext): Promise<readonly NamedActor[]> {
  const found: NamedActor[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { actors }: OperationTypes['editor-actors']['data'] = await context.ask('editor-actors', {
      after,
    });
    found.push(...actors.nodes);
    if (!actors.pageInfo.hasNextPage) break;
    after = actors.pageInfo.endCursor;
  }
  return found;
}
