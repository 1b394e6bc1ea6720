import type { PageViewer } from '../page-answer.js';

/** Editors keep the members and partners of their institution, administrators those of all. */
export const isKeeper = (viewer: PageViewer): boolean =>
  isAdministrator(viewer) || viewer.memberships.some(({ role }) => role === 'EDITOR');

export const isAdministrator = ({ hubRoles }: PageViewer): boolean =>
  hubRoles.includes('ADMINISTRATOR');
