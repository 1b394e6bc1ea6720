import type { OperationTypes } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';

type Node = OperationTypes['emergency-protocols']['data']['knowledgeItems']['nodes'][number];

/** A protocol in force as the desk gets it. */
export type DeskProtocol = Extract<Node, { readonly steps: unknown }>;
export type DeskStep = DeskProtocol['steps'][number];

const isProtocol = (node: Node): node is DeskProtocol => 'steps' in node;

/** All of them: in an emergency none may be left out. */
export async function protocolsInForce(context: PageContext): Promise<readonly DeskProtocol[]> {
  const protocols: DeskProtocol[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const { knowledgeItems } = await context.ask('emergency-protocols', { after });
    const { nodes, pageInfo } = knowledgeItems;
    protocols.push(...nodes.filter(isProtocol));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  return protocols;
}
