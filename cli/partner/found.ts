import { LOCAL_CLIENT } from '../../server/auth/client-address.js';
import type { PartnerDocument } from '../../server/embed/partner.model.js';
import type { StoredQuery } from '../../server/embed/stored-queries.js';
import type { Hub } from '../../server/hub.js';
import { DEFAULT_LOCALE } from '../../server/locale.js';
import { CommandError } from '../fail.js';
import { OPERATOR } from '../user/operator.js';

/** Who does it, for the audit trail. */
export const BY_OPERATOR = { viewer: OPERATOR, address: LOCAL_CLIENT.address };

/** The partner with this id; rejects with a readable error. */
export async function partnerBy(hub: Hub, id: string): Promise<PartnerDocument> {
  const found = await hub.models.partner.findById(id).lean();
  if (found) return found;
  throw new CommandError(
    `There is no partner "${id}"; "saberes partner list" shows the ids of all.`,
  );
}

/** The stored query with this id; rejects with a readable error. */
export async function queryBy(hub: Hub, id: string): Promise<StoredQuery> {
  const found = await hub.embedding.queries.find(id);
  if (found) return found;
  throw new CommandError(
    `There is no stored query "${id}"; "saberes partner query list" shows those of a partner.`,
  );
}

/** The id of the institution with this slug; rejects with a readable error. */
export async function actorBy(hub: Hub, slug: string): Promise<string> {
  const actor = (await hub.references.get()).in(DEFAULT_LOCALE).actorBySlug(slug);
  if (actor) return actor.id;
  throw new CommandError(
    `There is no institution "${slug}". Its slug is the end of its page's address, /es/actors/….`,
  );
}
