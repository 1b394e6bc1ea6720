// The widget as a package for npm: what is needed to publish it lies in one folder.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const source = `${root}web/widget/`;
const TYPES = ['saberes-widget.d.ts', 'react.d.ts', 'vue.d.ts'];

/** Where there is no browser, pages are rendered without the elements: the same names, and nothing behind them. */
const SERVER = `export class SaberesItem {}
export class SaberesList {}
export class SaberesSearch {}
`;

export function writePackage(folder, { version, code, licences }) {
  mkdirSync(folder, { recursive: true });
  const { license, description } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const described = {
    name: 'saberes-widget',
    version,
    description: `Custom elements that show what a Saberes hub knows. ${description}`,
    license,
    type: 'module',
    sideEffects: ['./saberes.js'],
    main: './saberes.js',
    types: './saberes-widget.d.ts',
    exports: {
      '.': {
        types: './saberes-widget.d.ts',
        browser: './saberes.js',
        node: './server.js',
        deno: './server.js',
        workerd: './server.js',
        'edge-light': './server.js',
        default: './saberes.js',
      },
      './react': { types: './react.d.ts' },
      './vue': { types: './vue.d.ts' },
      './package.json': './package.json',
    },
    files: ['saberes.js', 'server.js', '*.d.ts', 'LICENSE', 'README.md'],
  };
  writeFileSync(`${folder}package.json`, `${JSON.stringify(described, null, 2)}\n`);
  writeFileSync(`${folder}saberes.js`, code);
  writeFileSync(`${folder}server.js`, SERVER);
  writeFileSync(`${folder}LICENSE`, licences);
  copyFileSync(`${source}README.md`, `${folder}README.md`);
  for (const name of TYPES) copyFileSync(source + name, folder + name);
}

/** The same as one file, as npm takes it from any address. */
export function packInto(place, folder, version) {
  execFileSync('npm', ['pack', '--silent', '--offline', '--pack-destination', place], {
    cwd: folder,
  });
  renameSync(`${place}/saberes-widget-${version}.tgz`, `${place}/saberes-widget.tgz`);
}
