import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, readGuide, sectionOf } from './support/guide-blocks.js';
import { PartnerProject } from './support/partner-project.js';

const run = promisify(execFile);
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

const RIGHT = {
  'plain.ts': `import { SaberesList } from 'saberes-widget';
    const list: SaberesList = document.createElement('saberes-list');
    list.limit = 5;
    list.addEventListener('saberes-load', ({ detail }) => detail.totalCount.toFixed());
    document.querySelector('saberes-item')!.slug = 'x';
    document.addEventListener('saberes-select', ({ detail }) => detail.url.length);`,
  'react.tsx': `import 'saberes-widget';
    import type {} from 'saberes-widget/react';
    import type { SaberesList } from 'saberes-widget';
    import { useRef, useState } from 'react';
    import { renderToString } from 'react-dom/server';
    export function Page() {
      const [country, setCountry] = useState<string>();
      const list = useRef<SaberesList>(null);
      return <saberes-list ref={list} key="one" className="ours" id="x" lang="fr" country={country} limit={3}
        public-key="sabp_x" theme-mode="dark" hub="https://hub.example" stored="ours" variables="a=b"
        onsaberes-error={({ detail }) => setCountry(detail.code)} onClick={() => list.current?.remove()}>
        <p lang="fr">Lire</p></saberes-list>;
    }
    export const one = <saberes-item slug="x" onsaberes-select={(event) => event.preventDefault()} />;
    export const search = <saberes-search query="x" onsaberes-search={({ detail }) => detail.query.length} />;
    export const text: string = renderToString(<Page />);`,
  'vue.ts': `import 'saberes-widget';
    import type {} from 'saberes-widget/vue';
    import type { GlobalComponents } from 'vue';
    type Props<Name extends keyof GlobalComponents> = InstanceType<GlobalComponents[Name]>['$props'];
    export const list: Props<'saberes-list'> = { lang: 'fr', id: 'x', class: ['ours'], country: 'DO', limit: 3,
      publicKey: 'sabp_x', themeMode: 'dark', onClick: () => {},
      onSaberesLoad: ({ detail }) => detail.count.toFixed() };
    export const item: Props<'saberes-item'> = { slug: 'x', onSaberesSelect: (event) => event.preventDefault() };
    export const search: Props<'saberes-search'> = { onSaberesSearch: ({ detail }) => detail.query.length };`,
};

const REACT = `import type {} from 'saberes-widget/react'; export const page =`;
const VUE = `import type {} from 'saberes-widget/vue';
  import type { GlobalComponents } from 'vue';
  export const list: InstanceType<GlobalComponents['saberes-list']>['$props'] =`;

const WRONG = [
  [
    'plain.ts',
    `import 'saberes-widget'; document.createElement('saberes-list').themeMode = 'blue';`,
  ],
  ['react.tsx', `${REACT} <saberes-list slugg="x" />;`],
  ['react.tsx', `${REACT} <saberes-list slug="x" />;`],
  ['react.tsx', `${REACT} <saberes-item slug="x" theme-mode="blue" />;`],
  [
    'react.tsx',
    `${REACT} <saberes-list onsaberes-load={({ detail }: CustomEvent<string>) => detail.length} />;`,
  ],
  ['vue.ts', `${VUE} { limit: {} };`],
  ['vue.ts', `${VUE} { slug: 'x' };`],
  ['vue.ts', `${VUE} { themeMode: 'blue' };`],
  ['vue.ts', `${VUE} { onSaberesLoad: ({ detail }: CustomEvent<string>) => detail.length };`],
] as const;

describe('The types of the widget', () => {
  let project: PartnerProject;
  beforeAll(async () => {
    project = await PartnerProject.open();
  });
  afterAll(() => project.close());

  /** What the compiler says of one program. */
  async function compiled(name: string, text: string): Promise<string> {
    await project.put(name, text);
    const settings = { compilerOptions: OPTIONS, files: [name] };
    await project.put('tsconfig.json', JSON.stringify(settings));
    const compiler = join(COMPILER, '../bin/tsc');
    return run(process.execPath, [compiler, '-p', project.folder], { cwd: project.folder }).then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    );
  }

  it.each(Object.entries(RIGHT))('fit what programs do: %s', async (name, text) => {
    expect(await compiled(name, text)).toBe('');
  });

  it('fit the component of the guide', async () => {
    const guide = sectionOf(readGuide('https://hub.example'), 'In React or Vue');
    const code = `import type {} from 'saberes-widget/react';\n${codeOf(guide, 'jsx')}`;

    expect(await compiled('guide.tsx', code)).toBe('');
  });

  it.each(WRONG)('find a slip: %s', async (name, text) => {
    const told = (await compiled(name, text)).trim().split('\n');

    expect(told).toHaveLength(
      told.filter((line) => line.startsWith(name) || /^\s/.test(line)).length,
    );
    expect(told[0]).toMatch(/error TS(2322|2353)/);
  });
});
