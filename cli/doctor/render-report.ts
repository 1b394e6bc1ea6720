import { renderTable } from '../table.js';
import type { Check, CheckStatus } from './check.js';
import type { Report } from './examine.js';

const SIGNS: Readonly<Record<CheckStatus, string>> = { ok: 'ok', note: 'note', wrong: 'WRONG' };

/** The report for people. */
export function renderReport({ isWell, version, settings, checks }: Report): string {
  const rows = settings.map(({ name, value, isDefault }) => [
    name,
    value === '' ? '(not set)' : value,
    isDefault ? 'default' : 'set',
  ]);
  const wrongs = checks.filter(({ status }) => status === 'wrong').length;
  return [
    `Saberes ${version}`,
    '',
    renderTable([{ title: 'Setting' }, { title: 'Value', shrinks: true }, { title: '' }], rows),
    '',
    ...checks.flatMap(linesOf),
    '',
    isWell ? 'All is well.' : `${wrongs} ${wrongs === 1 ? 'thing is' : 'things are'} wrong.`,
  ].join('\n');
}

function linesOf({ name, status, found, advice }: Check): string[] {
  const line = `${SIGNS[status].padEnd(5)}  ${name.padEnd(11)}  ${found}`;
  return advice ? [line, `${' '.repeat(20)}→ ${advice}`] : [line];
}
