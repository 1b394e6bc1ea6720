import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstitutionRole } from '../schema/member-enums.js';
import { readConfig } from '../server/config.js';
import { createHub } from '../server/hub.js';
import { Locale } from '../server/locale.js';
import { createFolders, type Settings, saberes, start } from './support/cli.js';

const ROWS = [
  'a;lección aprendida;Uno;salud',
  'b;lección aprendida;Dos;nada',
  'c;protocolo;Tres;salud',
];
const TABLE = `id;tipo;título;temas\n${ROWS.join('\n')}\n`;
const INTO = ['--institution', 'amexcid', '--language', 'es'];

let folders: Awaited<ReturnType<typeof createFolders>>;
let settings: Settings;
let table: string;
beforeAll(async () => {
  folders = await createFolders();
  settings = { DATA_DIR: folders.path('data') };
  table = folders.path('table.csv');
  await writeFile(table, TABLE);
  await saberes(['seed'], settings);
});
afterAll(() => folders.remove());

/** Runs something on a hub with the data of this suite while no command does. */
async function onHub<T>(
  use: (hub: Awaited<ReturnType<typeof createHub>>) => Promise<T>,
): Promise<T> {
  const hub = await createHub(readConfig({ ...settings, LOG_LEVEL: 'silent' }));
  try {
    await hub.connect();
    return await use(hub);
  } finally {
    await hub.stop();
  }
}

describe('saberes import with a table', () => {
  it('tells in a dry run what it would do, and where what is wrong', async () => {
    const { code, stdout } = await saberes(['import', table, ...INTO, '--dry-run'], settings);
    expect(code).toBe(1);
    expect(stdout).toContain(
      '3 rows: 2 would be new drafts, 0 would be changed, 0 the same, 1 refused.',
    );
    expect(stdout).toMatch(/3\s+4\s+temas\s+UNKNOWN_VALUE/);
  });

  it('imports what is right, writes a report, and does nothing the second time', async () => {
    const problems = folders.path('problems.csv');
    const first = await saberes(['import', table, ...INTO, '--report', problems], settings);
    const second = await saberes(['import', '-', ...INTO], settings, TABLE);
    expect(first.stdout).toContain('3 rows: 2 new drafts, 0 changed, 0 the same, 1 refused.');
    expect(second.stdout).toContain('3 rows: 0 new drafts, 0 changed, 2 the same, 1 refused.');
    expect(await readFile(problems, 'utf8')).toMatch(
      /^\ufeffrow,column,heading,code,message\r\n3,4,temas,UNKNOWN_VALUE,/,
    );
  });

  it('asks whose records they are, and knows its members', async () => {
    const without = await saberes(['import', table], settings);
    const nobody = await saberes(
      ['import', table, ...INTO, '--as-member', 'x@example.org'],
      settings,
    );
    await onHub(({ auth }) =>
      auth.members.create({
        email: 'rosa@example.org',
        name: 'Rosa',
        locale: Locale.ES,
        memberships: [{ institution: 'act_apci', role: InstitutionRole.CONTRIBUTOR }],
      }),
    );
    const rosa = ['--as-member', 'rosa@example.org'];
    const foreign = await saberes(['import', table, ...INTO, ...rosa], settings);
    const own = await saberes(
      ['import', table, '--language', 'es', '--dry-run', ...rosa],
      settings,
    );
    expect(without.stderr).toContain('--institution');
    expect(nobody.stderr).toContain('x@example.org');
    expect([foreign.code, foreign.stderr]).toEqual([
      1,
      'This is for contributors of the institution.\n',
    ]);
    expect(own.stdout).toContain('2 would be new drafts');
  });

  it('finishes the rows under way at Ctrl+C, and the rest when it is given again', async () => {
    const many = folders.path('many.csv');
    const rows = Array.from({ length: 400 }, (_, index) => `m${index};lesson learned;T;health`);
    await writeFile(many, `id;kind;title;themes\n${rows.join('\n')}\n`);
    const running = start(['import', many, ...INTO], settings);
    await running.until(/Importing: /);
    running.child.kill('SIGINT');
    const { code, stdout } = await running.ended;
    const rest = await saberes(['import', many, ...INTO], settings);
    const done = Number(/rows: (\d+) new drafts/.exec(stdout)?.[1]);
    expect([code, stdout.includes('does the rest')]).toEqual([130, true]);
    expect(rest.stdout).toContain(
      `${400 - done} new drafts, 0 changed, ${done} the same, 0 refused.`,
    );
  });
});

describe('tables on the command line', () => {
  it('are written as templates and exports that can be imported', async () => {
    const template = await saberes(
      ['import', '--template', 'lesson', '--language', 'pt', '--format', 'csv'],
      settings,
    );
    const file = folders.path('export.xlsx');
    const filter = ['--filter', 'kind=protocol&country=cr'];
    const exported = await saberes(['export', file, '--format', 'xlsx', ...filter], settings);
    const imported = await saberes(['import', file, ...INTO], settings);
    expect(template.stdout).toMatch(/^\ufeffIdentificador próprio \*,Tipo,/);
    expect(exported.stdout).toMatch(/^\d+ records are in .+export\.xlsx\.\n$/);
    expect([imported.code, imported.stderr.includes('Importing')]).toEqual([0, true]);
  });

  it('are refused in words for what there is not', async () => {
    const wrong = [
      ['import'],
      ['import', '--template', 'recipe'],
      ['import', table, '--as', 'picture'],
      ['import', table, '--replace'],
      ['export', '-', '--format', 'doc'],
      ['export', '-', '--format', 'csv', '--filter', 'kind=recipe'],
    ];
    for (const args of wrong) {
      const { code, stderr } = await saberes(args, settings);
      expect([args, code, stderr.split('\n').length]).toEqual([args, 1, 2]);
    }
  });
});
