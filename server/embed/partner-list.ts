import { authorizeAnywhere, isAllowed } from '../auth/permissions.js';
import { isAdministrator, type Viewer } from '../auth/viewer.js';
import { decodeCursor, encodeCursor, listFingerprint, pageSize, toPage } from '../graphql/page.js';
import type { PartnerModel } from './partner.model.js';

/** The partners that somebody keeps. */
export class PartnerList {
  constructor(private readonly model: PartnerModel) {}

  /** By name. */
  async page(viewer: Viewer, first: number, after: string | null) {
    const of = scopeOf(viewer);
    const size = pageSize(first);
    const list = listFingerprint('partners', of);
    const query = { ...of, ...(after ? behind(decodeCursor(list, after)) : {}) };
    const [found, totalCount] = await Promise.all([
      this.model.find(query, null, { sort: { name: 1, _id: 1 }, limit: size + 1 }).lean(),
      this.model.countDocuments(of),
    ]);
    const edges = found.slice(0, size).map((node) => ({
      node,
      cursor: encodeCursor(list, { key: node.name, id: node._id }),
    }));
    const pages = { hasNextPage: found.length > size, hasPreviousPage: after !== null };
    return { ...toPage(edges, pages), totalCount };
  }
}

/** Throws `UNAUTHENTICATED` for strangers; who edits for nobody has an empty list. */
function scopeOf(viewer: Viewer) {
  if (isAdministrator(viewer) && isAllowed(viewer, 'partners', null)) return {};
  authorizeAnywhere(viewer, 'partners');
  const edited = viewer.memberships
    .map(({ institution }) => institution)
    .filter((institution) => isAllowed(viewer, 'partners', institution));
  return { actor: { $in: edited } };
}

const behind = ({ key, id }: { readonly key: string | number; readonly id: string }) => ({
  $or: [{ name: { $gt: String(key) } }, { name: String(key), _id: { $gt: id } }],
});
