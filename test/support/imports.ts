import { HubRole, InstitutionRole } from '../../schema/member-enums.js';
import { ALL_SCOPES, ANONYMOUS, type Viewer } from '../../server/auth/viewer.js';
import type { ImportRequest } from '../../server/exchange/import.service.js';
import type { ImportReport } from '../../server/exchange/import-report.js';
import type { TestHub } from './start-test-hub.js';

export const contributorOf = (institution: string): Viewer => ({
  ...ANONYMOUS,
  memberId: 'mem_rosa',
  name: 'Rosa',
  scopes: ALL_SCOPES,
  via: 'SESSION',
  memberships: [{ institution, role: InstitutionRole.CONTRIBUTOR }],
});

export const administrator: Viewer = {
  ...contributorOf(''),
  memberId: 'mem_ada',
  name: 'Ada',
  memberships: [],
  hubRoles: [HubRole.ADMINISTRATOR],
};

/** Imports a file as a contributor of the institution. */
export const importInto = (
  hub: TestHub,
  institution: string,
  file: string,
  more: Partial<ImportRequest> = {},
): Promise<ImportReport> =>
  hub.hub.exchange.imports.import({
    file,
    institution,
    viewer: contributorOf(institution),
    language: null,
    kind: null,
    isDryRun: false,
    ...more,
  });

/** Where and why rows were refused: `3:2 UNKNOWN_VALUE`. */
export const placesOf = ({ problems }: ImportReport): readonly string[] =>
  problems.map(({ row, column, code }) => `${row ?? 'file'}:${column ?? '-'} ${code}`);

/** How many rows came to what. */
export const countsOf = ({ created, changed, unchanged, refused }: ImportReport) => ({
  created,
  changed,
  unchanged,
  refused,
});
