import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFolders, saberes, start } from './support/cli.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** `script` of Linux runs a command on a terminal of its own. */
const SCRIPT = '/usr/bin/script';
const whereTerminalsAre =
  process.platform === 'linux' && existsSync(SCRIPT) ? describe : describe.skip;

const CTRL_C = '\x03';
const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';

describe('saberes, interrupted', () => {
  let folders: Awaited<ReturnType<typeof createFolders>>;
  let filled: { readonly DATA_DIR: string };
  let exported: string;

  beforeAll(async () => {
    folders = await createFolders();
    filled = { DATA_DIR: folders.path('filled') };
    exported = folders.path('all.jsonl');
    await saberes(['seed'], filled);
    await saberes(['export', exported], filled);
  });
  afterAll(() => folders.remove());

  const holdings = async (DATA_DIR: string) => {
    const { stdout } = await saberes(['doctor', '--json'], { DATA_DIR });
    const { checks } = JSON.parse(stdout) as { checks: { name: string; found: string }[] };
    return checks.filter(({ name }) => ['Records', 'Queue', 'Index'].includes(name));
  };

  it('says so, and the same import again does the rest', async () => {
    const DATA_DIR = folders.path('again');
    const cut = start(['import', exported], { DATA_DIR });
    await cut.until(/Importing/);
    cut.child.kill('SIGINT');

    const { code, stdout, stderr } = await cut.ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toMatch(/\nStopped\. .*\n$/);
    expect(await saberes(['import', exported], { DATA_DIR })).toMatchObject({ code: 0 });
    expect(await holdings(DATA_DIR)).toEqual(await holdings(filled.DATA_DIR));
  }, 120_000);

  it('leaves neither half of an export nor a file beside it', async () => {
    const place = folders.path('exports');
    await mkdir(place);
    const cut = start(['export', join(place, 'all.jsonl')], filled);
    await cut.until(/Exporting/);
    cut.child.kill('SIGTERM');

    expect(await cut.ended).toMatchObject({ code: 143, stdout: '' });
    expect(await readdir(place)).toEqual([]);
  });

  whereTerminalsAre('on a terminal', () => {
    it('ends at the first Ctrl+C although a bar is shown, and gives the cursor back', async () => {
      const command = `"${process.execPath}" bin/saberes.js import "${exported}"`;
      const env = { DATA_DIR: folders.path('terminal'), PATH: '/usr/bin:/bin', TERM: 'xterm' };
      const terminal = spawn(SCRIPT, ['-qec', command, '/dev/null'], { cwd: ROOT, env });
      let shown = '';
      terminal.stdout.on('data', (chunk: Buffer) => {
        const isFirst = !shown.includes('Importing');
        shown += chunk.toString();
        if (isFirst && shown.includes('Importing')) terminal.stdin.write(CTRL_C);
      });

      const [code] = (await once(terminal, 'close')) as [number];

      expect(code).toBe(130);
      expect(shown).toContain('Stopped.');
      expect(shown).not.toContain('Imported');
      expect(shown.lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(shown.lastIndexOf(HIDE_CURSOR));
    });
  });
});

describe('saberes export', () => {
  it('names the folder or file that it cannot write', async () => {
    const folders = await createFolders();
    const settings = { DATA_DIR: folders.path('data') };
    const missing = folders.path('missing');
    await mkdir(folders.path('taken'));

    const lost = await saberes(['export', join(missing, 'all.jsonl')], settings);
    const taken = await saberes(['export', folders.path('taken')], settings);

    expect([lost.code, taken.code]).toEqual([1, 1]);
    expect(lost.stderr).toBe(`There is no such file or folder: ${missing}\n`);
    expect(taken.stderr).toBe(`This is a folder, not a file: ${folders.path('taken')}\n`);
    await folders.remove();
  });
});
