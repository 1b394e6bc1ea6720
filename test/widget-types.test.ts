import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../web/widget/package/', import.meta.url));
const COMPILER = createRequire(import.meta.url).resolve('typescript/package.json');

const OPTIONS = {
  strict: true,
  noEmit: true,
  module: 'nodenext',
  target: 'es2022',
  jsx: 'react-jsx',
  lib: ['es2022', 'dom'],
  types: [],
};

/** As much of the frameworks' types as the elements touch, in the form in which they come. */
const FRAMEWORKS: Readonly<Record<string, string>> = {
  'react/index.d.ts': `export interface RefAttributes<T> { ref?: (one: T | null) => void; key?: string | null }
    export interface HTMLAttributes<T> { lang?: string; children?: unknown; onClick?: (event: T) => void }
    export namespace JSX { interface IntrinsicElements { p: HTMLAttributes<object> } type Element = object }`,
  'react/jsx-runtime.d.ts': `import { JSX as Own } from './index.js';
    export namespace JSX { interface IntrinsicElements extends Own.IntrinsicElements {} type Element = Own.Element }`,
  'react/package.json': `{ "name": "react", "version": "19.0.0", "types": "./index.d.ts",
    "exports": { ".": { "types": "./index.d.ts" }, "./jsx-runtime": { "types": "./jsx-runtime.d.ts" } } }`,
  'vue/index.d.ts': `export interface GlobalComponents {}
    export type DefineComponent<Props> = new () => { $props: Props };`,
  'vue/package.json': '{ "name": "vue", "version": "3.5.0", "types": "./index.d.ts" }',
};

const RIGHT = {
  'plain.ts': `import { SaberesList } from 'saberes-widget';
    const list: SaberesList = document.createElement('saberes-list');
    list.limit = 5;
    list.addEventListener('saberes-load', ({ detail }) => detail.totalCount.toFixed());
    document.querySelector('saberes-item')!.slug = 'x';
    document.addEventListener('saberes-select', ({ detail }) => detail.url.length);`,
  'react.tsx': `import type {} from 'saberes-widget/react';
    export const page = <saberes-list lang="fr" country="DO" limit={3} public-key="sabp_x" theme-mode="dark"
      onsaberes-error={({ detail }) => detail.code.length}><p lang="fr">Lire</p></saberes-list>;
    export const one = <saberes-item slug="x" />;`,
  'vue.ts': `import type {} from 'saberes-widget/vue';
    import type { GlobalComponents } from 'vue';
    declare const list: InstanceType<GlobalComponents['saberes-list']>;
    list.$props.onSaberesLoad = ({ detail }) => detail.count.toFixed();`,
};

const WRONG = {
  'plain.ts': `import 'saberes-widget'; document.createElement('saberes-list').themeMode = 'blue';`,
  'react.tsx': `import type {} from 'saberes-widget/react'; export const page = <saberes-list slugg="x" />;`,
  'vue.ts': `import type {} from 'saberes-widget/vue';
    import type { GlobalComponents } from 'vue';
    declare const list: InstanceType<GlobalComponents['saberes-search']>;
    list.$props.limit = {};`,
};

describe('The types of the widget', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'saberes-types-'));
    const modules = join(folder, 'node_modules');
    await cp(PACKAGE, join(modules, 'saberes-widget'), { recursive: true });
    await Promise.all(['react', 'vue'].map((name) => mkdir(join(modules, name))));
    for (const [name, text] of Object.entries(FRAMEWORKS))
      await writeFile(join(modules, name), text);
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** What the compiler says of one program. */
  async function compiled(name: string, text: string): Promise<string> {
    await writeFile(join(folder, name), text);
    const settings = { compilerOptions: OPTIONS, files: [name] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const compiler = join(COMPILER, '../bin/tsc');
    return run(process.execPath, [compiler, '-p', folder], { cwd: folder }).then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    );
  }

  it.each(Object.entries(RIGHT))('fit what the guide shows: %s', async (name, text) => {
    expect(await compiled(name, text)).toBe('');
  });

  it.each(Object.entries(WRONG))('find a slip: %s', async (name, text) => {
    const told = (await compiled(name, text)).trim().split('\n');

    expect(told).toHaveLength(
      told.filter((line) => line.startsWith(name) || /^\s/.test(line)).length,
    );
    expect(told[0]).toMatch(/error TS2322/);
  });
});
