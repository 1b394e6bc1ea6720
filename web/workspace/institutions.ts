import { allActors } from '../actor/all-actors.js';
import type { PageContext } from '../page-context.js';

/** An institution to choose, by its id. */
export interface InstitutionOption {
  readonly value: string;
  readonly name: string;
}

/** The institutions that the member may work for: her own, and after them all others for administrators. */
export async function institutionsOf(context: PageContext): Promise<readonly InstitutionOption[]> {
  const { memberships = [], hubRoles = [] } = context.viewer ?? {};
  const ids = memberships.map(({ institution }) => institution);
  const isAdministrator = hubRoles.includes('ADMINISTRATOR');
  const [own, others] = await Promise.all([
    ids.length > 0 ? named(context, ids) : [],
    isAdministrator ? allActors(context) : [],
  ]);
  const further = others.filter(({ id }) => !ids.includes(id));
  return [...own, ...further.map(({ id, name }) => ({ value: id, name }))];
}

async function named(context: PageContext, ids: readonly string[]) {
  const { nodes } = await context.ask('labels', { ids: [...ids] });
  return ids.map((id, place) => {
    const node = nodes[place];
    return { value: id, name: node && 'name' in node ? node.name : id };
  });
}
