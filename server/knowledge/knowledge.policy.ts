import { ItemStatus } from '../../schema/knowledge-enums.js';

/**
 * The one visibility function: whether the public sees a record in this status. Each write stores
 * its answer in `public`, and every door asks for `PUBLIC_ONLY`.
 */
export const isPublic = (status: ItemStatus): boolean =>
  status === ItemStatus.PUBLISHED || status === ItemStatus.SUPERSEDED;

/** The filter that every read for the public carries, but that of tombstones. */
export const PUBLIC_ONLY = { public: true } as const;

/**
 * Records of which the public may know that they are gone. One that never was public leaves
 * nothing behind: even its slug tells of it.
 */
export const GONE_FROM_PUBLIC = {
  status: ItemStatus.WITHDRAWN,
  publishedAt: { $ne: null },
} as const;
