import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../web/widget/package/', import.meta.url));

interface Described {
  readonly version: string;
  readonly major: number;
  readonly url: string;
  readonly integrity: string;
  readonly package: string;
}

describe('The widget', () => {
  let hub: TestHub;
  let described: Described;
  beforeAll(async () => {
    hub = await startTestHub();
    described = (await (await fetch(`${hub.url}/widget/saberes.json`)).json()) as Described;
  });
  afterAll(() => hub.stop());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(hub.url + path, { headers });

  it('has a name that changes with its content and may be kept for good, and an integrity hash', async () => {
    const response = await get(described.url);
    const bytes = Buffer.from(await response.arrayBuffer());

    expect(response.status).toBe(200);
    expect(described.url).toMatch(/^\/widget\/\d+\.\d+\.\d+-[0-9a-f]{8}\/saberes\.js$/);
    expect(described.integrity).toBe(
      `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
    );
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it('is the same under its major version, where it is kept for five minutes', async () => {
    const floating = await get(`/widget/v${described.major}/saberes.js`);

    expect(floating.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await floating.text()).toBe(await (await get(described.url)).text());
  });

  it('comes compressed beforehand, and not at all to those who have it', async () => {
    const plain = await get(described.url, { 'accept-encoding': 'identity' });
    const gzipped = await get(described.url, { 'accept-encoding': 'gzip' });
    const etag = plain.headers.get('etag') ?? '';
    const known = await get(described.url, { 'if-none-match': etag });

    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(gzipped.headers.get('content-encoding')).toBe('gzip');
    expect(Number(gzipped.headers.get('content-length'))).toBeLessThanOrEqual(12_000);
    expect(await gzipped.text()).toBe(await plain.text());
    expect([known.status, await known.text()]).toEqual([304, '']);
    const smallest = readFileSync(
      fileURLToPath(new URL(`../web${described.url}.br`, import.meta.url)),
    );
    const brotli = await get(described.url, { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(smallest).toString()).toBe(await brotli.text());
  });

  it('says which one there is where somebody asks for one that it never had', async () => {
    const response = await get('/widget/0.0.1-00000000/saberes.js');
    const { errors } = (await response.json()) as {
      errors: readonly { message: string; extensions: { code: string } }[];
    };

    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(errors[0]?.message).toContain(described.url);
    expect((await get('/widget/saberes.json.gz')).status).toBe(404);
  });

  it('keeps each build that it has served, and serves those of before an upgrade', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saberes-data-'));
    const script = 'export {};';
    const hash = createHash('sha256').update(script).digest('hex').slice(0, 8);
    await shelve(folder, `0.0.9-${hash}`, script);
    await shelve(
      folder,
      `0.0.9-${hash.replace(/./, (digit) => (digit === '0' ? '1' : '0'))}`,
      script,
    );
    const upgraded = await startTestHub({ config: { DATA_DIR: folder } });
    const statusOf = async (path: string) => (await fetch(upgraded.url + path)).status;

    const earlier = await fetch(`${upgraded.url}/widget/0.0.9-${hash}/saberes.js`);
    expect(await earlier.text()).toBe(script);
    expect(earlier.headers.get('cache-control')).toMatch(/immutable/);
    const other = readdirSync(join(folder, 'widget')).find((name) => !name.endsWith(hash)) ?? '';
    expect(await statusOf(`/widget/${other}/saberes.js`)).toBe(404);
    const [, present = ''] = described.url.match(/^\/widget\/([^/]+)\//) ?? [];
    const kept = readdirSync(join(folder, 'widget', present));
    expect(kept).toEqual(expect.arrayContaining(['saberes.js', 'saberes-widget.tgz']));
    for (const odd of ['../package.json', '0.0.9-..%2f..%2f', `0.0.9-${hash}/saberes.js.gz`]) {
      expect(await statusOf(`/widget/${odd}`)).toBe(404);
    }
    await upgraded.stop();
    await rm(folder, { recursive: true });
  });

  it('is a package, too, that npm installs from its address', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saberes-site-'));
    const address = hub.url + described.package;
    const options = ['--no-audit', '--no-fund', '--no-update-notifier', '--prefix', folder];
    await run('npm', ['install', ...options, address], { cwd: folder });

    const installed = join(folder, 'node_modules', 'saberes-widget');
    const code = readFileSync(join(installed, 'saberes.js'), 'utf8');
    expect(code).toBe(await (await get(described.url)).text());
    expect(readdirSync(installed)).toEqual(readdirSync(PACKAGE));
    const response = await get(described.package);
    expect(response.headers.get('content-type')).toBe('application/gzip');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toMatch(/immutable/);
    await rm(folder, { recursive: true });
  });

  it('makes no code of texts, no markup of records, and keeps nothing', async () => {
    const code = await (await get(described.url)).text();

    expect(code).not.toMatch(/\beval\(|new Function|document\.write|outerHTML|insertAdjacentHTML/);
    expect(code).not.toMatch(/document\.cookie|localStorage|sessionStorage|indexedDB|caches\./);
    // Lit makes a template of our own source once, through its policy; nothing else is parsed.
    expect(code.match(/\.innerHTML/g)).toHaveLength(1);
    const hosts = code.match(/https?:\/\/[\w.-]+/g) ?? [];
    expect(hosts).toEqual([]);
  });
});

/** As an earlier hub left a build. */
async function shelve(folder: string, build: string, script: string): Promise<void> {
  const place = join(folder, 'widget', build);
  await mkdir(place, { recursive: true });
  await Promise.all([
    writeFile(join(place, 'saberes.js'), script),
    writeFile(join(place, 'saberes.js.gz'), gzipSync(script)),
    writeFile(join(place, 'saberes.js.br'), brotliCompressSync(script)),
  ]);
}

describe('The package of the widget', () => {
  it('holds everything that its description names', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--offline'], {
      cwd: PACKAGE,
    });
    const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[];

    expect(packed?.files.map(({ path }) => path).sort()).toEqual([
      'LICENSE',
      'README.md',
      'package.json',
      'react.d.ts',
      'saberes-widget.d.ts',
      'saberes.js',
      'server.js',
      'vue.d.ts',
    ]);
  });

  it('can be imported where there is no browser, with the same names', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'saberes-package-'));
    await cp(PACKAGE, join(folder, 'node_modules/saberes-widget'), { recursive: true });
    const program = `import('saberes-widget').then((all) => console.log(Object.keys(all).join()))`;
    const { stdout } = await run(process.execPath, ['-e', program], { cwd: folder });
    await rm(folder, { recursive: true });

    expect(stdout.trim()).toBe('SaberesItem,SaberesList,SaberesSearch');
    const code = readFileSync(`${PACKAGE}saberes.js`, 'utf8');
    for (const name of stdout.trim().split(',')) expect(code).toContain(` as ${name}`);
  });
});
